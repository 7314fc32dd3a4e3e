/** How often the platform misbehaves, each 0–1; what is left over goes well. */
export interface Faults {
  seed: number
  limited?: number
  precondition?: number
  gateway?: number
  hanging?: number
  resetting?: number
}

export type Fault = 'limited' | 'precondition' | 'gateway' | 'hanging' | 'resetting'

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

/** The misfortune of each call, and whether it strikes after the call has had its effect. */
export function misfortunes(faults: Faults | undefined): () => { fault: Fault; after: boolean } | null {
  if (!faults) return () => null
  const { seed, limited = 0, precondition = 0, gateway = 0, hanging = 0, resetting = 0 } = faults
  const next = random(seed)
  const kinds = Object.entries({ limited, precondition, gateway, hanging, resetting })
  return () => {
    let left = next()
    const late = next() < 0.5
    for (const [name, share] of kinds) {
      const fault = kindOf(name)
      if (left < share)
        return { fault, after: late && (fault === 'gateway' || fault === 'hanging' || fault === 'resetting') }
      left -= share
    }
    return null
  }
}

const kindOf = (name: string): Fault =>
  (['limited', 'precondition', 'gateway', 'hanging', 'resetting'] as const).find((each) => each === name) ?? 'limited'

/** Of one bot in one conversation. Source: “Optimize your bot with rate limiting” at learn.microsoft.com. */
const LIMITS = [
  { count: 7, per: 1_000 },
  { count: 8, per: 2_000 },
  { count: 60, per: 30_000 },
  { count: 1_800, per: 3_600_000 },
]

/** What Teams says of how fast a bot may send, taken by the letter. `refused` counts what was too much. */
export function rateLimits(now: () => number) {
  const sent = new Map<string, number[]>()
  const limits = {
    on: true,
    refused: 0,
    /** @returns seconds to wait; 0: it is taken */
    take(conversation: string): number {
      if (!limits.on) return 0
      const times = sent.get(conversation) ?? []
      const wait = Math.max(
        ...LIMITS.map(({ count, per }) => {
          const oldest = times.at(-count)
          return oldest === undefined ? 0 : oldest + per - now()
        }),
      )
      if (wait > 0) {
        limits.refused += 1
        return Math.ceil(wait / 1_000)
      }
      sent.set(conversation, [...times.slice(-1_800), now()])
      return 0
    },
  }
  return limits
}
