import { type Feeling, feel } from './clauses.ts'
import type { Reading } from './reading.ts'

/** What of a reading counts for the sentiment: all of it, or some of its units. */
export interface Part {
  reading: Reading
  /** By unit: 0 where it is left out, else the number of the run it stands in; undefined where every unit counts. */
  runs: Uint16Array | undefined
  /** How many units count. */
  count: number
  feeling: Pick<Feeling, 'total' | 'words' | 'ending' | 'firm'>
}

/** All of a reading. */
export const wholeOf = (reading: Reading): Part => ({
  reading,
  runs: undefined,
  count: reading.units.count,
  feeling: reading.feeling,
})

/**
 * The units of a reading that are kept (1 in `kept`). What stood apart does not come together, and emoji that were decoration beside all
 * the words do not speak because fewer are left.
 */
export function partOf(reading: Reading, kept: Uint8Array): Part {
  const { units, hits } = reading
  const runs = new Uint16Array(units.count)
  let count = 0
  let run = 0
  for (let i = 0; i < units.count; i++) {
    if (kept[i] !== 1) continue
    if (count === 0 || kept[i - 1] !== 1 || units.clause[i] !== units.clause[i - 1]) run++
    runs[i] = run
    count++
  }
  return { reading, runs, count, feeling: feel(units, hits, runs) }
}

/** Whether the units `from` to `to`, of one clause, stand together in a part with such runs. */
export const standsIn = (runs: Part['runs'], from: number, to: number): boolean =>
  runs === undefined || (runs[from] !== 0 && runs[from] === runs[to - 1])

/** Whether a part asks something. */
export function asks({ reading: { units }, runs }: Part): boolean {
  if (runs === undefined || units.questions.size === 0) return units.questions.size > 0
  return units.clause.some((clause, i) => runs[i] !== 0 && units.questions.has(clause))
}

const HAN = /\p{Script=Han}/u

/** Whether a part has Chinese characters. */
export function hasHan({ reading: { folded, units }, runs }: Part): boolean {
  if (runs === undefined || !HAN.test(folded.text)) return HAN.test(folded.text)
  return units.from.some((from, i) => runs[i] !== 0 && HAN.test(folded.text.slice(from, units.to[i])))
}
