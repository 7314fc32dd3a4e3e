import TfIdf from 'natural/lib/natural/tfidf/tfidf.js'
import english from 'natural/lib/natural/util/stopwords.js'
import chinese from 'natural/lib/natural/util/stopwords_zh.js'
import { fold } from '../text/fold.ts'
import type { Segment } from '../text/segment.ts'
import { stem } from '../text/stem.ts'

/** A word that stands out in a period: in how many of its comments it is, and in how many earlier ones. */
export interface Keyword {
  word: string
  count: number
  earlier: number
  /** Ids of the comments in which it is. */
  verbatims: string[]
}

/** So many customers must have said a word: that of one may be a name, and says nothing of the others. */
const LEAST = 2
/** So much more often than before a word must be said. */
const LIFT = 1.5

const HAN = /\p{Script=Han}/u
const MASKED = /\[[^[\]]*\]/gu
const LATIN = /[a-z][a-z']{2,}/g
const STOP = new Set([...english.words, ...chinese.words].map((word) => fold(word).text))
// What is said of everything tells nothing of a period.
for (const word of [
  'service',
  'very',
  'really',
  'got',
  'get',
  'did',
  'was',
  'were',
  'had',
  'has',
  'have',
  'they',
  'she',
  'her',
  'him',
])
  STOP.add(word)
const TELLING = /^(?:n(?!r)|v|a|i|l)/u // nouns but persons' names, verbs, adjectives, set phrases

/** One masked comment → the words that could tell something, each once: as it is matched, and as it was written. */
function wordsOf(text: string, segment: Segment | null): Map<string, string> {
  const plain = text.replace(MASKED, (mask) => ' '.repeat(mask.length))
  const folded = fold(plain)
  const found = new Map<string, string>()
  for (const [word] of folded.text.matchAll(LATIN)) if (!STOP.has(word)) found.set(stem(word), word)
  if (!segment || !HAN.test(plain)) return found
  let at = 0
  for (const { word, tag } of segment(folded.text)) {
    const from = folded.text.indexOf(word, at)
    if (from < 0) continue
    at = from + word.length
    if (word.length < 2 || !HAN.test(word) || !TELLING.test(tag) || STOP.has(word)) continue
    found.set(word, plain.slice(folded.start(from), folded.end(at - 1)))
  }
  return found
}

/**
 * Masked comments of a period, and those of earlier periods of the same length → the words that stand out by tf-idf, the most
 * telling first. Chinese is looked at only with a segmenter.
 */
export function keywords(
  now: readonly { id: string; text: string; customer: string }[],
  earlier: readonly (readonly string[])[],
  segment: Segment | null,
  most = 12,
): Keyword[] {
  const tally = new TfIdf()
  const spoken = now.map(({ text }) => wordsOf(text, segment))
  const before = earlier.map((texts) => texts.map((text) => wordsOf(text, segment)))
  for (const period of [spoken, ...before]) tally.addDocument(period.flatMap((words) => [...words.keys()]))
  const past = before.flat()
  const kept: Keyword[] = []
  for (const { term } of tally.listTerms(0)) {
    if (kept.length >= most) break
    const saying = now.filter((_, i) => spoken[i]?.has(term))
    const count = saying.length
    const customers = new Set(saying.map(({ customer }) => customer))
    const known = past.filter((words) => words.has(term)).length
    const lift = (count / Math.max(1, now.length)) * (Math.max(1, past.length) / Math.max(1, known))
    if (customers.size >= LEAST && (past.length === 0 || known === 0 || lift >= LIFT))
      kept.push({ word: asWritten(spoken, term), count, earlier: known, verbatims: saying.map(({ id }) => id) })
  }
  return kept
}

/** The spelling that most comments have: "refunds" for the stem "refund", 態度 where it was written so. */
function asWritten(comments: readonly Map<string, string>[], key: string): string {
  const spellings = new Map<string, number>()
  for (const words of comments) {
    const word = words.get(key)
    if (word !== undefined) spellings.set(word, (spellings.get(word) ?? 0) + 1)
  }
  return [...spellings].reduce((a, b) => (b[1] > a[1] ? b : a), [key, 0] as [string, number])[0]
}
