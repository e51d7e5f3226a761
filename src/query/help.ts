/** The help sheet of the query language: its signs, then every name that this corpus has data for. */
import { printTerm } from './canonical.ts'
import { takesOf, TERMS, usableNames, type TermName } from './terms.ts'
import { choicesOf, type Vocabulary } from './vocabulary.ts'

export interface HelpRow {
  /** A query that can be tried. */
  readonly example: string
  readonly help: string
  /** The values a name takes, where they are few and the same for everyone. */
  readonly values: readonly string[]
}

const SIGNS: readonly HelpRow[] = [
  { example: 'gaussian splatting', help: 'Both words, in any form; typing errors are forgiven.', values: [] },
  { example: '"large language model"', help: 'These words in a row, as written.', values: [] },
  {
    example: 'video -diffusion',
    help: 'Without a word; the minus also stands before quotes, names and brackets.',
    values: [],
  },
  { example: 'tts OR "text to speech"', help: 'One or the other; OR is written in capitals.', values: [] },
  { example: '(flow OR diffusion) image', help: 'Brackets keep together what belongs together.', values: [] },
]

/** The rows of the sheet; names of the reader's library are left out where it is not at hand. */
export function helpRows(vocabulary: Vocabulary): readonly HelpRow[] {
  const names = usableNames(vocabulary.stated).filter((name) => {
    const { kind } = takesOf(name)
    return kind === 'words' || kind === 'filter' || kind === 'stated' || vocabulary.library !== null
  })
  return [
    ...SIGNS,
    ...names.map((name) => ({
      example: exampleOf(name, vocabulary),
      help: TERMS[name].help,
      values: hasFixedValues(name) ? choicesOf(name, vocabulary).map(({ value }) => value) : [],
    })),
  ]
}

/** Lists and searches are the reader's own, where there are any. */
function exampleOf(name: TermName, vocabulary: Vocabulary): string {
  const [own] = name === 'list' || name === 'search' ? choicesOf(name, vocabulary) : []
  return own ? printTerm(name, own.value) : TERMS[name].example
}

function hasFixedValues(name: TermName): boolean {
  const { kind } = takesOf(name)
  return name !== 'topic' && (kind === 'filter' || kind === 'state')
}
