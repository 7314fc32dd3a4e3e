import type { Locale } from '../locale.ts'
import type { Label } from '../text/kinds.ts'
import { say } from '../words/say.ts'
import { periodText } from './dates.ts'
import type { VerbatimsQuery } from './verbatims.ts'

/** What somebody said, masked; `marks` are offsets of the words that tell its themes. */
export interface SaidRow {
  text: string
  marks: [from: number, to: number][]
  themes: { name: string; polarity: Label }[]
  /** When, and about whom, in words. */
  about: string[]
}

/** Characters of one verbatim in a list. */
const LONGEST = 280
const SIGN: Record<Label, string> = { negative: ' −', neutral: '', positive: ' +' }

/** A question for customers' words, with what its themes and filters are called. */
export interface VerbatimsAsked {
  query: VerbatimsQuery
  themes: string[]
  filters: string[]
}

/** The question as it was understood, in words. */
export const askedText = ({ query, themes, filters }: VerbatimsAsked, locale: Locale): string =>
  [
    periodText(locale, query.period),
    ...(query.sentiment ? [say(locale, `verbatims.${query.sentiment}`)] : []),
    ...themes,
    ...filters,
  ].join(say(locale, 'scores.separator'))

/** The newest words for a chat: what was asked for, then each with its [marked] words and its themes. `more`: there are others. */
export function renderVerbatims(
  asked: VerbatimsAsked,
  rows: readonly SaidRow[],
  more: boolean,
  locale: Locale,
): string {
  const title = say(locale, 'verbatims.title', { asked: askedText(asked, locale) })
  if (rows.length === 0) return [title, say(locale, 'verbatims.none')].join('\n')
  const lines = rows.map(({ text, marks, themes: told, about }) => {
    const named = told.map(({ name, polarity }) => name + SIGN[polarity]).join(say(locale, 'scores.list'))
    return [`• ${about.join(' · ')}`, say(locale, 'verbatims.words', { words: marked(text, marks) }), named]
      .filter((line) => line !== '')
      .join('\n')
  })
  return [title, ...lines, ...(more ? [say(locale, 'verbatims.more', { count: rows.length })] : [])].join('\n\n')
}

/** The text on one line with its marks in brackets; what is too long is cut. */
export function marked(text: string, marks: readonly (readonly [number, number])[]): string {
  const until = text.length > LONGEST ? LONGEST : text.length
  let out = ''
  let at = 0
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (from < at || to > until || to <= from) continue
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`
    at = to
  }
  return (out + text.slice(at, until) + (until < text.length ? '…' : '')).toWellFormed().replace(/\s+/gu, ' ')
}
