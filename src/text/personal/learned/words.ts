import type { Folded } from '../../fold.ts'
import { mix } from '../../grams.ts'
import { classOf, LETTER, ROOM } from '../../units.ts'
import { maskAt } from '../masks.ts'
import { isKnown, type Known } from './known.ts'

/** What stands in a text, as names are told by: words of letters, Han characters one by one, numbers, masks. */
export interface Words {
  readonly count: number
  /** Places in the folded text. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Of the folded word; all numbers have the same, and all masks of one kind. */
  readonly hash: Int32Array
  /** How each is written, and `EVERYDAY` for words of every day. */
  readonly shape: Uint8Array
  /** What stands before each word, and behind the last. */
  readonly gap: Uint8Array
  /** Most words are of no language that is known here. */
  readonly isForeign: boolean
}

/** How a word is written. */
export const SMALL = 0
export const CAPITAL = 1
export const CAPITALS = 2
export const HAN = 3
export const NUMBER = 4
export const MASK = 5
export const NOTHING = 6
export const EVERYDAY = 8

/** What may stand before a word, the stronger first: of several signs the strongest counts. */
export const LINE = 1
export const STOP = 2
const COMMA = 3
const COLON = 4
const QUOTE = 5
const DASH = 6
const POSSESSIVE = 7
export const SPACE = 8
const OTHER = 9
const NONE = 10
/** Nothing stands before the first word of a text, nor behind its last. */
export const EDGE = 11

const SIGNS = new Uint8Array(128).fill(OTHER)
for (const [what, characters] of [
  [LINE, '\n\r'],
  [STOP, '.!?~'],
  [COMMA, ',;'],
  [COLON, ':=>'],
  [QUOTE, '"()|[]'],
  [DASH, '-/_'],
  [SPACE, ' \t'],
] as const)
  for (const char of characters) SIGNS[char.charCodeAt(0)] = what
const STOPS = '。…'
const QUOTES = '“”「」『』【】'

/** What a character that is in no word says; folding has made half-width signs of most. */
function signOf(unit: number): number {
  if (unit < 128) return SIGNS[unit] ?? OTHER
  const char = String.fromCharCode(unit)
  return char === '、' ? COMMA : STOPS.includes(char) ? STOP : QUOTES.includes(char) ? QUOTE : OTHER
}

const [LETTER_A, LETTER_Z] = [0x61, 0x7a]
const APOSTROPHE = 0x27
const HYPHEN = 0x2d
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isHan = (unit: number) => unit >= 0x3400 && unit <= 0x9fff

/** Where more words than this share are in capitals, capitals say nothing. */
const SHOUTED = 0.7
/** So many words in small letters that nobody knows, and more than this share of all, are of another language. */
const FOREIGN = 3
const FOREIGN_SHARE = 0.5
/** What a hash begins with. */
const SEED = 0x811c9dcb
const ANY_NUMBER = 1
const FIRST_MASK = 2

/** The hash that a word in small letters has among `Words`. */
export function hashOf(word: string): number {
  let value = SEED
  for (let i = 0; i < word.length; i++) value = mix(value, word.charCodeAt(i))
  return value
}

/** The hash of a word; 0 where none stands. */
export const hashAt = ({ hash, count }: Words, i: number): number => (i >= 0 && i < count ? (hash[i] ?? 0) : 0)
/** What stands before a word, or behind the last. */
export const gapAt = ({ gap, count }: Words, i: number): number => (i >= 0 && i <= count ? (gap[i] ?? 0) : 0)

// Every text uses these again.
let room = ROOM
let memory = columns(room)

function columns(length: number) {
  return {
    from: new Int32Array(length),
    to: new Int32Array(length),
    hash: new Int32Array(length),
    shape: new Uint8Array(length),
    gap: new Uint8Array(length + 1),
  }
}

const isUpper = (char: string) => char.toLowerCase() !== char

/** "LaserJet" is a product, and "McLaren", "DeShawn" or "O'Neill" somebody's name. */
const JOINED = /^(?!(?:Ma?c|[DL][aeiu]|Van|Fitz)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}/u

/** How a word is written in the text as given; what folding has left as it was is small. */
function shapeOf(given: string, { text, start }: Folded, from: number, to: number): number {
  const first = start(from)
  if (given.charCodeAt(first) === text.charCodeAt(from) || !isUpper(given.charAt(first))) return SMALL
  if (to - from > 1 && isUpper(given.charAt(start(from + 1)))) return CAPITALS
  return JOINED.test(given.slice(first, start(to - 1) + 1)) ? CAPITALS : CAPITAL
}

/** The words that begin from `first` to `last` of a folded text. They hold until it is asked of another text. */
export function wordsOf(given: string, folded: Folded, first: number, last: number, everyday: Known): Words {
  const { text } = folded
  const end = Math.min(last, text.length)
  if (room < end - first) {
    room = end - first
    memory = columns(room)
  }
  const { from, to, hash, shape, gap } = memory
  let count = 0
  let before = first === 0 ? EDGE : NONE
  for (let i = first; i < end; ) {
    const unit = text.charCodeAt(i)
    const isWord = isLetter(unit)
    const mask = isWord ? undefined : maskAt(text, i)
    if (!isWord && !mask && !isDigit(unit) && !isHan(unit)) {
      before = Math.min(before, signOf(unit))
      i++
      continue
    }
    from[count] = i
    gap[count] = before
    before = NONE
    if (isWord) {
      let value = SEED
      for (let next = unit; ; ) {
        value = mix(value, next)
        next = ++i < end ? text.charCodeAt(i) : 0
        if ((next < LETTER_A || next > LETTER_Z) && !goesOn(text, i, next)) break
      }
      hash[count] = value
      shape[count] = shapeOf(given, folded, from[count] ?? 0, i)
    } else if (mask) {
      i = mask.end
      hash[count] = FIRST_MASK + mask.kind
      shape[count] = MASK
    } else if (isDigit(unit)) {
      while (i < end && isDigit(text.charCodeAt(i))) i++
      hash[count] = ANY_NUMBER
      shape[count] = NUMBER
    } else {
      hash[count] = mix(SEED, unit)
      shape[count] = HAN
      i++
    }
    to[count] = i
    count++
    if (isWord && isPossessive(text, i)) {
      i += 2
      before = POSSESSIVE
    }
  }
  gap[count] = end === text.length && before === NONE ? EDGE : before
  return { count, from, to, hash, shape, gap, isForeign: settleShapes(count, everyday) }
}

/** Marks the words of every day, and takes capitals that say nothing for small letters: whether most words are of another language. */
function settleShapes(count: number, everyday: Known): boolean {
  const { hash, shape } = memory
  let [written, loud] = [0, 0]
  for (let i = 0; i < count; i++) {
    if ((shape[i] ?? 0) < HAN) written++
    if (shape[i] === CAPITALS) loud++
  }
  const shouts = loud > written * SHOUTED
  let [small, unknown] = [0, 0]
  for (let i = 0; i < count; i++) {
    if ((shape[i] ?? 0) >= HAN) continue
    if (shouts && shape[i] === CAPITALS) shape[i] = SMALL
    const isEveryday = isKnown(everyday, hash[i] ?? 0)
    if (shape[i] === SMALL) {
      small++
      if (!isEveryday) unknown++
    }
    if (isEveryday) shape[i] = (shape[i] ?? 0) + EVERYDAY
  }
  return unknown >= FOREIGN && unknown > small * FOREIGN_SHARE
}

/** "'s" behind a word is no part of it. */
const isPossessive = (text: string, at: number): boolean =>
  text.charCodeAt(at) === APOSTROPHE && text.charAt(at + 1) === 's' && !isLetter(text.charCodeAt(at + 2))

/** Whether a character of folded text is one of letters, and not Han. */
const isLetter = (unit: number): boolean =>
  unit < 128 ? unit >= LETTER_A && unit <= LETTER_Z : unit < 0x2e80 && classOf(unit) === LETTER

/** "O'Neill" and "Ann-Marie" are one word each. */
function goesOn(text: string, at: number, unit: number): boolean {
  if (unit !== APOSTROPHE && unit !== HYPHEN) return isLetter(unit)
  return isLetter(text.charCodeAt(at + 1)) && !isPossessive(text, at)
}
