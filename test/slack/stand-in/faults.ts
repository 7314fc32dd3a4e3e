/** How often the platform misbehaves, each 0–1; what is left over goes well. */
export interface Faults {
  seed: number
  limited?: number
  failing?: number
  hanging?: number
  resetting?: number
  /** The call has its effect, and the answer is half of one. */
  breaking?: number
}

export type Fault = 'limited' | 'failing' | 'hanging' | 'resetting' | 'breaking'

/** Mulberry32: the same seed, the same misfortunes. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The misfortune of each call, and whether it strikes before the call has its effect or after. */
export function misfortunes(faults: Faults | undefined): () => { fault: Fault; after: boolean } | null {
  if (!faults) return () => null
  const next = random(faults.seed)
  const kinds: [Fault, number][] = [
    ['limited', faults.limited ?? 0],
    ['failing', faults.failing ?? 0],
    ['hanging', faults.hanging ?? 0],
    ['resetting', faults.resetting ?? 0],
    ['breaking', faults.breaking ?? 0],
  ]
  return () => {
    let left = next()
    const after = next() < 0.5
    for (const [fault, share] of kinds) {
      if (left < share)
        return { fault, after: fault === 'breaking' || (after && (fault === 'hanging' || fault === 'resetting')) }
      left -= share
    }
    return null
  }
}

/** So many at once, and so many a second after that. */
export interface Rate {
  burst: number
  perSecond: number
}

/** @returns seconds to wait, 0 for: go on */
export function limiter(rate: Rate, now: () => number): (key: string) => number {
  const buckets = new Map<string, { left: number; at: number }>()
  return (key) => {
    const { left, at } = buckets.get(key) ?? { left: rate.burst, at: now() }
    const filled = Math.min(rate.burst, left + ((now() - at) / 1_000) * rate.perSecond)
    if (filled < 1) return Math.ceil((1 - filled) / rate.perSecond)
    buckets.set(key, { left: filled - 1, at: now() })
    return 0
  }
}
