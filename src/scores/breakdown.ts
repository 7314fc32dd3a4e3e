import type { Figure } from './figures.ts'
import { added } from './measure.ts'
import { slotOf, slots } from './query/calendar.ts'
import type { Dimension, Query } from './query.ts'

/** One group's counters: answers now, answers before, outcomes now. */
export type Counted = [now: readonly number[], before: readonly number[], outcomes: readonly number[]]

const TIMES = ['day', 'week', 'month'] as const
type Time = (typeof TIMES)[number]

/** The unit of a breakdown by time; undefined for one by groups or none. */
export const timeOf = (by: Dimension | null): Time | undefined => TIMES.find((time) => time === by)

/** Counters by group, or by slot of time with the empty slots in their place. */
export function breakdown(query: Query, figures: readonly Figure[][]): Map<string | null, Counted> {
  const { by, period } = query
  const found = new Map<string | null, [number[], number[], number[]]>()
  if (by === null) return found
  const time = timeOf(by)
  if (time) for (const slot of slots(period.from, period.to, time)) found.set(slot, [[], [], []])
  const slotted = (group: string | null) => (time && group !== null ? slotOf(group, time) : group)
  for (const part of [0, 1, 2] as const) {
    if (time && part === 1) continue // asked for as a whole
    for (const { group, values } of figures[part] ?? []) {
      const key = slotted(group)
      const counted = found.get(key) ?? [[], [], []]
      counted[part] = added(counted[part], values)
      found.set(key, counted)
    }
  }
  const some = (values: readonly number[]) => values.some((count) => count > 0)
  return new Map([...found].filter(([, [now, , outcomes]]) => time || some(now) || some(outcomes)))
}
