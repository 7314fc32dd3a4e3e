import type { Folded } from '../../fold.ts'
import type { Stretch } from '../finder.ts'
import { closeFeaturesOfHan, eachHanName, furtherFeaturesOfHan } from './han.ts'
import { closeFeaturesOfWord, furtherFeaturesOfWord, mayBeName } from './letters.ts'
import type { Namer } from './namer.ts'
import { EVERYDAY, SPACE, wordsOf } from './words.ts'

/** So far around words in letters others are read, in characters. */
const AROUND = 24
/** Letters, and some signs that do no harm, are of a to z or stand before the characters of East Asia. */
const [LETTER_A, LETTER_Z, FURTHER, HAN] = [0x61, 0x7a, 0xaa, 0x2e80]

/** Calls `take` with each of somebody's private names in a stretch of a folded text, from the first unit to the one after the last. */
export function eachName(
  namer: Namer,
  given: string,
  folded: Folded,
  stretch: Stretch,
  take: (from: number, to: number) => void,
): void {
  hanNames(namer, folded.text, stretch, take)
  for (const part of inLetters(folded.text, stretch)) namesInLetters(namer, given, folded, part, take)
}

/** Where words in letters stand, with what stands around them. */
function inLetters(text: string, { from, to }: Stretch): Stretch[] {
  const parts: Stretch[] = []
  const end = Math.min(to, text.length)
  let [first, last] = [-1, -1]
  for (let i = from; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit < LETTER_A || unit >= HAN || (unit > LETTER_Z && unit < FURTHER)) continue
    if (first < 0) first = i
    else if (i - last > AROUND) {
      parts.push({ from: Math.max(0, first - AROUND), to: last + AROUND })
      first = i
    }
    last = i
  }
  if (first >= 0) parts.push({ from: Math.max(0, first - AROUND), to: last + AROUND })
  return parts
}

/** Whether what stands there says what was masked. */
const isMask = (text: string, at: number) => text.charAt(at - 1) === '['

function hanNames(namer: Namer, text: string, { from, to }: Stretch, take: (from: number, to: number) => void): void {
  const { han, hanWeights } = namer
  let sum = 0
  const add = (bucket: number) => {
    sum += hanWeights[bucket] ?? 0
  }
  let best: { from: number; to: number; sum: number } | undefined
  eachHanName(text, from, to, namer.pairs, (name) => {
    const { begins, ends } = name
    sum = 0
    closeFeaturesOfHan(text, name, add)
    if (sum <= han.close || isMask(text, begins)) return
    furtherFeaturesOfHan(text, name, add)
    if (sum <= han.all) return
    // of two that stand in each other's way the likelier one
    const isRival = best !== undefined && begins < best.to
    if (best && isRival && best.sum >= sum) return
    if (best && !isRival) take(best.from, best.to)
    best = { from: begins, to: ends, sum }
  })
  if (best) take(best.from, best.to)
}

function namesInLetters(
  namer: Namer,
  given: string,
  folded: Folded,
  stretch: Stretch,
  take: (from: number, to: number) => void,
): void {
  const words = wordsOf(given, folded, stretch.from, stretch.to, namer.words)
  if (words.isForeign) return
  const { count, from, to, gap, shape } = words
  const { letters, letterWeights, beside, everyday } = namer
  let sum = 0
  const add = (bucket: number) => {
    sum += letterWeights[bucket] ?? 0
  }
  const isMore = (i: number, than: number): boolean => {
    if (i < 0 || i >= count || !mayBeName(words, i)) return false
    sum = 0
    closeFeaturesOfWord(words, i, add)
    if (sum <= letters.close) return false
    furtherFeaturesOfWord(words, i, add)
    return sum > than
  }
  let done = 0
  for (let i = 0; i < count; i++) {
    if (!isMore(i, (shape[i] ?? 0) >= EVERYDAY ? everyday : letters.all)) continue
    let first = i
    while (first > done && gap[first] === SPACE && isMore(first - 1, beside)) first--
    while (gap[i + 1] === SPACE && isMore(i + 1, beside)) i++
    take(from[first] ?? 0, to[i] ?? 0)
    done = i + 1
  }
}
