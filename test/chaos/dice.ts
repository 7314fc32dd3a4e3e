/** Numbers from 0 to 1, the same for the same seed (mulberry32 over a string's FNV-1a). */
export function createDice(seed: string): Dice {
  let a = 0x811c9dc5
  for (const letter of seed) a = Math.imul(a ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return { chance: (share) => next() < share, among: (from, to) => from + Math.floor(next() * (to - from + 1)) }
}

export interface Dice {
  /** True in this share of all throws (0–1). */
  chance(share: number): boolean
  /** A whole number, both ends included. */
  among(from: number, to: number): number
}
