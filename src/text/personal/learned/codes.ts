import { mix } from '../../grams.ts'
import { isOwn } from '../finder.ts'
import { isHotline } from '../hotlines.ts'
import { bucketOf } from './namer.ts'
import { EVERYDAY, gapAt, HAN, hashAt, hashOf, MASK, NUMBER, type Words } from './words.ts'

/**
 * What has figures, "@" or "_" in it: an account, a paper, a plate, a name on a messenger, and as well an order, an amount, a size. Words
 * from `first` to `last`, and where it stands in the folded text.
 */
export interface Code {
  first: number
  last: number
  from: number
  to: number
  figures: number
  letters: number
  /** How many of "@" and "_". */
  signs: number
  /** How it is written: how many figures stand together, whether letters do, and what joins them. */
  shape: number
}

/** What is longer is nobody's number. */
const LONGEST = 40
/** With fewer figures, or figures and letters, it is none either. */
const FEWEST_FIGURES = 4
const FEWEST = 5

const [ZERO, NINE, LETTER_A, LETTER_Z] = [0x30, 0x39, 0x61, 0x7a]
const [AT, UNDERSCORE, HYPHEN, SPACE] = [0x40, 0x5f, 0x2d, 0x20]
/** What joins the parts of a code. */
const JOINS = new Set([...'-._/#@·'].map((sign) => sign.charCodeAt(0)))

const isWord = ({ shape }: Words, i: number) => (shape[i] ?? MASK) % EVERYDAY < HAN
const isNumber = ({ shape }: Words, i: number) => shape[i] === NUMBER
const isSign = (unit: number) => unit === AT || unit === UNDERSCORE

/** Whether the word behind goes on a code: it stands right behind, or one sign stands between. */
function goesOn(text: string, words: Words, i: number): boolean {
  const { count, from, to } = words
  if (i + 1 >= count || !(isNumber(words, i + 1) || isWord(words, i + 1))) return false
  const between = (from[i + 1] ?? 0) - (to[i] ?? 0)
  return between === 0 || (between === 1 && JOINS.has(text.charCodeAt(to[i] ?? 0)))
}

/** A row of words that nothing parts but signs: its last word, and whether it is of figures and hyphens alone. */
function rowFrom(text: string, words: Words, first: number): { last: number; isFigures: boolean } {
  const { from, to } = words
  let last = first
  let isFigures = isNumber(words, first)
  while (goesOn(text, words, last) && (to[last + 1] ?? 0) - (from[first] ?? 0) <= LONGEST) {
    isFigures &&= isNumber(words, last + 1) && text.charCodeAt(to[last] ?? 0) === HYPHEN
    last++
  }
  return { last, isFigures }
}

/** Where a code ends that begins at a word: groups of figures with a space between are one. */
function endOf(text: string, words: Words, first: number): number {
  const { count, from, to } = words
  let { last, isFigures } = rowFrom(text, words, first)
  while (
    isFigures &&
    last + 1 < count &&
    isNumber(words, last + 1) &&
    (from[last + 1] ?? 0) - (to[last] ?? 0) === 1 &&
    text.charCodeAt(to[last] ?? 0) === SPACE
  ) {
    const next = rowFrom(text, words, last + 1)
    if (!next.isFigures || (to[next.last] ?? 0) - (from[first] ?? 0) > LONGEST) break
    last = next.last
  }
  return last
}

const LONG = 10
const [SOME_FIGURES, SOME_LETTERS] = [1, 20]

function codeOf(text: string, words: Words, first: number, last: number): Code {
  const to = words.to[last] ?? 0
  let from = words.from[first] ?? 0
  if (isSign(text.charCodeAt(from - 1))) from--
  let [figures, letters, signs, shape, run] = [0, 0, 0, 0, 0]
  let wasLetter = false
  for (let i = from; i <= to; i++) {
    const unit = i < to ? text.charCodeAt(i) : 0
    if (unit >= ZERO && unit <= NINE) {
      figures++
      run++
      wasLetter = false
      continue
    }
    if (run > 0) shape = mix(shape, SOME_FIGURES + Math.min(run, LONG))
    run = 0
    const isLetter = unit >= LETTER_A && unit <= LETTER_Z
    if (!isLetter) shape = mix(shape, unit)
    else if (!wasLetter) shape = mix(shape, SOME_LETTERS)
    if (isLetter) letters++
    if (isSign(unit)) signs++
    wasLetter = isLetter
  }
  return { first, last, from, to, figures, letters, signs, shape }
}

/** Calls `take` with each that may be somebody's own, among the words of a folded text. */
export function eachCode(text: string, words: Words, take: (code: Code) => void): void {
  for (let i = 0; i < words.count; i++) {
    if (!isNumber(words, i) && !isWord(words, i)) continue
    const last = endOf(text, words, i)
    const code = codeOf(text, words, i, last)
    i = last
    const { figures, letters, signs } = code
    if (figures >= FEWEST_FIGURES || (figures + letters >= FEWEST && letters > 0 && figures + signs > 0)) take(code)
  }
}

/** So many words before a code are looked at one by one, and so many behind it. */
const LED_BY = 12
const NEAR = 8
const FOLLOWED_BY = 6
/** In so many characters before and behind it stands what makes it an order's or an amount. */
const CONTEXT = 48

/** What tells most, and sooner than all: how it is written, and what stands beside it. */
export function closeFeaturesOfCode(text: string, words: Words, code: Code, take: (bucket: number) => void): void {
  const { first, last, from, to, figures, letters, shape } = code
  const [before, after] = [hashAt(words, first - 1), hashAt(words, last + 1)]
  const [left, right] = [gapAt(words, first), gapAt(words, last + 1)]
  take(bucketOf(61, shape))
  take(bucketOf(62, figures, Math.min(letters, LONG)))
  take(bucketOf(63, hashOf(text.slice(from, from + 3)), figures))
  take(bucketOf(64, before, left))
  take(bucketOf(65, after, right))
  take(bucketOf(66, before, hashAt(words, first - 2)))
  take(bucketOf(67, text.charCodeAt(from - 1), text.charCodeAt(to)))
}

/** What stands before and behind it. */
const around = (text: string, { from, to }: Code): [before: string, after: string] => [
  text.slice(Math.max(0, from - CONTEXT), from),
  text.slice(to, to + CONTEXT),
]

/** Whether it is the number of a company's line, which is kept. */
export const isOfCompany = (text: string, code: Code): boolean =>
  isHotline(text.slice(code.from, code.to), ...around(text, code))

/** What else speaks for and against a code being somebody's own. */
export function furtherFeaturesOfCode(text: string, words: Words, code: Code, take: (bucket: number) => void): void {
  const { first, last, from, figures, shape } = code
  const [before, after] = [hashAt(words, first - 1), hashAt(words, last + 1)]
  const earlier = hashAt(words, first - 2)
  const [left, right] = [gapAt(words, first), gapAt(words, last + 1)]
  take(bucketOf(71, hashOf(text.slice(from, from + 2))))
  take(bucketOf(72, hashAt(words, first)))
  take(bucketOf(73, before))
  take(bucketOf(74, before, after))
  take(bucketOf(75, mix(before, earlier), hashAt(words, first - 3)))
  take(bucketOf(76, before, shape))
  take(bucketOf(77, after))
  take(bucketOf(78, after, shape))
  take(bucketOf(79, after, hashAt(words, last + 2)))
  take(bucketOf(80, mix(after, hashAt(words, last + 2)), hashAt(words, last + 3)))
  take(bucketOf(81, left, right))
  take(bucketOf(82, left, shape))
  const own = isOwn('', ...around(text, code)) ? 1 : 0
  take(bucketOf(88, own))
  take(bucketOf(89, own, figures))
  for (let k = 2; k <= LED_BY; k++) {
    take(bucketOf(83, hashAt(words, first - k)))
    take(bucketOf(84, hashAt(words, first - k), hashAt(words, first - k + 1)))
    if (k < NEAR) take(bucketOf(85, hashAt(words, first - k), figures))
  }
  for (let k = 1; k <= FOLLOWED_BY; k++) {
    take(bucketOf(86, hashAt(words, last + k)))
    take(bucketOf(87, hashAt(words, last + k), hashAt(words, last + k + 1)))
  }
}
