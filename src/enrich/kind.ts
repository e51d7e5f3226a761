/** Says what a paper mainly offers, by its title and by the sentence that says what it does. */
import type { Kind } from '../corpus/paper.ts'

/** What the rules look at; `system` is the name the authors gave, `does` the sentence that says what the paper does. */
export interface KindClues {
  readonly title: string
  readonly abstract: string
  readonly does: string
  readonly system: string | null
}

interface Rule {
  readonly kind: Kind
  /** What the thing is called, as the head of a phrase: in "A Tool to Automate …", in "we present X, a tool that …". */
  readonly nouns: string
  readonly inTitle: boolean
}

/** Words before a noun that belong to it: none of them begins a clause or another phrase. */
const WORDS = String.raw`(?:(?!(?:that|which|for|to|with|on|of|by|in|via|as|using|leveraging|from|towards)\b)[\w/.()'+&-]+[,:]? )`
/** A noun is the head of its phrase where no other noun follows it. */
const HEAD = String.raw`(?=[,.;:–]| [(–-]| (?:that|which|for|of|to|with|on|in|by|from|at|via|and|based on|capable|is|can|(?:us|leverag|combin|cover|spann|featur|optimiz|compris|integrat)ing|(?:design|tailor|optimiz|train|craft|construct|develop|compos)ed|built)\b|$)`
const OFFERS = String.raw`\b(?:is|present|propos|introduc|releas|develop|describ|implement|offer|conduct|provid)\w* (?:the design of )?`

/** The first rule that holds decides; a paper for which none holds offers a method. */
const RULES: readonly Rule[] = [
  { kind: 'survey', inTitle: true, nouns: 'survey|review' },
  { kind: 'benchmark', inTitle: true, nouns: 'benchmark' },
  { kind: 'dataset', inTitle: true, nouns: 'dataset|corpus' },
  { kind: 'model', inTitle: true, nouns: 'foundation models?' },
  {
    kind: 'system',
    inTitle: true,
    nouns:
      'system|library|toolkit|tool|platform|engine|configurator|compiler|co-processor|co-design|open-source framework|(?:deep learning|training|serving|inference|RL) framework',
  },
  { kind: 'survey', inTitle: false, nouns: 'survey' },
  { kind: 'benchmark', inTitle: false, nouns: 'benchmark' },
  { kind: 'dataset', inTitle: false, nouns: 'dataset|corpus' },
  {
    kind: 'model',
    inTitle: false,
    nouns:
      '(?:M?LLM|LLM baseline)|(?:language|foundation) models?|model family|single model(?= that supports)|(?:family|series) of (?:[\\w-]+ ){0,4}models',
  },
  {
    kind: 'system',
    inTitle: false,
    nouns:
      'systems?|library|toolkit|tool|platform|engine|stack design|accelerator|configurator|orchestration layer|programming model|co-design|conversational agent|(?:training|serving|inference|programming|RL|AI-driven|generic) framework|framework(?= optimized| designed to optimize)',
  },
]

const COMPILED = RULES.map(({ kind, inTitle, nouns }) => ({
  kind,
  inTitle,
  why: inTitle ? 'its title' : 'what it does',
  pattern: inTitle
    ? new RegExp(`(?:^|: )${WORDS}{0,8}?(?:${nouns})${HEAD}`, 'i')
    : new RegExp(`${OFFERS}${WORDS}{0,6}?(?:an?|the|our|new) ${WORDS}{0,8}?(?:${nouns})${HEAD}`, 'i'),
}))

/** The kind of a paper, and what says so. */
export function findKind(clues: KindClues): { readonly kind: Kind; readonly why: string } {
  const called = calledByAbstract(clues)
  const rule = COMPILED.find(({ inTitle, pattern }) => pattern.test(inTitle ? clues.title : clues.does))
  if (rule && (rule.inTitle || !called)) return rule
  if (called) return { kind: called, why: `the abstract calls ${clues.system ?? ''} so` }
  if (/\d\.\d$/.test(clues.system ?? '')) return { kind: 'model', why: 'a version in its name' }
  return { kind: 'method', why: '' }
}

/** "the dataset DiTEC-WDN", "Our dataset, Text2Chart31", "… dataset (FinCPRG)", "the X benchmark". */
function calledByAbstract({ abstract, system }: KindClues): Kind | null {
  if (system === null) return null
  const called = (noun: string): boolean =>
    [`ur ${noun}, ${system}`, `${noun} ${system}`, `${noun} (${system})`, `${system} ${noun}`].some((words) =>
      abstract.includes(words),
    )
  return called('dataset') ? 'dataset' : called('benchmark') ? 'benchmark' : null
}
