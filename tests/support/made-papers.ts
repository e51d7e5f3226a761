/**
 * Papers for measuring larger corpora, made from the real ones and shown to nobody. The rule: an abstract is as many
 * sentences as some real one has, each drawn from any; the title is a made name and halves of two real titles; and
 * words are replaced by made ones as often as keeps the vocabulary growing as in the real papers (Heaps' law).
 */
import { sentences } from '../../src/text/sentences.ts'
import { wordsOf } from '../../src/text/tokenize.ts'
import { pick, seeded } from './seeded.ts'
import { seedRaw } from './seed.ts'

export interface MadePaper {
  readonly title: string
  readonly abstract: string
}

/** So many papers, the same ones each time. */
export function madePapers(count: number, seed = 1): readonly MadePaper[] {
  const random = seeded(seed)
  const real = seedRaw()
  const titles = real.map(({ title }) => title.split(/:\s+/).at(-1)?.split(' ') ?? [])
  const texts = real.map(({ abstract }) => sentences(abstract).map(({ start, end }) => abstract.slice(start, end)))
  const all = texts.flat()
  const long = [...vocabulary(real.map(({ abstract }) => abstract))].filter((word) => /^[a-z]{6,}$/.test(word))
  const made = (): string => {
    const [front, back] = [pick(long, random), pick(long, random)]
    return front.slice(0, Math.ceil(front.length / 2)) + back.slice(Math.ceil(back.length / 2))
  }
  const growth = heaps(real.map(({ title, abstract }) => `${title} ${abstract}`))
  let owed = 0
  return Array.from({ length: count }, (_, at) => {
    const abstract = Array.from({ length: pick(texts, random).length }, () => pick(all, random)).join(' ')
    const [front, back] = [pick(titles, random), pick(titles, random)]
    owed += growth(real.length + at + 1) - growth(real.length + at) - 1
    const fresh = Math.max(0, Math.floor(owed))
    owed -= fresh
    const name = made()
    return {
      title: `${name[0]?.toUpperCase() ?? ''}${name.slice(1)} ${String(at)}: ${halfOf(front, 0).join(' ')} ${halfOf(back, 1).join(' ')}`,
      abstract: replaceWords(abstract, fresh, made, random),
    }
  })
}

/** Different words of so many papers: the curve through what half of the papers and all of them have. */
function heaps(texts: readonly string[]): (papers: number) => number {
  const [half, whole] = [vocabulary(texts.slice(0, texts.length / 2)).size, vocabulary(texts).size]
  const exponent = Math.log2(whole / half)
  return (papers) => whole * (papers / texts.length) ** exponent
}

function vocabulary(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => wordsOf(text)))
}

function replaceWords(text: string, count: number, made: () => string, random: () => number): string {
  const words = text.split(' ')
  for (let n = 0; n < count; n++) words[Math.floor(random() * words.length)] = made()
  return words.join(' ')
}

function halfOf<Part>(whole: readonly Part[], half: 0 | 1): readonly Part[] {
  const middle = Math.ceil(whole.length / 2)
  return half === 0 ? whole.slice(0, middle) : whole.slice(middle)
}
