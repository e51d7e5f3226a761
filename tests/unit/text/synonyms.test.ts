/** Synonyms: which words of a query have some, and the table itself. */
import { describe, expect, it } from 'vitest'
import { synonymsIn } from '../../../src/text/synonyms.ts'

const found = (query: string) =>
  synonymsIn(query.split(' ')).map(({ from, to, terms }) => [
    query.split(' ').slice(from, to).join(' '),
    ...terms.map((words) => words.join(' ')),
  ])

describe('synonyms', () => {
  it.each<[query: string, ...found: readonly (readonly string[])[]]>([
    ['llm', ['llm', 'large language model']],
    ['fast llms', ['llms', 'large language model']],
    ['large language models', ['large language models', 'llm'], ['language models', 'lm']],
    ['mixtures of experts', ['mixtures of experts', 'moe']],
    ['tts', ['tts', 'text to speech', 'speech synthesis']],
    ['parameter efficient fine tuning', ['parameter efficient fine tuning', 'peft']],
    ['language'],
    ['model language large'],
  ])('of %j', (query, ...expected) => expect(found(query)).toEqual(expected))
})
