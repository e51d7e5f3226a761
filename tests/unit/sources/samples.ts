/** The same two made-up papers in every format. */

const ABSTRACT = 'We give a first way. It is short.'

export const DAILY = JSON.stringify(
  [
    {
      paper: {
        id: '2605.00001',
        title: 'A first paper',
        summary: ABSTRACT,
        authors: [{ name: 'Ann Author', hidden: false }, { name: 'Ben B. Author' }],
        publishedAt: '2026-05-14T00:00:00.000Z',
        submittedOnDailyAt: '2026-05-18T00:00:00.000Z',
        upvotes: 140,
        githubRepo: 'owner/name',
        projectPage: 'https://example.org/first',
      },
    },
    { paper: { id: '2605.00002', title: 'A second paper', summary: '' } },
  ],
  null,
  2,
)

/** A feed of arXiv with one entry of these fields, which begins on line 2. */
export function arxivFeed(fields: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<entry>${fields}</entry>
</feed>`
}

export const ATOM = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title>arXiv Query: search_query=cat:cs.LG</title>
  <entry>
    <id>http://arxiv.org/abs/2605.00001v3</id>
    <published>2026-05-14T17:59:59Z</published>
    <title>A first paper</title>
    <summary>  We give a first way.
It is short.
</summary>
    <author><name>Ann Author</name><arxiv:affiliation>Somewhere</arxiv:affiliation></author>
    <author><name>Ben B. Author</name></author>
    <arxiv:doi>10.1234/first</arxiv:doi>
    <link href="http://arxiv.org/abs/2605.00001v3" rel="alternate" type="text/html"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
  <entry>
    <id>http://arxiv.org/abs/hep-ex/0307015</id>
    <title>A second paper</title>
    <author><name>0123</name></author>
    <summary>It holds for x &lt; y &amp; z.</summary>
  </entry>
</feed>
`

export const BIBTEX = `@article{first,
  title = {A first paper},
  author = {Author, Ann and Ben B. Author and {The A and B Group} and others},
  abstract = {${ABSTRACT}},
  journal = {arXiv preprint arXiv:2605.00001},
  year = 2026, month = may,
}
@misc{second,
  title = {A second {P}aper},
  doi = {10.1234/a\\_b},
  url = {https://example.org/second},
}
`

export const RIS = `TY  - JOUR
TI  - A first paper
AU  - Author, Ann
A1  - Author, Ben B.
PY  - 2026/05/14/
AB  - We give a first way.
 It is short.
UR  - https://arxiv.org/pdf/2605.00001v2.pdf
ER  - 

TY  - GEN
T1  - A second paper
DO  - https://doi.org/10.1234/second
UR  - https://example.org/second
ER  - 
`

export const CSL = JSON.stringify([
  {
    type: 'article-journal',
    title: 'A <i>first</i> paper',
    author: [{ family: 'Author', given: 'Ann' }, { literal: 'The Group' }],
    issued: { 'date-parts': [[2026, 5]] },
    abstract: '<jats:p>We give a first way. It is short.</jats:p>',
    archive: 'arXiv',
    archive_location: '2605.00001v1',
  },
  {
    type: 'article',
    title: ['A second paper'],
    DOI: '10.1234/second',
    issued: { raw: '2026' },
    URL: 'https://example.org/second',
  },
])

export const PAGE = `A first paper
${ABSTRACT}
A second paper
It is short.
`
