/**
 * A set of hashes, two bits each, as many bits as a power of two. Others are taken for members too, by the square of the share of bits that
 * are set: one in a hundred at a tenth, one in four at a half.
 */
export type Known = Uint8Array

/** So many bits lie side by side in a processor's memory: both of a hash stand among them, so that one look fetches both. */
const LINE = 512
const firstOf = (known: Known, hash: number) => (hash ^ (hash >>> 15)) & (known.length * 8 - 1)
const secondOf = (first: number, hash: number) => (first & -LINE) | ((Math.imul(hash, 0x9e3779b1) >>> 11) & (LINE - 1))
const hasBit = (known: Known, place: number) => (((known[place >> 3] ?? 0) >> (place & 7)) & 1) === 1

export function isKnown(known: Known, hash: number): boolean {
  const first = firstOf(known, hash)
  return hasBit(known, first) && hasBit(known, secondOf(first, hash))
}

/** Hashes → the set of them, of so many bytes. */
export function knownOf(hashes: Iterable<number>, length: number): Known {
  const known = new Uint8Array(length)
  for (const hash of hashes)
    for (const place of [firstOf(known, hash), secondOf(firstOf(known, hash), hash)])
      known[place >> 3] = (known[place >> 3] ?? 0) | (1 << (place & 7))
  return known
}
