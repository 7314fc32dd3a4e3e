import { CHARACTER, NUMBER, type Units } from './units.ts'

/** Buckets of the trained model: Chinese n-grams hash into the first part, words into the rest. */
export const HAN_BUCKETS = 196_608
const WORD_BUCKETS = 65_536
export const BUCKETS = HAN_BUCKETS + WORD_BUCKETS

/** What an n-gram is made of. Emoji are characters as well. */
export const OF_WORDS = 0
const OF_HAN = 1
export const OF_EMOJI = 2

/** A hash, and what comes next → their hash. */
export const mix = (hash: number, value: number) => Math.imul(hash ^ value, 0x01000193)
/** Spreads a hash over all its bits. */
export const settle = (hash: number) => {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (once ^ (once >>> 13)) >>> 0
}

/** A name and a number → a hash as those of n-grams. */
export function hashOf(name: string, kind: number): number {
  let hash = mix(0x811c9dcb, kind + 8)
  for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i))
  return settle(hash)
}

/** The n-grams of a text, `count` of them: a hash each, what it is made of, and the units from `from` to `to` it spans. */
export interface Grams {
  readonly count: number
  readonly hash: Uint32Array
  readonly of: Uint8Array
  readonly from: Uint16Array
  readonly to: Uint16Array
}

/** Whether emoji count, as they do where hardly any word stands beside them. */
export const hasEmoji = ({ of, count }: Grams): boolean => of.subarray(0, count).includes(OF_EMOJI)

/** Which weight of the trained model an n-gram has. */
export function bucketOf({ hash, of }: Grams, i: number): number {
  const value = hash[i] ?? 0
  const low = value & 0xffff
  // the rest by three times 65,536, since the engine divides slowly by what it does not see as a constant
  return of[i] === OF_WORDS ? HAN_BUCKETS + low : ((value >>> 16) % 3) * 0x10000 + low
}

const isHan = (code: number) => code >= 0x3400 && code < 0xd800

/** How many n-grams a text has at most: three a character; a word, the pair before it and its runs of four letters. */
function mostGrams({ count, from, to, kind }: Units): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += kind[i] === CHARACTER ? 3 : 2 + (to[i] ?? 0) - (from[i] ?? 0)
  return sum
}

/** Columns for so many n-grams, in one piece of memory: to ask for four took 1 to 4 % of the time of a comment. */
function columnsFor(most: number): Omit<Grams, 'count'> {
  const memory = new ArrayBuffer(most * 9)
  return {
    hash: new Uint32Array(memory, 0, most),
    from: new Uint16Array(memory, most * 4, most),
    to: new Uint16Array(memory, most * 6, most),
    of: new Uint8Array(memory, most * 8, most),
  }
}

/**
 * A folded text → its n-grams: one to three characters of Chinese, one or two words and their runs of four letters
 * otherwise. Punctuation parts n-grams, spaces do not.
 */
export function gramsOf(text: string, units: Units): Grams {
  const { clause, kind, from: start, to: end } = units
  const { hash, of, from, to } = columnsFor(mostGrams(units))
  let count = 0
  const take = (value: number, what: number, first: number, last: number) => {
    hash[count] = settle(value)
    of[count] = what
    from[count] = first
    to[count] = last + 1
    count++
  }
  let before = 0
  let earlier = 0
  let last = -1
  for (let i = 0; i < units.count; i++) {
    if (clause[i] !== last) {
      before = 0
      earlier = 0
      last = clause[i] ?? 0
    }
    const begin = start[i] ?? 0
    const stop = end[i] ?? 0
    if (kind[i] === CHARACTER) {
      const what = isHan(text.charCodeAt(begin)) ? OF_HAN : OF_EMOJI
      const unit = text.charCodeAt(stop - 1) + 1
      take(mix(0x811c9dc5, unit), what, i, i)
      if (before) {
        take(mix(mix(0x811c9dc6, before), unit), what, i - 1, i)
        if (earlier) take(mix(mix(mix(0x811c9dc7, earlier), before), unit), what, i - 2, i)
      }
      earlier = before
      before = unit
      continue
    }
    let word = 0x811c9dc8
    if (kind[i] === NUMBER) word = mix(word, 0x30)
    else for (let k = begin; k < stop; k++) word = mix(word, text.charCodeAt(k))
    take(word, OF_WORDS, i, i)
    if (before) take(mix(mix(0x811c9dc9, before), word), OF_WORDS, i - 1, i)
    if (kind[i] !== NUMBER) {
      for (let k = begin; k + 4 <= stop; k++) {
        let run = 0x811c9dca
        for (let j = k; j < k + 4; j++) run = mix(run, text.charCodeAt(j))
        take(run, OF_WORDS, i, i)
      }
    }
    earlier = 0
    before = word
  }
  return { count, hash, of, from, to }
}
