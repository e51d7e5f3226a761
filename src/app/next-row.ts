/** Where the focus goes when the row of a list that has it goes: without that it would fall to the page. */

/** The button of the row after this one's, else of the row before; taken before the row goes. */
export function nextButton(button: HTMLElement): HTMLElement | null {
  const row = button.closest('li')
  const other = row?.nextElementSibling ?? row?.previousElementSibling
  return other?.querySelector('button') ?? null
}
