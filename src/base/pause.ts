/** Time that passes. */

/** Settles after so many milliseconds; without any after what else is due has had its turn. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds))
}
