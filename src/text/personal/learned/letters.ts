import { RELATIVES } from '../relatives.ts'
import { bucketOf } from './namer.ts'
import {
  CAPITAL,
  CAPITALS,
  EDGE,
  EVERYDAY,
  gapAt,
  hashAt,
  hashOf,
  LINE,
  NOTHING,
  SMALL,
  STOP,
  type Words,
} from './words.ts'

/** How many words before a name are looked at one by one. */
const LED_BY = 7
const LONGEST = 9
const FAR = 3

const KIN = new Set(RELATIVES.en.split('|').map(hashOf))

const shapeAt = ({ shape, count }: Words, i: number) => (i >= 0 && i < count ? (shape[i] ?? NOTHING) : NOTHING)

const kinAt = (words: Words, i: number) => (KIN.has(hashAt(words, i)) ? 1 : 0)

/** A sentence begins with a capital, whatever its first word is. */
const beginsSentence = (words: Words, i: number) => {
  const gap = gapAt(words, i)
  return gap === EDGE || gap === LINE || gap === STOP
}

/** Whether a word may be a part of somebody's name: it has a capital where none is due, or is no word of every day. */
export function mayBeName(words: Words, i: number): boolean {
  const { from, to } = words
  const shape = shapeAt(words, i)
  if (shape === CAPITAL + EVERYDAY || shape === CAPITALS + EVERYDAY)
    return (to[i] ?? 0) - (from[i] ?? 0) > 1 && (!beginsSentence(words, i) || isCapital(shapeAt(words, i + 1)))
  return isCapital(shape) || (shape === SMALL && (to[i] ?? 0) - (from[i] ?? 0) > 1)
}

const isCapital = (shape: number) => shape === CAPITAL || shape === CAPITALS

/** What tells most, and sooner than all: the word, how it is written, and what stands beside it. */
export function closeFeaturesOfWord(words: Words, i: number, take: (bucket: number) => void): void {
  const shape = shapeAt(words, i)
  const [gap, behind] = [gapAt(words, i), gapAt(words, i + 1)]
  take(bucketOf(2, hashAt(words, i), shape))
  take(bucketOf(3, shape, gap * 16 + behind))
  take(bucketOf(5, hashAt(words, i - 1), gap))
  take(bucketOf(7, hashAt(words, i + 1), behind))
  take(bucketOf(11, shape, gap * 16 + shapeAt(words, i - 1)))
  take(bucketOf(12, shape, behind * 16 + shapeAt(words, i + 1)))
  take(bucketOf(21, kinAt(words, i - 1), gap * 16 + shape))
}

/** What else speaks for and against a word being a part of somebody's private name. */
export function furtherFeaturesOfWord(words: Words, i: number, take: (bucket: number) => void): void {
  const { count, from, to } = words
  const [before, after] = [hashAt(words, i - 1), hashAt(words, i + 1)]
  const [gap, behind] = [gapAt(words, i), gapAt(words, i + 1)]
  const shape = shapeAt(words, i)
  const right = shapeAt(words, i + 1)
  const around = (shapeAt(words, i - 1) * 16 + shape) * 16 + right
  take(bucketOf(1, hashAt(words, i)))
  take(bucketOf(4, Math.min(LONGEST, (to[i] ?? 0) - (from[i] ?? 0)) * 16 + shape))
  take(bucketOf(6, before, hashAt(words, i - 2)))
  take(bucketOf(8, after, hashAt(words, i + 2)))
  take(bucketOf(9, hashAt(words, i + 2)))
  take(bucketOf(10, before, after))
  take(bucketOf(13, gap * 16 + behind, around))
  take(bucketOf(14, around, shapeAt(words, i - 2) * 16 + shapeAt(words, i + 2)))
  take(bucketOf(15, before, shape))
  take(bucketOf(16, after, shape))
  take(bucketOf(17, before, right))
  take(bucketOf(18, behind * 16 + gapAt(words, i + 2), shape * 16 + right))
  take(bucketOf(19, Math.min(FAR, count - 1 - i), shape * 16 + gap))
  const kin = kinAt(words, i - 1) + 2 * kinAt(words, i - 2) + 4 * kinAt(words, i + 1) + 8 * kinAt(words, i + 2)
  take(bucketOf(22, kin, shape))
  take(bucketOf(23, kin, hashAt(words, i - 2)))
  for (let k = 2; k <= LED_BY; k++) take(bucketOf(20, hashAt(words, i - k)))
}
