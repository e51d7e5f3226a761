/** How long a query may be: what is longer was pasted by mistake, and would keep a phone busy. */

/** Characters that are searched. */
export const LONGEST_QUERY = 1000

/** The part of a text that is searched; no character is cut in two. */
export function cutQuery(text: string): string {
  return text.length > LONGEST_QUERY ? text.slice(0, LONGEST_QUERY).replace(/[\uD800-\uDBFF]$/, '') : text
}
