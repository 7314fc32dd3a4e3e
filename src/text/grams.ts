import { CHARACTER, NUMBER, type Units } from './units.ts'

/** Buckets of the trained model: Chinese n-grams hash into the first part, words into the rest. */
export const HAN_BUCKETS = 196_608
export const WORD_BUCKETS = 65_536
export const BUCKETS = HAN_BUCKETS + WORD_BUCKETS

const mix = (hash: number, value: number) => Math.imul(hash ^ value, 0x01000193)
const settle = (hash: number) => {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (once ^ (once >>> 13)) >>> 0
}

/** A name and a number → a hash as those of n-grams. */
export function hashOf(name: string, kind: number): number {
  let hash = mix(0x811c9dcb, kind + 8)
  for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i))
  return settle(hash)
}

/** Calls `take` with the bucket of every n-gram of a folded text. */
export function grams(text: string, units: Units, take: (bucket: number) => void): void {
  ngrams(text, units, (hash, isHan) => take(isHan ? hash % HAN_BUCKETS : HAN_BUCKETS + (hash % WORD_BUCKETS)))
}

/**
 * Calls `take` with the hash of every n-gram of a folded text and the units it spans, `from` to `to`: one to three
 * characters of Chinese, one or two words and their runs of four letters otherwise. Punctuation parts n-grams, spaces do not.
 */
export function ngrams(
  text: string,
  units: Units,
  take: (hash: number, isHan: boolean, from: number, to: number) => void,
): void {
  const { count, from, to, clause, kind } = units
  let before = 0
  let earlier = 0
  let last = -1
  for (let i = 0; i < count; i++) {
    if (clause[i] !== last) {
      before = 0
      earlier = 0
      last = clause[i] ?? 0
    }
    const start = from[i] ?? 0
    const end = to[i] ?? 0
    if (kind[i] === CHARACTER) {
      const unit = text.charCodeAt(end - 1) + 1
      take(settle(mix(0x811c9dc5, unit)), true, i, i + 1)
      if (before) {
        const two = mix(mix(0x811c9dc6, before), unit)
        take(settle(two), true, i - 1, i + 1)
        if (earlier) take(settle(mix(mix(mix(0x811c9dc7, earlier), before), unit)), true, i - 2, i + 1)
      }
      earlier = before
      before = unit
      continue
    }
    let word = 0x811c9dc8
    if (kind[i] === NUMBER) word = mix(word, 0x30)
    else for (let k = start; k < end; k++) word = mix(word, text.charCodeAt(k))
    take(settle(word), false, i, i + 1)
    if (before) take(settle(mix(mix(0x811c9dc9, before), word)), false, i - 1, i + 1)
    if (kind[i] !== NUMBER) {
      for (let k = start; k + 4 <= end; k++) {
        let run = 0x811c9dca
        for (let j = k; j < k + 4; j++) run = mix(run, text.charCodeAt(j))
        take(settle(run), false, i, i + 1)
      }
    }
    earlier = 0
    before = word
  }
}
