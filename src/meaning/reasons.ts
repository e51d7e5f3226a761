/** Why two papers are alike: the words that both hold, as they stand there. */
import type { Basis } from './basis.ts'
import { countTerms, termsOf, type Described, type Term } from './terms.ts'
import { rarityOf, weigh } from './weights.ts'

/** Words of more than this share of papers say nothing of what two have in common. */
const COMMON = 0.35

/** Words in which papers praise, compare and connect; they tell no subject, however rare. */
const TALK: ReadonlySet<string> = new Set(
  (
    'ability able account achieve achieved achieves achieving across additional address addresses addressing advance ' +
    'advanced advances advancing advantage advantages allow allowing allows already although among analysis analyze ' +
    'apply applied approach approaches art artifacts available average based benefit benefits best better beyond broad ' +
    'broadly bring capabilities capability capable capture case cases challenge challenges challenging combine combined ' +
    'combines combining common commonly compare compared comparable competitive complete complex component components ' +
    'comprehensive conduct conducted consider consist consistent consistently contrast correct create critical crucial ' +
    'current currently demonstrate demonstrated demonstrates demonstrating despite develop developed developing ' +
    'difficult direct directly domain domains drive driven easily effect effective effectively effectiveness efficacy ' +
    'efficient efficiently enable enabled enables enabling enhance enhanced enhances enhancing ensure ensures ensuring ' +
    'especially essential establish evaluate evaluated evaluation even exhibit exhibits existing experiment ' +
    'experimental experiments explore explored exploit exploiting extensive extensively facilitate fast faster feature ' +
    'features find findings first focus framework full fully fundamental future gain gains gap general generally given ' +
    'goal good great greater handle hard help high higher highly however idea identify impact important improve improved ' +
    'improvement improvements improves improving include includes including increase increased increases increasing ' +
    'increasingly individual information inside instead introduce introduced introduces introducing investigate issue ' +
    'issues key known lack large largely larger latest lead leading leads less level leverage leverages leveraging like ' +
    'limit limitation limitations limited limits long low lower main maintain maintaining maintains major making manner ' +
    'method methods multiple named natural necessary need needs new next notably novel number observe obtain offer offers ' +
    'often open operations optimal original outperform outperforming outperforms overall overcome particular ' +
    'particularly perform performance performing performs poorly popular possible potential power powerful practical ' +
    'present presented presents prevent previous previously prior problem problems process promising propose proposed ' +
    'proposes provide provided provides providing publicly range rapid rate recent recently reduce reduced reduces ' +
    'reducing reliance rely relies relying remain remains report require required requirement requirements requires ' +
    'requiring research respectively result resulting results robust robustness scenario scenarios second see set ' +
    'several severe shape show showing shown shows significant significantly similar simple simply simultaneously single ' +
    'small smaller solution solutions solve solving special specific specifically standard state statistical step strong ' +
    'study studies style substantial substantially suffer suggest superior support supports system systems table take ' +
    'tackle technique techniques terms thousands thus time together tool total toward towards trade traditional true ' +
    'two type typically ultimately unable unified unify unifying unique unlike utilize utilizes utilizing validate value ' +
    'variety various vary vast versatile versatility way ways whereas whole wide widely work works yet still due become becomes build building builds handling highlight highlights innovative ' +
    'realistic question questions preferred contribution contributions application applications diverse implementation real ' +
    'world validation perspective pair pairs finding found input inputs output outputs final rather thereby ' +
    'without harness harnessing'
  ).split(' '),
)

/**
 * Up to `most` words or pairs of words that stand in both texts, those first that say most of both; as written in
 * the second, in small letters if it ever writes them so.
 */
export function sharedTerms(a: Described, b: Described, basis: Basis, most = 3): readonly string[] {
  const tells = (term: Term): boolean => rarityOf(term.text, basis) >= -Math.log(COMMON)
  const inA = new Set([a.title, a.abstract].flatMap((text) => subjectsOf(text).map(({ words }) => words)))
  const weights = [weigh(countTerms(a), basis), weigh(countTerms(b), basis)]
  const found = new Map<string, Shared>()
  for (const text of [b.abstract, b.title])
    for (const term of subjectsOf(text)) {
      if (!inA.has(term.words) || !tells(term)) continue
      const written = smaller(text.slice(term.start, term.end), found.get(term.words)?.written)
      const weight = weights.reduce((product, of) => product * (of.get(term.text) ?? 0), 1)
      found.set(term.words, { stems: term.text.split(' '), written, weight })
    }
  const chosen: Shared[] = []
  for (const one of [...found.values()].sort((x, y) => y.weight - x.weight)) {
    if (chosen.length === most) break
    if (!chosen.some(({ stems }) => stems.some((word) => one.stems.includes(word)))) chosen.push(one)
  }
  return chosen.map(({ written }) => written)
}

interface Shared {
  readonly stems: readonly string[]
  readonly written: string
  readonly weight: number
}

/** Terms that a reader would take for a subject: no talk, and no piece of a compound such as `end-to-end`. */
function subjectsOf(text: string): readonly Term[] {
  return termsOf(text).filter(({ words, start, end }) => {
    const parts = words.split(' ')
    if (parts.some((word) => TALK.has(word) || word.length < 2)) return false
    return !HYPHEN.test(text[start - 1] ?? '') && !HYPHEN.test(text[end] ?? '')
  })
}

const HYPHEN = /[-‐–]/

/** The one with fewer capitals: not the first word of a sentence, nor a title's. */
function smaller(written: string, before = written): string {
  const capitals = (text: string): number => text.replace(/\P{Lu}/gu, '').length
  return capitals(written) < capitals(before) ? written : before
}
