/** The tables of counts: how often each answer was given. */
import type { Reason } from '../asking/ask.ts'
import type { Outcome } from '../scores/metric.ts'

export const COUNTERS = ['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10'] as const
export type Counters = Record<(typeof COUNTERS)[number], number>

export interface CountsTable extends Counters {
  day: string
  team: string
  agent: string
  channel: string
  flow: string
  metric: string
  /** 1–16, by connection; 0: about to be folded. */
  slot: number
}

/** What was counted before the last fold, added up by spans of so many days from `first` on, agents together; see `spans.ts`. */
export interface CountsFoldedTable extends Counters {
  metric: string
  days: number
  first: string
  team: string
  channel: string
  flow: string
}

/** The same agent by agent; channel '' is all of them together. */
export interface CountsAgentsTable extends Counters {
  metric: string
  days: number
  first: string
  channel: string
  agent: string
  team: string
  flow: string
}

/** As which outcome an interaction counts that nobody was asked about. */
export const UNASKED: Readonly<Record<Reason, Outcome>> = {
  opted_out: 'opted_out',
  unreachable: 'unreachable',
  cooldown: 'cooldown',
  in_dialog: 'cooldown',
  no_flow: 'not_asked',
  automatic: 'not_asked',
  too_old: 'not_asked',
  sampled_out: 'not_asked',
}
