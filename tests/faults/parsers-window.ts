/** Of what comes into the window: addresses, history, queries, formulas, and messages of tabs and threads. */
import assert from 'node:assert/strict'
import temml from 'temml'
import { setBy } from '../../src/app/formula.ts'
import { formatRoute, parseRoute } from '../../src/app/routes.ts'
import { readEntry } from '../../src/app/state/history-entry.ts'
import { cutRuns } from '../../src/app/text-runs.ts'
import { readHint } from '../../src/library/tabs.ts'
import { canonicalText } from '../../src/query/canonical.ts'
import { complete } from '../../src/query/complete.ts'
import { parse } from '../../src/query/parse.ts'
import { isFromWorker, isToWorker } from '../../src/search/message-kinds.ts'
import { STATING } from '../support/vocabulary.ts'
import { jsonOf, type Parsers } from './parser.ts'
import { LIST } from './parsers-brought.ts'

/** Longer ones are cut before they are searched; signs that unfold may make a canonical text longer than what was typed. */
const LONGEST_QUERY = 1_000

export const WINDOW_PARSERS: Parsers = {
  addresses: {
    samples: [
      '#/browse?q=a%20b&topic=agents&kind=survey&code=link&is=saved&list=x&sort=title',
      '#/digest/2026-11-22',
      '#/paper/p1?t=A%20paper',
      '#/saved/a',
      `#/list/${LIST}`,
    ],
    read: (_, text) => {
      const route = parseRoute(text)
      // What leads nowhere is kept as it came.
      if (route.kind === 'unknown') return
      const address = formatRoute(route)
      assert.match(address, /^#\//)
      assert.equal(formatRoute(parseRoute(address)), address)
    },
  },
  history: {
    samples: [
      '{"key":"k","place":{"y":10,"focus":"#/","item":{"index":3,"into":4}},"trail":{"from":"#/","at":1,"ids":["p1"]},"over":true}',
    ],
    read: (_, text) => readEntry(jsonOf(text)),
  },
  queries: {
    samples: [
      '(tts OR "text to speech") code:link -survey title:"flow matching"',
      'topic:"Mixture of experts" kind:(method OR survey) is:saved -is:done saved:30d list:"To read"',
      'search:"Speech models" votes:>10 listed:2026-11 author:"Ann Author" -(a OR -b)',
    ],
    read: (_, text) => {
      const query = parse(text, STATING)
      for (const { span } of query.problems) assert.ok(span.start <= span.end && span.end <= text.length)
      const canonical = canonicalText(query)
      if (canonical.length <= LONGEST_QUERY) assert.equal(canonicalText(parse(canonical, STATING)), canonical)
      for (const caret of [query.text.length, query.text.length >> 1])
        for (const { insert, span } of complete(query.text, caret, STATING, ['FlowRL'])) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= query.text.length)
          parse(query.text.slice(0, span.start) + insert + query.text.slice(span.end), STATING)
        }
    },
  },
  formulas: {
    samples: [
      'Costs $O(n^2)$, or \\(\\frac{1}{\\sqrt{x_i}}\\), not $5 and \\$6.',
      'By $\\eqref{kl}$, of $\\mathcal{L}_{\\text{KL}} = \\sum_{i=1}^{n} \\left( p_i \\log \\frac{p_i}{q_i} \\right)$ and $\\href{https://a.b}{x}$',
      '$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\def\\a{\\a\\a} \\a \\rule{9999em}{9999em} \\color{red}$',
    ],
    read: (_, text) => {
      const runs = cutRuns(text, [{ start: 2, end: 9 }])
      assert.equal(runs.map((run) => run.text).join(''), text)
      for (const { kind, text: source } of runs) {
        const set = kind === 'math' ? setBy(temml.renderToString, source) : null
        assert.doesNotMatch(set ?? '', /<(?:a|script)\b|\s(?:id|href|src|on\w+)=/i)
      }
    },
  },
  'messages of tabs': {
    samples: ['{"keys":[["entry","a:p1"],["note","p1"]]}', '{"keys":null}'],
    read: (_, text) => {
      const hint = readHint(jsonOf(text))
      for (const [kind, id] of hint?.keys ?? []) assert.deepEqual([typeof kind, typeof id], ['string', 'string'])
    },
  },
  'messages of threads': {
    samples: ['{"kind":"ask","id":3,"question":{"kind":"paper","id":"p1"}}', '{"kind":"answer","id":3}', '["kind"]'],
    read: (_, text) => {
      const data = jsonOf(text)
      // Both directions have kinds of their own.
      assert.ok(!(isToWorker(data) && isFromWorker(data)))
    },
  },
}
