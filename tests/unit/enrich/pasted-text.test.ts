/** What is pasted out of an editor or a PDF reads as it would on paper. */
import { describe, expect, it } from 'vitest'
import { pastedText } from '../../../src/enrich/pasted-text.ts'

const CASES: readonly (readonly [name: string, pasted: string, read: string])[] = [
  ['one line', 'We train a model.', 'We train a model.'],
  ['lines of a PDF', 'We train a large\nlanguage model.\r\nIt learns.', 'We train a large language model. It learns.'],
  ['words cut at the end of a line', 'repre-\nsentation learn-\r\n  ing', 'representation learning'],
  ['a range at the end of a line', 'between 2-\n3 times', 'between 2- 3 times'],
  ['references', 'as shown~\\cite{a,b} and \\citep[see][]{c} in Fig.~\\ref{fig:x}.', 'as shown and in Fig..'],
  ['a frame', '\\begin{abstract}\nWe prune.\n\\end{abstract}', 'We prune.'],
  ['comments of a line, not percent signs', '% to do\nIt gains 5% over it.', 'It gains 5% over it.'],
  ['emphasis, quotes and escapes', "\\emph{Fast} ``pruning'' by 5\\%", 'Fast “pruning” by 5%'],
  ['mathematics', 'in $O(n^2)$ time', 'in $O(n^2)$ time'],
  ['nothing', ' \n ', ''],
]

describe('a pasted text', () => {
  it.each(CASES)('%s', (_, pasted, read) => {
    expect(pastedText(pasted)).toBe(read)
  })
})
