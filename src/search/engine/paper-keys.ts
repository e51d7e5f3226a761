/** The texts by which a paper is known as a whole: its title, its names. */
import type { Paper } from '../../corpus/paper.ts'
import { tokenize } from '../../text/tokenize.ts'

/** What a paper may be called: its title and its names, without spaces, marks, accents and case. */
export function keysOf({ title, system }: Paper): readonly string[] {
  const short = title.includes(':') ? (title.split(':')[0] ?? '') : ''
  // `Align$^2$LLaVA` is called `align llava`, too: a power is hard to type.
  const names = new Set([title, system ?? '', short, short.replace(/\$[^$]*\$/g, ' ')])
  return [...new Set([...names].map(keyOf))].filter((key) => key !== '')
}

/** The words of a text, but for joined ones. */
export function keyOf(text: string): string {
  return tokenize(text)
    .flatMap(({ text: word, joined }) => (joined ? [] : [word]))
    .join(' ')
}
