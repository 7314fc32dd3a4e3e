import { mix, settle } from '../../grams.ts'
import { isObject, packed, unpacked } from '../../packed.ts'
import { readShipped } from '../../shipped.ts'
import type { Known } from './known.ts'

/** Weights of hashed features: as many for Chinese names, for those in letters, for codes, and for addresses. */
export const BUCKETS = 2 ** 17

/** Which feature it is, by a number of its own, and what it says → its weight's place. */
export const bucketOf = (feature: number, a: number, b = 0): number =>
  settle(mix(Math.imul(Math.imul(feature, 0x9e3779b1) ^ a, 0x85ebca6b), b)) & (BUCKETS - 1)

/** What is told each by weights of its own: Chinese names, names in letters, codes, addresses. */
const KINDS = ['han', 'letters', 'codes', 'homes'] as const
type Kind = (typeof KINDS)[number]

/** How many bytes the sets have. */
export const WORDS_LENGTH = 2 ** 17
export const PAIRS_LENGTH = 2 ** 16
const SETS_AT = BUCKETS * KINDS.length

/** Sums of weights, above which something is private. */
export interface Limits {
  /** Of what stands close alone: under it, nothing else is looked at. */
  close: number
  all: number
}

interface Header {
  version: string
  limits: Record<Kind, Limits>
  /** For a word of every day, which is rarely a name. */
  everyday: number
  /** For a word beside one that is a name. */
  beside: number
}

/** What training made: how much each feature speaks for somebody's private name or number, and the words of every day. */
export interface Namer extends Header {
  weights: Record<Kind, Int8Array>
  /** Words of every day. */
  words: Known
  /** Pairs of characters with which words of every day begin, and no names. */
  pairs: Known
}

const isLimits = (value: unknown): value is Limits =>
  isObject(value) && typeof value.close === 'number' && typeof value.all === 'number'

const isHeader = (value: unknown): value is Header => {
  if (!isObject(value) || !isObject(value.limits)) return false
  const { limits } = value
  return (
    typeof value.version === 'string' &&
    typeof value.beside === 'number' &&
    typeof value.everyday === 'number' &&
    KINDS.every((kind) => isLimits(limits[kind]))
  )
}

/** Header, weights and words → the file's bytes. */
export function packNamer({ weights, words, pairs, ...header }: Namer): Uint8Array {
  const body = new Uint8Array(SETS_AT + WORDS_LENGTH + PAIRS_LENGTH)
  for (const [i, kind] of KINDS.entries()) body.set(new Uint8Array(Int8Array.from(weights[kind]).buffer), i * BUCKETS)
  body.set(words, SETS_AT)
  body.set(pairs, SETS_AT + WORDS_LENGTH)
  return packed(header, body)
}

/** The bytes of a file → the namer; throws when they are not one. */
export function unpackNamer(bytes: Uint8Array): Namer {
  const { header, body } = unpacked(bytes)
  if (!isHeader(header)) throw new Error('the file of names has no header of the right shape')
  if (body.length !== SETS_AT + WORDS_LENGTH + PAIRS_LENGTH)
    throw new Error('the file of names does not hold all weights')
  const weightsAt = (i: number) => Int8Array.from(new Int8Array(body.buffer, body.byteOffset + i * BUCKETS, BUCKETS))
  return {
    ...header,
    weights: { han: weightsAt(0), letters: weightsAt(1), codes: weightsAt(2), homes: weightsAt(3) },
    words: Uint8Array.from(body.subarray(SETS_AT, SETS_AT + WORDS_LENGTH)),
    pairs: Uint8Array.from(body.subarray(SETS_AT + WORDS_LENGTH)),
  }
}

let shipped: Namer | undefined

/** The namer that comes with the product (src/text/weights/names.bin), read on first use. */
export function shippedNamer(): Namer {
  shipped ??= unpackNamer(readShipped('src/text/weights/names.bin'))
  return shipped
}
