/** A stream of numbers that a seed and a name determine (sfc32): the same name gives the same stream, whatever else is drawn. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole, from `min` to `max`, both inclusive. */
  whole(min: number, max: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** With a mean of 0 and a deviation of 1. */
  normal(): number
}

/** @throws RangeError for an empty list */
export function random(seed: number, name: string): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0]
  const next = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 2 ** 32
  }
  for (const char of name) {
    a = Math.imul(a ^ (char.codePointAt(0) ?? 0), 0x01000193)
    next()
  }
  for (let i = 0; i < 15; i++) next()
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick(from) {
      const found = from[whole(0, from.length - 1)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
