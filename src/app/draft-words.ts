/** What the draft desk says of a bibliography: what it read, what it left out, and what is wrong with a file. */
import { thousands } from '../text/english.ts'
import { sizeInWords } from './storage.ts'
import type { BibliographyFault, Cited, NamedEntries } from './state/bibliography.ts'
import type { Words } from './words.ts'

/** Why nothing of a file was compared, and the next step. */
export function wordBibliographyFault(name: string, fault: BibliographyFault): Words {
  switch (fault.kind) {
    case 'too-large':
      return words(
        `${name} has ${sizeInWords(fault.bytes)}; the desk reads files up to 10 MB.`,
        'Choose a smaller part of it.',
      )
    case 'unreadable':
      return words(`${name} could not be read.`, 'If it was moved or changed since, choose it again.')
    case 'not-text':
      return words(
        `${name}, line ${thousands(fault.fault.line)}: ${fault.fault.what}.`,
        'Save it as UTF-8 in the program it comes from, then choose it again.',
      )
    case 'no-entry':
      return words(
        `${name} has no entry of BibTeX in it.`,
        'Choose a .bib file, as reference managers export it; an abstract goes into the field.',
      )
  }
}

/** `24 entries of refs.bib compared, 3 of them here; 2 left out`. */
export function wordBibliography(name: string, cited: readonly Cited[], { faults, unread }: NamedEntries): string {
  const here = cited.filter((one) => one.here !== null).length
  const left = faults.length + unread
  return `${countEntries(cited.length)} of ${name} compared, ${here === 0 ? 'none' : thousands(here)} of them here${left === 0 ? '' : `; ${thousands(left)} left out`}`
}

/** `24 entries`, `1 entry`. */
export function countEntries(count: number): string {
  return count === 1 ? '1 entry' : `${thousands(count)} entries`
}

function words(what: string, next: string): Words {
  return { what, next, detail: null }
}
