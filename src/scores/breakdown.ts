import type { Figure } from './figures.ts'
import { added } from './measure.ts'
import type { Query } from './query.ts'
import { slots, timeOf } from './slots.ts'

/** One group's counters: answers now, answers before, outcomes now. */
export type Counted = [now: readonly number[], before: readonly number[], outcomes: readonly number[]]

/** Counters by group, or by slot of time with the empty slots in their place. */
export function breakdown(query: Query, figures: readonly Figure[][]): Map<string | null, Counted> {
  const { by, period } = query
  const found = new Map<string | null, [number[], number[], number[]]>()
  if (by === null) return found
  const time = timeOf(by)
  if (time) for (const { first } of slots(period.from, period.to, time)) found.set(first, [[], [], []])
  for (const part of [0, 1, 2] as const) {
    if (time && part === 1) continue // asked for as a whole
    for (const { group, values } of figures[part] ?? []) {
      const counted = found.get(group) ?? [[], [], []]
      counted[part] = added(counted[part], values)
      found.set(group, counted)
    }
  }
  const some = (values: readonly number[]) => values.some((count) => count > 0)
  return new Map([...found].filter(([, [now, , outcomes]]) => time || some(now) || some(outcomes)))
}
