/** Time that passes. */

/** Settles after so many milliseconds; without any after what else is due has had its turn. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds))
}

/** What a promise gives; null where it has given nothing after so many milliseconds. */
export async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | null> {
  return Promise.race([promise, pause(milliseconds).then(() => null)])
}
