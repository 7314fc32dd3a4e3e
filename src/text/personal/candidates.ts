import { builtStarts } from '../built.ts'
import { FINDERS } from './index.ts'
import { bitOf } from './needs.ts'
import { eachStart, type Starts, startsOf } from './starts.ts'

// Reading the patterns takes half a second: the build has done it.
const STARTS: Starts = builtStarts() ?? (await readPatterns())

async function readPatterns(): Promise<Starts> {
  const { beginningsOf } = await import('./beginnings.ts')
  return startsOf(FINDERS.map(({ pattern }) => beginningsOf(pattern)))
}

const BITS = Int32Array.from(FINDERS, ({ needs }) => bitOf(needs))
/**
 * Patterns that begin with anything, and those longer than this, the engine looks for itself: tried one by one, a pattern is compiled once
 * more, and with more than 16 MB of code in all the engine compiles what comes later without its optimizations, four times slower.
 */
const BIG = 1_250
const IS_SCANNED = FINDERS.map(({ pattern }, finder) => STARTS.anywhere[finder] === 1 || pattern.source.length > BIG)

/** At so many places at most, beside one in `SPREAD` characters, a pattern is tried one by one; at more, the engine looks for it itself. */
const MOST = 64
const FEW = 2
/** In shorter texts all patterns are soon tried; longer ones have too many places. */
const LONG = 200
const LONGEST = 10_000
const SPREAD = 64

/** By finder, where its pattern may begin in the text that was asked of last, and at how many places: every text uses these again. */
const places = new Int32Array(FINDERS.length * MOST)
const counts = new Uint8Array(FINDERS.length)
const sticky: RegExp[] = []

/**
 * What the finders may find in `from` to `to` of a folded text, by the needs that are met (`there`): a long text meets most needs, and
 * the code of all patterns together is several times what a processor keeps at hand.
 */
export function eachCandidate(
  text: string,
  from: number,
  to: number,
  there: number,
  take: (finder: number) => void,
): void {
  const isCounted = to - from >= LONG && to - from <= LONGEST
  if (isCounted) countStarts(text, from, to, there)
  const few = Math.min(MOST - 1, FEW + Math.floor((to - from) / SPREAD))
  for (let finder = 0; finder < BITS.length; finder++) {
    if (((BITS[finder] ?? 0) & there) === 0) continue
    if (!isCounted || IS_SCANNED[finder] || (counts[finder] ?? 0) > few) counts[finder] = EVERYWHERE
    if (counts[finder] !== 0) take(finder)
  }
}

function countStarts(text: string, from: number, to: number, there: number): void {
  counts.fill(0)
  eachStart(STARTS, text, from, Math.min(to, text.length), (place, finder) => {
    const count = counts[finder] ?? 0
    if (((BITS[finder] ?? 0) & there) === 0 || count === MOST) return
    places[finder * MOST + count] = place
    counts[finder] = count + 1
  })
}

const EVERYWHERE = 255

/** The next match of a finder that was taken as a candidate, from a place of the same text on. */
export function nextMatch(finder: number, text: string, at: number): RegExpExecArray | null {
  const pattern = FINDERS[finder]?.pattern
  const count = counts[finder] ?? 0
  if (pattern === undefined) return null
  if (count === EVERYWHERE) {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  sticky[finder] ??= new RegExp(pattern.source, 'y')
  for (let i = 0; i < count; i++) {
    const place = places[finder * MOST + i] ?? 0
    if (place < at) continue
    sticky[finder].lastIndex = place
    const match = sticky[finder].exec(text)
    if (match) return match
  }
  return null
}
