import distance from 'natural/lib/natural/distance/index.js'
import type { Locale } from '../../locale.ts'
import { languageOf } from '../command.ts'
import type { QuestionContext } from '../query.ts'
import { named } from './calendar.ts'
import { breakdownWords, NOUNS } from './examples.ts'
import type { Sense } from './lexicon.ts'
import { readQuestion } from './read.ts'
import type { Stop } from './reading.ts'
import { type Lexicon, levelled, type Vocabulary } from './scan.ts'

const MOST = 3
const REPAIRS = 3
const CANDIDATES = 12
const FAR = 9
const HAN = /\p{Script=Han}/u
const VERSUS: Readonly<Record<Locale, string>> = { en: 'vs', 'zh-Hans': '对比', 'zh-Hant': '對比' }

/** Whole questions the asker may have meant: the words that stopped the reading replaced by near or clearer ones. */
export function suggestionsFor(text: string, stop: Stop, words: Lexicon, context: QuestionContext): string[] {
  const found = new Set<string>()
  for (const replacement of replacements(text, stop, words, context)) {
    const mended = mend(splice(text, stop, replacement), words, context, REPAIRS)
    if (mended !== null) found.add(mended)
    if (found.size === MOST) break
  }
  return [...found]
}

const splice = (text: string, { from, to }: Stop, by: string) => text.slice(0, from) + by + text.slice(to)

/** A question that can be read, its further mistakes replaced by the nearest words; null if that does not help. */
function mend(text: string, words: Lexicon, context: QuestionContext, left: number): string | null {
  const read = readQuestion(text, words, context.today)
  if ('query' in read) return text
  const [best] = left > 0 ? replacements(text, read.stop, words, context) : []
  return best === undefined ? null : mend(splice(text, read.stop, best), words, context, left - 1)
}

function replacements(text: string, stop: Stop, words: Lexicon, context: QuestionContext): string[] {
  const at = text.slice(stop.from, stop.to)
  if (stop.why === 'unknown') return nearest(at, text, words, context.vocabulary)
  const locale = languageOf(text, context.locale)
  if (stop.why === 'twice') return [`${VERSUS[locale]} ${at}`]
  const senses = words.words.get(levelled(at)) ?? []
  return senses.flatMap((sense) => {
    if (sense.kind === 'noun') return [breakdownWords(locale, sense.noun)]
    if (stop.why !== 'ambiguous') return []
    if (sense.kind === 'value') return [`${NOUNS[locale][sense.noun]} ${isOnly(sense, senses) ? at : sense.id}`]
    return sense.kind === 'month' ? [monthWords(sense.month, context.today)] : []
  })
}

/** No namesake of its kind: then its name will do. */
function isOnly(sense: Sense & { kind: 'value' }, senses: readonly Sense[]): boolean {
  return senses.filter((other) => other.kind === 'value' && other.noun === sense.noun).length === 1
}

function monthWords(month: number, today: string): string {
  const span = named({ year: null, month, day: null, quarter: null, half: null }, today, { notAfter: today })
  return span ? span.from.slice(0, 7) : ''
}

/** A word that `typed` may be a slip of, `away` edits off: the shorter the word, the less may differ. */
function isNear(typed: string, known: string, away: number): boolean {
  if (away < 1) return away > 0
  if (HAN.test(typed)) return typed.length > 1 && away === 1
  if (isReordered(typed, known)) return away <= 2
  // Of three letters one may be missing or too many; a changed one makes another word.
  if (typed.length <= 3) return typed.length === 3 && away === 1 && typed.length !== known.length
  return away === 1 || (away === 2 && typed.length > 5 && typed[0] === known[0])
}

/** Known words near an unknown one, nearest first, and names of which it is a part. */
function nearest(word: string, text: string, { words }: Lexicon, vocabulary: Vocabulary): string[] {
  const key = levelled(word)
  // The words are kept in Simplified: to somebody who writes Traditional only names are offered.
  const onlyNames = languageOf(text) === 'zh-Hant' && HAN.test(key)
  const near: { word: string; isName: boolean; away: number; gap: number }[] = []
  for (const [other, senses] of words) {
    const isName = senses.some(({ kind }) => kind === 'value')
    if (onlyNames && !isName) continue
    if (senses.every(({ kind }) => kind === 'filler' || kind === 'join')) continue
    const gap = Math.abs(other.length - key.length)
    const away =
      isName && isPart(key, other)
        ? 0.5
        : gap > 2
          ? FAR
          : distance.DamerauLevenshteinDistance(key, other, { restricted: true })
    if (isNear(key, other, away)) near.push({ word: other, isName, away, gap })
  }
  return near
    .sort((a, b) => a.away - b.away || a.gap - b.gap || b.word.length - a.word.length)
    .slice(0, CANDIDATES)
    .map((found) => (found.isName ? shown(found.word, text, vocabulary) : found.word))
}

const isPart = (part: string, whole: string) => part.length >= (HAN.test(part) ? 2 : 3) && whole.includes(part)

/** The same letters in another order. */
function isReordered(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('')
}

/** A name as its owner writes it, in the asker's script where it has one. */
function shown(key: string, text: string, { teams, agents }: Vocabulary): string {
  const names = [...teams, ...agents]
    .flatMap(({ id, names }) => [...names, id])
    .filter((name) => levelled(name) === key)
  return names.find((name) => languageOf(name) === languageOf(text)) ?? names[0] ?? key
}
