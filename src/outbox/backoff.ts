const SECOND = 1_000
const LONGEST = 15 * 60 * SECOND

/** After this many attempts, about five hours, a row becomes a dead letter. */
export const MOST_ATTEMPTS = 30

/**
 * Milliseconds until the next attempt: doubling from one second to a quarter of an hour, or the platform's own wish.
 * `spread` (0–1) adds up to a quarter, so that those that failed together do not come back together.
 */
export function backoff(attempts: number, wish: number | undefined, spread: number): number {
  const own = Math.min(SECOND * 2 ** Math.min(attempts - 1, 20), LONGEST)
  return Math.round(Math.max(own, wish ?? 0) * (1 + spread / 4))
}
