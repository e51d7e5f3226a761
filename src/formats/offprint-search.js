// @ts-check
/** Searches the papers of this page: every word must begin a word of the title, abstract, note, topics or lists. */

/** As many marks as a page can show without delay. */
const MOST_MARKS = 2000
const SEARCHED = 'h2, .topics, .lists, .abstract, .note'

const finder = /** @type {HTMLElement} */ (document.querySelector('#finder'))
const field = /** @type {HTMLInputElement} */ (document.querySelector('#words'))
const count = /** @type {HTMLElement} */ (document.querySelector('#count'))
const none = /** @type {HTMLElement} */ (document.querySelector('#none'))
const papers = [...document.querySelectorAll('article')].map((article) => {
  const parts = [...article.querySelectorAll(SEARCHED)]
  const words = parts.flatMap((part) => wordsOf(part.textContent))
  return { article, parts, words: ` ${words.join(' ')}` }
})

/** Without case and accents. @param {string} text */
function fold(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** @param {string} text */
function wordsOf(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

function show() {
  const words = wordsOf(field.value)
  const found = papers.filter((paper) => words.every((word) => paper.words.includes(` ${word}`)))
  const shown = new Set(found)
  for (const paper of papers) paper.article.hidden = !shown.has(paper)
  count.textContent = words.length === 0 ? '' : `${found.length} of ${papers.length}`
  none.hidden = found.length > 0 || words.length === 0
  mark(words, found)
}

/** Marks the words without touching the text, where the browser can. @param {string[]} words @param {typeof papers} found */
function mark(words, found) {
  if (!('highlights' in CSS)) return
  const marks = new Highlight()
  for (const part of words.length === 0 ? [] : found.flatMap((paper) => paper.parts)) {
    if (part.firstChild && marks.size < MOST_MARKS) markText(part.firstChild, words, marks)
  }
  CSS.highlights.set('found', marks)
}

/** @param {ChildNode} text @param {string[]} words @param {Highlight} marks */
function markText(text, words, marks) {
  for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(word)
    const hit = words.find((start) => folded.startsWith(start))
    if (hit === undefined) continue
    const range = document.createRange()
    range.setStart(text, index)
    // Where folding changed the length, the whole word is marked.
    range.setEnd(text, index + (folded.length === word.length ? hit.length : word.length))
    marks.add(range)
  }
}

field.addEventListener('input', show)
finder.hidden = false
// After a reload the field may still hold words.
show()
