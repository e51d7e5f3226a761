/** Greek letters by name, because authors write the same name as τ-bench and as tau-bench. */

const NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'

/** Folded letters, α to ω; final sigma is folded away, so one code point is skipped. */
const LETTERS = 'αβγδεζηθικλμνξοπρστυφχψω'

const NAME_OF: ReadonlyMap<string, string> = new Map(
  NAMES.split(' ').map((name, index) => [LETTERS[index] ?? '', name]),
)

/** The name of a single folded Greek letter; any other word as it is. */
export function spellGreek(word: string): string {
  return NAME_OF.get(word) ?? word
}
