import type { Folded } from '../../fold.ts'
import type { Stretch } from '../finder.ts'
import { bucketOf, type Namer } from './namer.ts'
import { gapAt, hashAt, type Words, wordsOf } from './words.ts'

/** What looks like an address, of a home or of a shop: words from `first` to `last`. */
interface Address {
  first: number
  last: number
}

/** The words that stand from `from` to `to` of a folded text, found by halves. */
export function addressAmong({ count, from: starts, to: ends }: Words, from: number, to: number): Address {
  const firstBehind = (places: Int32Array, than: number): number => {
    let [low, high] = [0, count]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[middle] ?? 0) > than) high = middle
      else low = middle + 1
    }
    return low
  }
  const first = firstBehind(ends, from)
  return { first, last: Math.max(first, firstBehind(starts, to - 1) - 1) }
}

/** So many words before an address are looked at, so many behind it, and so many of its own. */
const LED_BY = 16
const FOLLOWED_BY = 12
const OWN = 12

/** What speaks for and against an address being where somebody lives. */
export function featuresOfAddress(words: Words, { first, last }: Address, take: (bucket: number) => void): void {
  const [before, after] = [hashAt(words, first - 1), hashAt(words, last + 1)]
  const [left, right] = [gapAt(words, first), gapAt(words, last + 1)]
  const ends = hashAt(words, last)
  take(bucketOf(101, before, left))
  take(bucketOf(102, after, right))
  take(bucketOf(105, left, right))
  take(bucketOf(106, before, after))
  take(bucketOf(107, ends, after))
  take(bucketOf(108, ends, right))
  take(bucketOf(109, Math.min(OWN, last - first)))
  take(bucketOf(110, before, ends))
  for (let k = 1; k <= LED_BY; k++) {
    take(bucketOf(112, hashAt(words, first - k)))
    take(bucketOf(113, hashAt(words, first - k), hashAt(words, first - k + 1)))
  }
  for (let k = 1; k <= FOLLOWED_BY; k++) {
    take(bucketOf(114, hashAt(words, last + k)))
    take(bucketOf(115, hashAt(words, last + k), hashAt(words, last + k + 1)))
  }
  for (let k = 0; k <= Math.min(OWN, last - first); k++) {
    take(bucketOf(116, hashAt(words, last - k)))
    take(bucketOf(117, hashAt(words, last - k), hashAt(words, last - k + 1)))
  }
}

/** Right behind these stands a home, whatever was learned and whatever shop is beside it. */
const LIVES =
  /(?:(?<!入)住[在喺]?|[我他她妈爸]们?(?:的?家|屋企)[在喺是]?|家在|\b(?:i|we|s?he|they) (?:still )?liv(?:e|es|ed) (?:at|in|on) |\bmy (?:home|house|flat|(?:home )?address)(?: is)?(?: at|:)? ) ?$/
const LONGEST = 32

/** So far before a stretch the text is read, in characters. */
const BEFORE = 64

/** A folded text → whether what looks like an address there is where somebody lives. The answer holds until names are asked of. */
export function homesIn(
  namer: Namer,
  given: string,
  folded: Folded,
  stretch: Stretch,
): (from: number, to: number) => boolean {
  let words: Words | undefined
  return (from, to) => {
    words ??= wordsOf(given, folded, Math.max(0, stretch.from - BEFORE), folded.text.length, namer.words)
    let sum = 0
    featuresOfAddress(words, addressAmong(words, from, to), (bucket) => {
      sum += namer.weights.homes[bucket] ?? 0
    })
    return sum > namer.limits.homes.all || LIVES.test(folded.text.slice(Math.max(0, from - LONGEST), from))
  }
}
