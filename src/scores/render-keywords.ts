import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import type { Keyword } from './keywords.ts'
import { askedText, type VerbatimsAsked } from './render-verbatims.ts'

/** The words that stand out, for a chat: what was asked for, a line a word, and of how many comments that is; `newest`: there are older ones. */
export function renderKeywords(
  asked: VerbatimsAsked,
  words: readonly Keyword[],
  comments: { now: number; earlier: number; newest: boolean },
  locale: Locale,
): string {
  const title = say(locale, 'keywords.title', { asked: askedText(asked, locale) })
  if (words.length === 0) return [title, say(locale, 'keywords.none', { now: comments.now })].join('\n')
  const lines = words.map(({ word, count, earlier }) => say(locale, 'keywords.word', { word, count, earlier }))
  return [title, ...lines, say(locale, 'keywords.basis', { ...comments, newest: String(comments.newest) })].join('\n')
}
