import { z } from 'zod'
import type { Analysis } from './analyze.ts'

const Moved = z.object({ gained: z.number(), lost: z.number() })
export type Moved = z.infer<typeof Moved>

/** How many verbatims were read anew, and what is said of them differently. Plain JSON: it is kept while the work goes on. */
export const Tally = z.object({
  read: z.number(),
  changed: z.number(),
  themes: z.record(z.string(), Moved.extend({ turned: z.number() })),
  signals: z.record(z.string(), Moved),
  /** "negative → neutral" and the like. */
  labels: z.record(z.string(), z.number()),
})
export type Tally = z.infer<typeof Tally>

/** A tally of nothing. */
export const emptyTally = (): Tally => ({ read: 0, changed: 0, themes: {}, signals: {}, labels: {} })

/** What the second of two analyses of one text has that the first has not, and the other way round. */
export function compare(before: Analysis, after: Analysis): { gained: string[]; lost: string[]; turned: string[] } {
  const was = new Map(before.themes.map(({ id, polarity }) => [id, polarity]))
  const is = new Map(after.themes.map(({ id, polarity }) => [id, polarity]))
  return {
    gained: [...is.keys()].filter((id) => !was.has(id)),
    lost: [...was.keys()].filter((id) => !is.has(id)),
    turned: [...is].flatMap(([id, polarity]) => (was.has(id) && was.get(id) !== polarity ? [id] : [])),
  }
}

/** Adds what changed from one analysis of a text to the next; true when anything did. */
export function count(tally: Tally, before: Analysis, after: Analysis): boolean {
  const themes = compare(before, after)
  const gained = after.signals.filter((signal) => !before.signals.includes(signal))
  const lost = before.signals.filter((signal) => !after.signals.includes(signal))
  const labels = [before.sentiment.label, after.sentiment.label]
  for (const kind of ['gained', 'lost', 'turned'] as const)
    for (const id of themes[kind]) {
      tally.themes[id] ??= { gained: 0, lost: 0, turned: 0 }
      tally.themes[id][kind]++
    }
  for (const [kind, signals] of [['gained', gained] as const, ['lost', lost] as const])
    for (const id of signals) {
      tally.signals[id] ??= { gained: 0, lost: 0 }
      tally.signals[id][kind]++
    }
  const relabelled = labels[0] !== labels[1]
  if (relabelled) tally.labels[labels.join(' → ')] = (tally.labels[labels.join(' → ')] ?? 0) + 1
  const changed =
    relabelled || [themes.gained, themes.lost, themes.turned, gained, lost].some(({ length }) => length > 0)
  tally.read++
  if (changed) tally.changed++
  return changed
}
