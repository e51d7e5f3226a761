import { describe, expect, it } from 'vitest'
import { findLinks } from '../../../src/enrich/links.ts'
import facts from '../../golden/relevance/facts.json' with { type: 'json' }
import { seedPapers } from '../../support/seed.ts'

describe('links', () => {
  it('agree with all 66 papers whose links were read by hand (65 are asked for)', () => {
    const papers = seedPapers()
    const wrong = facts.papers.filter(({ id, has_code_link, code_urls, project_url }) => {
      const paper = papers[id]
      const links = { link: paper?.code === 'link', urls: paper?.codeLinks, project: paper?.projectLink }
      return JSON.stringify(links) !== JSON.stringify({ link: has_code_link, urls: code_urls, project: project_url })
    })
    expect(wrong.map(({ id, title }) => `${String(id)} ${title}`)).toEqual([])
  })

  it.each([
    ['Code is at https://github.com/a/b.', 'link', ['https://github.com/a/b'], null],
    [
      'Code (https://github.com/a/b) and https://gitlab.com/c/d, too.',
      'link',
      ['https://github.com/a/b', 'https://gitlab.com/c/d'],
      null,
    ],
    ['At https://en.org/a_(b) there.', 'none', [], 'https://en.org/a_(b)'],
    ['Project page: https://github.com/a/b.', 'link', ['https://github.com/a/b'], 'https://github.com/a/b'],
    ['Demos: https://a.github.io/b/', 'none', [], 'https://a.github.io/b/'],
    ['See https://arxiv.org/abs/1706.03762 for more.', 'none', [], null],
    ['It is open-source at docetl.org, and used.', 'promised', [], 'https://docetl.org'],
    ['Code will be released.', 'promised', [], null],
    ['We make our source code publicly available.', 'promised', [], null],
    ['All models and code are publicly released.', 'promised', [], null],
    ['Our code and data are available at https://a.github.io.', 'promised', [], 'https://a.github.io'],
    ['We open-source the details of a pipeline.', 'none', [], null],
    ['It beats existing open-source models available today.', 'none', [], null],
    ['The dataset, released under a public license, is new.', 'none', [], null],
    ['https://github.com/a/b and again https://github.com/a/b.', 'link', ['https://github.com/a/b'], null],
  ])('in %j: %s', (abstract, code, codeLinks, projectLink) => {
    expect(findLinks(abstract)).toEqual({ code, codeLinks, projectLink })
  })
})
