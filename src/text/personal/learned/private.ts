import type { Folded } from '../../fold.ts'
import type { Stretch, What } from '../finder.ts'
import { closeFeaturesOfCode, eachCode, furtherFeaturesOfCode, isOfCompany } from './codes.ts'
import { closeFeaturesOfHan, eachHanName, furtherFeaturesOfHan } from './han.ts'
import { closeFeaturesOfWord, furtherFeaturesOfWord, mayBeName } from './letters.ts'
import type { Namer } from './namer.ts'
import { EVERYDAY, SPACE, type Words, wordsOf } from './words.ts'

/** So far around words in letters, and codes, others are read, in characters. */
const AROUND = 24
/** Letters, and some signs that do no harm, are of a to z or stand before the characters of East Asia. */
const [LETTER_A, LETTER_Z, FURTHER, HAN] = [0x61, 0x7a, 0xaa, 0x2e80]
const [ZERO, NINE, AT, UNDERSCORE] = [0x30, 0x39, 0x40, 0x5f]

type Take = (what: What, from: number, to: number) => void

/** Who is told what is private, and knows where something was found before. */
interface Finds {
  isTaken: (from: number, to: number) => boolean
  take: Take
}

/** Takes each private name, and each number that is somebody's own, in a stretch of a folded text: its first unit, and the one behind its last. */
export function eachPrivate(namer: Namer, given: string, folded: Folded, stretch: Stretch, finds: Finds): void {
  const { take } = finds
  hanNames(namer, folded.text, stretch, take)
  for (const part of written(folded.text, stretch)) {
    const words = wordsOf(given, folded, part.from, part.to, namer.words)
    if (!words.isForeign) namesInLetters(namer, words, take)
    codes(namer, folded.text, words, finds)
  }
}

const isWritten = (unit: number) =>
  (unit >= LETTER_A && unit < HAN && (unit <= LETTER_Z || unit >= FURTHER)) ||
  (unit >= ZERO && unit <= NINE) ||
  unit === AT ||
  unit === UNDERSCORE

/** Where words in letters and figures stand, with what stands around them. */
function written(text: string, { from, to }: Stretch): Stretch[] {
  const parts: Stretch[] = []
  const end = Math.min(to, text.length)
  let [first, last] = [-1, -1]
  for (let i = from; i < end; i++) {
    if (!isWritten(text.charCodeAt(i))) continue
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

function hanNames(namer: Namer, text: string, { from, to }: Stretch, take: Take): void {
  const { limits, weights } = namer
  let sum = 0
  const add = (bucket: number) => {
    sum += weights.han[bucket] ?? 0
  }
  let best: { from: number; to: number; sum: number } | undefined
  eachHanName(text, from, to, namer.pairs, (name) => {
    const { begins, ends } = name
    sum = 0
    closeFeaturesOfHan(text, name, add)
    if (sum <= limits.han.close || isMask(text, begins)) return
    furtherFeaturesOfHan(text, name, add)
    if (sum <= limits.han.all) return
    // of two that stand in each other's way the likelier one
    const isRival = best !== undefined && begins < best.to
    if (best && isRival && best.sum >= sum) return
    if (best && !isRival) take('name', best.from, best.to)
    best = { from: begins, to: ends, sum }
  })
  if (best) take('name', best.from, best.to)
}

function namesInLetters(namer: Namer, words: Words, take: Take): void {
  const { count, from, to, gap, shape } = words
  const { limits, weights, beside, everyday } = namer
  let sum = 0
  const add = (bucket: number) => {
    sum += weights.letters[bucket] ?? 0
  }
  const isMore = (i: number, than: number): boolean => {
    if (i < 0 || i >= count || !mayBeName(words, i)) return false
    sum = 0
    closeFeaturesOfWord(words, i, add)
    if (sum <= limits.letters.close) return false
    furtherFeaturesOfWord(words, i, add)
    return sum > than
  }
  let done = 0
  for (let i = 0; i < count; i++) {
    if (!isMore(i, (shape[i] ?? 0) >= EVERYDAY ? everyday : limits.letters.all)) continue
    let first = i
    while (first > done && gap[first] === SPACE && isMore(first - 1, beside)) first--
    while (gap[i + 1] === SPACE && isMore(i + 1, beside)) i++
    take('name', from[first] ?? 0, to[i] ?? 0)
    done = i + 1
  }
}

function codes(namer: Namer, text: string, words: Words, { isTaken, take }: Finds): void {
  const { limits, weights } = namer
  let sum = 0
  const add = (bucket: number) => {
    sum += weights.codes[bucket] ?? 0
  }
  eachCode(text, words, (code) => {
    if (isTaken(code.from, code.to)) return
    sum = 0
    closeFeaturesOfCode(text, words, code, add)
    if (sum <= limits.codes.close) return
    furtherFeaturesOfCode(text, words, code, add)
    if (sum > limits.codes.all && !isOfCompany(text, code))
      take(code.letters > code.figures ? 'account' : 'number', code.from, code.to)
  })
}
