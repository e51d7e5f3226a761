/** The words behind a command: what is known is taken out of them, so that what stays is asked about or refused. */

/**
 * Whether a flag is among the words.
 * @param {string[]} words
 * @param {string} flag
 */
export function takeFlag(words, flag) {
  const at = words.indexOf(flag)
  return at >= 0 && words.splice(at, 1).length > 0
}

/**
 * The word after an option; null where there is none.
 * @param {string[]} words
 * @param {string} option
 * @returns {string | null}
 */
export function takeOption(words, option) {
  const at = words.indexOf(option)
  return (at < 0 ? [] : words.splice(at, 2))[1] ?? null
}
