/** `reset after`, `broken`: the call has had its effect, and only the answer is lost, or is none. `markup`: styles are refused, whatever they are. */
export type Fault = '429' | '500' | 'hang' | 'reset' | 'reset after' | 'broken' | 'markup'

/** A stream of numbers in [0, 1) that a seed decides (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Every so many calls fail, in one of the ways in which networks and servers do. */
export function seededFaults(
  seed: number,
  share: number,
  kinds: Fault[] = ['429', '500', 'hang', 'reset', 'reset after'],
) {
  const draw = random(seed)
  return (): Fault | null => (draw() < share ? (kinds[Math.floor(draw() * kinds.length)] ?? null) : null)
}
