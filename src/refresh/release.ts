/** The day's papers as a release of the repository: who watches its releases gets them by mail, from the host of the code. */
import { err, ok, type Result } from '../base/result.ts'
import { messageOf } from '../base/thrown.ts'
import type { Paper } from '../corpus/paper.ts'
import { dailyLetter, type DailyLetter } from './daily-letter.ts'

/** A repository and the right to write to it, as GitHub Actions hands them to a workflow. */
export interface Repository {
  /** The address of the API, without closing slash. */
  readonly api: string
  /** `owner/name`. */
  readonly name: string
  readonly token: string
}

/** What the API takes in one release. */
const LONGEST_BODY = 120_000

/** Puts a day's letter out once, told by its tag; a second time says that it is there and changes nothing. */
export async function release(
  { day, title, body }: DailyLetter,
  { api, name, token }: Repository,
  call: typeof fetch,
): Promise<Result<'released' | 'there', string>> {
  const tag = `daily-${day}`
  const headers = {
    Accept: 'application/vnd.github+json',
    Authorization: `Bearer ${token}`,
    'X-GitHub-Api-Version': '2022-11-28',
  }
  const releases = `${api}/repos/${name}/releases`
  try {
    const known = await call(`${releases}/tags/${tag}`, { headers })
    if (known.ok) return ok('there')
    if (known.status !== 404)
      return err(`${releases}: the host answered ${String(known.status)} to the question for ${tag}`)
    const made = await call(releases, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ tag_name: tag, name: title, body: cut(body) }),
    })
    // Another run was first: a tag can be made once only.
    if (made.status === 422) return ok('there')
    return made.ok ? ok('released') : err(`${releases}: the host answered ${String(made.status)}; nothing was released`)
  } catch (cause) {
    return err(`${releases}: ${messageOf(cause)}`)
  }
}

/** At the end of a paper. */
function cut(body: string): string {
  if (body.length <= LONGEST_BODY) return body
  return body.slice(0, body.lastIndexOf('\n\n## ', LONGEST_BODY))
}

/** What `npm run release` does: the newest day of these papers, put out and said; whether all went well. */
export async function runRelease(
  papers: readonly Paper[],
  repository: Repository,
  say: (line: string) => void,
): Promise<boolean> {
  const letter = dailyLetter(papers)
  if (!letter) {
    say('No source lists papers by the day, so there is no day to release.')
    return true
  }
  const done = await release(letter, repository, fetch)
  if (!done.ok) say(done.error)
  else say(done.value === 'there' ? `${letter.title}: released before` : `${letter.title}: released`)
  return done.ok
}
