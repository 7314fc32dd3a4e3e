import { type Features, features } from './features.ts'
import type { Reading } from './reading.ts'
import { praiseOf, type Tagger } from './tagger.ts'
import { ROOM } from './units.ts'

/** A tagger's weights as they are looked for and added up: a row for each feature. */
export interface Rows {
  /** The first `count` hashes → the row of each, or -1, into `rows`. */
  find(wanted: Uint32Array, count: number, rows: Int32Array): void
  /** Id → its column, or -1. */
  columnOf(id: string): number
  /** Theme → the column that tells whether it is praised, or -1. */
  praiseColumnOf(theme: string): number
  /** How many sums there are: the ids, filled up to pairs of whole words. */
  columns: number
  /** Adds `count` rows, at most `MOST`, to the sums of all columns that stand from `at` on. */
  add(rows: Int32Array, count: number, sums: Int32Array, at: number): void
}

/** So many numbers of 8 bits add up to 16 bits at most. */
export const MOST = 256

const readied = new WeakMap<Tagger, Rows>()

/** The rows of a tagger, made ready on first use. */
export function rowsOf(tagger: Tagger): Rows {
  const known = readied.get(tagger)
  if (known) return known
  const columns = new Map(tagger.ids.map((id, k) => [id, k]))
  const praise = new Map(tagger.ids.map((id) => [id, columns.get(praiseOf(id)) ?? -1]))
  const width = Math.ceil(tagger.ids.length / 8) * 2
  const made: Rows = {
    find: finder(tagger.hashes),
    columnOf: (id) => columns.get(id) ?? -1,
    praiseColumnOf: (theme) => praise.get(theme) ?? -1,
    columns: width * 4,
    add: adder(wordsOf(tagger, width), width),
  }
  readied.set(tagger, made)
  return made
}

/** The features of a reading, and the tagger's row of each, or -1. */
export interface FeatureRows extends Features {
  readonly rows: Int32Array
}

// Every text uses this memory again, and what a text's themes are told by is asked right after its sums.
let room = new Int32Array(ROOM)
let last: { tagger: Tagger; all: Features; found: FeatureRows } | undefined

/** The features of a reading with their rows. The lists hold until it is asked of another reading. */
export function rowsIn(tagger: Tagger, reading: Reading): FeatureRows {
  const all = features(reading)
  if (last?.all === all && last.tagger === tagger) return last.found
  const { count, hash, from, to } = all
  if (room.length < count) room = new Int32Array(hash.length)
  rowsOf(tagger).find(hash, count, room)
  const found = { count, hash, from, to, rows: room }
  last = { tagger, all, found }
  return found
}

/** Hashes are evenly spread: by its first bits, each is found among one or two. */
const BITS = 15

function finder(hashes: Uint32Array): Rows['find'] {
  const startsAt = new (hashes.length > 0xffff ? Uint32Array : Uint16Array)(2 ** BITS + 1) // short, for every text visits all of it
  for (const hash of hashes) {
    const next = (hash >>> (32 - BITS)) + 1
    startsAt[next] = (startsAt[next] ?? 0) + 1
  }
  for (let i = 1; i < startsAt.length; i++) startsAt[i] = (startsAt[i] ?? 0) + (startsAt[i - 1] ?? 0)
  return (wanted, count, rows) => {
    for (let i = 0; i < count; i++) {
      const hash = wanted[i] ?? 0
      const part = hash >>> (32 - BITS)
      const end = startsAt[part + 1] ?? 0
      let row = startsAt[part] ?? 0
      while (row < end && hashes[row] !== hash) row++
      rows[i] = row < end ? row : -1
    }
  }
}

/** Four weights to a word, each of them 128 more than it is, so that none is negative. */
function wordsOf({ weights, ids, size }: Tagger, width: number): Int32Array {
  const words = new Int32Array(size * width)
  for (let row = 0, i = 0; row < size; row++)
    for (let column = 0; column < ids.length; column++, i++) {
      const at = row * width + (column >> 2)
      words[at] = (words[at] ?? 0) | (((weights[i] ?? 0) + 128) << ((column & 3) * 8))
    }
  return words
}

/**
 * Two words at a time for all rows, two sums of 16 bits in each number: a sixth of the time of adding weight by weight.
 */
function adder(words: Int32Array, width: number): Rows['add'] {
  return (rows, count, sums, at) => {
    const less = count * 128
    const put = (even: number, odd: number, first: number) => {
      sums[first] = (sums[first] ?? 0) + (even & 0xffff) - less
      sums[first + 1] = (sums[first + 1] ?? 0) + (odd & 0xffff) - less
      sums[first + 2] = (sums[first + 2] ?? 0) + (even >>> 16) - less
      sums[first + 3] = (sums[first + 3] ?? 0) + (odd >>> 16) - less
    }
    for (let word = 0; word < width; word += 2) {
      let [even, odd, nextEven, nextOdd] = [0, 0, 0, 0]
      for (let i = 0; i < count; i++) {
        const place = (rows[i] ?? 0) * width + word
        const four = words[place] ?? 0
        const next = words[place + 1] ?? 0
        even = (even + (four & 0xff00ff)) | 0
        odd = (odd + ((four >>> 8) & 0xff00ff)) | 0
        nextEven = (nextEven + (next & 0xff00ff)) | 0
        nextOdd = (nextOdd + ((next >>> 8) & 0xff00ff)) | 0
      }
      put(even, odd, at + word * 4)
      put(nextEven, nextOdd, at + word * 4 + 4)
    }
  }
}
