const FIRST = 400
const LONGEST = 10_000

/** Milliseconds before attempt `attempt` (0 is the first retry): doubled each time up to 10 s, half of it by chance so that a crowd spreads. */
export function backoff(attempt: number, chance: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10))
  return Math.round(full / 2 + (full / 2) * chance)
}
