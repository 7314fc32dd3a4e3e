import { mix, settle } from '../../grams.ts'
import { isObject, packed, unpacked } from '../../packed.ts'
import { readShipped } from '../../shipped.ts'
import type { Known } from './known.ts'

/** Weights of hashed features, for Chinese names and for those in letters alike. */
export const BUCKETS = 2 ** 17

/** Which feature it is, by a number of its own, and what it says → its weight's place. */
export const bucketOf = (feature: number, a: number, b = 0): number =>
  settle(mix(Math.imul(Math.imul(feature, 0x9e3779b1) ^ a, 0x85ebca6b), b)) & (BUCKETS - 1)

/** How many bytes the sets have. */
export const WORDS_LENGTH = 2 ** 17
export const PAIRS_LENGTH = 2 ** 16
const LENGTH = BUCKETS * 2 + WORDS_LENGTH + PAIRS_LENGTH

/** Sums of weights, above which something is a name. */
export interface Limits {
  /** Of what stands close alone: under it, nothing else is looked at. */
  close: number
  all: number
}

interface Header {
  version: string
  han: Limits
  letters: Limits
  /** For a word of every day, which is rarely a name. */
  everyday: number
  /** For a word beside one that is a name. */
  beside: number
}

/** What training made: how much each feature speaks for somebody's private name, and the words of every day. */
export interface Namer extends Header {
  hanWeights: Int8Array
  letterWeights: Int8Array
  /** Words of every day. */
  words: Known
  /** Pairs of characters with which words of every day begin, and no names. */
  pairs: Known
}

const isLimits = (value: unknown): value is Limits =>
  isObject(value) && typeof value.close === 'number' && typeof value.all === 'number'

const isHeader = (value: unknown): value is Header =>
  isObject(value) &&
  typeof value.version === 'string' &&
  typeof value.beside === 'number' &&
  typeof value.everyday === 'number' &&
  isLimits(value.han) &&
  isLimits(value.letters)

/** Header, weights and words → the file's bytes. */
export function packNamer({ hanWeights, letterWeights, words, pairs, ...header }: Namer): Uint8Array {
  const body = new Uint8Array(LENGTH)
  body.set(new Uint8Array(hanWeights.buffer, hanWeights.byteOffset, BUCKETS))
  body.set(new Uint8Array(letterWeights.buffer, letterWeights.byteOffset, BUCKETS), BUCKETS)
  body.set(words, BUCKETS * 2)
  body.set(pairs, BUCKETS * 2 + words.length)
  return packed(header, body)
}

/** The bytes of a file → the namer; throws when they are not one. */
export function unpackNamer(bytes: Uint8Array): Namer {
  const { header, body } = unpacked(bytes)
  if (!isHeader(header)) throw new Error('the file of names has no header of the right shape')
  if (body.length !== LENGTH) throw new Error('the file of names does not hold all weights')
  const all = new Int8Array(BUCKETS * 2)
  all.set(body.subarray(0, BUCKETS * 2))
  return {
    ...header,
    hanWeights: all.subarray(0, BUCKETS),
    letterWeights: all.subarray(BUCKETS),
    words: new Uint8Array(body.subarray(BUCKETS * 2, BUCKETS * 2 + WORDS_LENGTH)),
    pairs: new Uint8Array(body.subarray(BUCKETS * 2 + WORDS_LENGTH)),
  }
}

let shipped: Namer | undefined

/** The namer that comes with the product (src/text/weights/names.bin), read on first use. */
export function shippedNamer(): Namer {
  shipped ??= unpackNamer(readShipped('src/text/weights/names.bin'))
  return shipped
}
