/** The formats an edition is taken away in as a whole, beside those of its papers. */
import { writeEditionHtml } from './edition-html.ts'
import { writeEditionText } from './edition-text.ts'
import { writeMail } from './eml.ts'
import type { Format } from './all-formats.ts'
import type { Letter } from './letter.ts'

export type EditionFormat = Omit<Format, 'write'> & { readonly write: (letter: Letter) => string }

/** In the order of the menu. */
export const EDITION_FORMATS = [
  {
    id: 'mail',
    label: 'Mail',
    about: 'a file that your mail program opens as a draft, to whom you like',
    extension: 'eml',
    mime: 'message/rfc822',
    write: (letter) =>
      writeMail({
        subject: letter.subject,
        day: letter.day,
        text: writeEditionText(letter),
        html: writeEditionHtml(letter),
      }),
  },
  {
    id: 'html',
    label: 'HTML',
    about: 'one page, as the mail shows it',
    extension: 'html',
    mime: 'text/html',
    write: writeEditionHtml,
  },
  {
    id: 'text',
    label: 'Text',
    about: 'for anywhere that takes words',
    extension: 'txt',
    mime: 'text/plain',
    write: writeEditionText,
  },
] as const satisfies readonly EditionFormat[]
