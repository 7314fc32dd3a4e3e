/** A budget as one message meets it: at most `count` messages of `key` in any `per` milliseconds. */
export interface Limit {
  scope: 'channel' | 'conversation'
  key: string
  count: number
  per: number
}

/** Which limit has no place left, and for how many milliseconds at least. */
export interface Full {
  limit: Limit
  wait: number
}

/**
 * What was sent lately. A place is taken before a message leaves and comes back `per` after the platform has answered, for between
 * the two nobody knows when the platform counted it. So in no `per`, wherever it begins, does the platform count more than `count`.
 */
export interface Ledger {
  /** A place in each limit, or in none. @returns null when taken */
  take(limits: Limit[], message: string): Promise<Full | null>
  /** The platform has answered. */
  arrived(limits: Limit[], message: string): void
}

/** Milliseconds beyond `per` for which a place is held while no answer has come; after that the places of a dead process are free. */
export const ON_ITS_WAY = 5_000

/** The account of one process, in its memory. */
export function memoryLedger(): Ledger {
  /** Limit → message → the millisecond from which it no longer counts. */
  const sent = new Map<string, Map<string, number>>()
  let swept = Date.now()

  /** Places that nobody asks for any more would stay for ever. */
  function sweep(now: number): void {
    if (now - swept < ON_ITS_WAY) return
    swept = now
    for (const [key, ends] of sent) if ([...ends.values()].every((end) => end <= now)) sent.delete(key)
  }

  return {
    async take(limits, message) {
      const now = Date.now()
      sweep(now)
      let full: Full | null = null
      for (const limit of limits) {
        const ends = sent.get(limit.key)
        if (ends === undefined) continue
        for (const [each, end] of ends) if (end <= now || each === message) ends.delete(each)
        const free = [...ends.values()].sort((a, b) => a - b)[ends.size - limit.count]
        if (free !== undefined && free - now > (full?.wait ?? 0)) full = { limit, wait: free - now }
      }
      if (full === null) for (const { key, per } of limits) place(key, message, now + per + ON_ITS_WAY)
      return full
    },
    arrived(limits, message) {
      const now = Date.now()
      for (const { key, per } of limits) place(key, message, now + per)
    },
  }

  function place(key: string, message: string, end: number): void {
    const ends = sent.get(key) ?? new Map<string, number>()
    sent.set(key, ends.set(message, end))
  }
}
