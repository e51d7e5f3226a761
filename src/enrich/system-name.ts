/** Finds the name the authors gave what they built. */

/** One to three words, the earlier ones with a capital. */
const NAME = String.raw`((?:[A-Z][\w.+-]* ){0,2}[\w.+-]*[\w+])`
/** A capital after the first letter, a digit beside a letter, or one capitalised word. */
const NAMELIKE = /\S[A-Z]|[A-Za-z]\d|\d[A-Za-z]|^[A-Z][a-z]+(?:-[A-Z]\w*)?$|^[A-Z]\S* [A-Z]/
const OFFER = String.raw`(?:[Ww]e|[Pp]aper|[Ww]ork|[Ss]tudy|[Rr]esearch|by) (?:\w+ )?(?:propos|present|introduc|develop|releas|describ)(?:e|es|ed|s|ing)?`
const THING = String.raw`(?:framework|method|approach|pipeline|architecture|system|model|algorithm|technique|platform|strategy|mechanism|dataset)`

/** Where an abstract gives a name, the surest first. */
const GIVEN: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:called|named|dubbed|termed) (?:the )?${NAME}(?=[,.;) ]|$)`),
  new RegExp(String.raw`\b${OFFER} (?:the design of |the )?${NAME}(?=, |\.(?: |$)| \(|: | – )`),
  new RegExp(String.raw`\b${OFFER} [^.;:]{0,60}?\b${THING},? ${NAME}, `),
  // "We introduce the Adaptive Computation Module (ACM)": capitals before the bracket say that it is a name.
  new RegExp(
    String.raw`\b${OFFER} [^.;:]{0,90}?(?:[A-Za-z]*[A-Z][\w-]* |of |for ){1,6}\(([A-Z][\w.-]*)\)(?=[.:]|, (?:an?|the|which|that) | (?:technique|method|framework|algorithm)\b)`,
  ),
  new RegExp(String.raw`\b(?:called|named(?! entit)|dubbed|termed) [^.;()]{0,60}\(([A-Z][\w.-]*)\)`),
  new RegExp(String.raw`\b[Oo]ur proposed ${NAME} ${THING}\b`),
  new RegExp(
    String.raw`\b(?:[Ww]e call|refer(?:red)? to) (?:this|the|our|it|as)(?: [\w-]+){0,4}? (?:as )?(?:the )?${NAME}(?= Transformer|[,.;)]| \()`,
  ),
]

/** The name of the paper's own system, or null where its words give none. */
export function findSystem(title: string, abstract: string): string | null {
  const head = /^([^:]{2,40}):\s*\S/.exec(title)?.[1]?.trim()
  if (head !== undefined && isName(head) && (!head.includes(' ') || abstract.includes(head))) return head
  for (const pattern of GIVEN) {
    const name = pattern.exec(abstract)?.[1]
    if (name !== undefined && isName(name)) return name
  }
  return null
}

function isName(name: string): boolean {
  return name.split(' ').length <= 3 && NAMELIKE.test(name) && !/[$\\]/.test(name)
}
