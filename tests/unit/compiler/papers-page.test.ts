/** The page for readers without script: its policy lets through its style sheet, and nothing else. */
import { expect, it } from 'vitest'
import { papersPage, PAPERS_STYLE } from '../../../src/compiler/papers-page.ts'
import type { Manifest } from '../../../src/corpus/manifest.ts'
import { paper } from '../../support/papers.ts'

const manifest = { taken: '2026-11-22', papers: 1, sources: [], topics: [] } as unknown as Manifest
const page = papersPage(
  [paper({ title: 'A', page: 'https://a.example/?x=1&y="', projectLink: 'https://b.example/' })],
  manifest,
)

it('states its policy before all that could break it', () => {
  const [, policy = '', rest = ''] =
    /<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n([^]*)/.exec(page) ?? []
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(rest).toContain('<link rel="stylesheet" href="papers.css">')
})

it('needs nothing that its policy refuses', () => {
  expect(page).not.toMatch(/<script|<style|<img|<form|<base|\sstyle=|\son\w+=|\ssrc=/i)
  expect(PAPERS_STYLE).not.toMatch(/url\(|@import/i)
})

it('leads to what the paper links, without saying where from', () => {
  const links = [...page.matchAll(/<a href="([^"]*)" rel="noreferrer">(\w+)<\/a>/g)].map(([, href, word]) => [
    word,
    href,
  ])
  expect(links).toEqual([['Project', 'https://b.example/']])
})
