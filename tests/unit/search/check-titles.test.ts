/** Papers that are searched for by their titles: all of them, or as many as there is time for, from all parts. */
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../../src/search/answer.ts'
import { checkTitles } from '../../../src/search/check-titles.ts'
import { paper } from '../../support/papers.ts'
import { seedPapers } from '../../support/seed.ts'

const papers = seedPapers()
const answer = createAnswerer(papers, [])
const never = (): boolean => false
const now = (): number => performance.now()

describe('titles', () => {
  it('of the 198 papers all find theirs', async () => {
    expect(await checkTitles(papers, answer, never, now)).toEqual({ checked: 198, of: 198, faults: [] })
  })
  it('that two papers have are found all the same', async () => {
    const twins = ['a', 'b', 'c'].map((id, rank) =>
      paper({ id, rank, title: id === 'c' ? 'Another' : 'The same title' }),
    )
    expect((await checkTitles(twins, createAnswerer(twins, []), never, now)).faults).toEqual([])
  })
  it('that find none, or another paper, are named', async () => {
    const more = [...papers, paper({ title: 'Nobody has indexed this one', rank: 198 })]
    const { checked, faults } = await checkTitles(more, answer, never, now)
    expect([checked, faults]).toEqual([199, ['Nobody has indexed this one']])
  })
  it('are drawn from all parts where time runs out', async () => {
    const asked: string[] = []
    let looks = 0
    const found = await checkTitles(
      papers,
      (request) => {
        asked.push(request.text)
        return answer(request)
      },
      () => looks++ >= 20,
      now,
    )
    expect(found).toEqual({ checked: 20, of: 198, faults: [] })
    const ranks = asked.map((title) => papers.findIndex((one) => one.title === title))
    expect([Math.min(...ranks) < 20, Math.max(...ranks) >= 178]).toEqual([true, true])
  })
  it('let what is typed meanwhile come in between', async () => {
    let typed = false
    setTimeout(() => (typed = true))
    let time = 0
    const checking = checkTitles(papers, answer, never, () => (time += 20))
    await new Promise((done) => setTimeout(done))
    expect(typed).toBe(true)
    expect((await checking).checked).toBe(198)
  })
})
