/** What customers of one team say: `{agent}`, `{n}` and `{day}` are filled in. */
export interface TeamWords {
  good: readonly string[]
  middle: readonly string[]
  bad: readonly string[]
}

/** What may stand before or after it, by mood; the empty string most often. */
interface Around {
  before: readonly string[]
  after: readonly string[]
}

export interface SampleWords {
  teams: Readonly<Record<TeamId, TeamWords>>
  good: Around
  bad: Around
  /** Ratings in words, by share of the scale from worst to best. */
  days: readonly string[]
  /** Said to "what is still missing?" when it is not put right. */
  missing: readonly string[]
  /** An agent's words when a task is resolved: to the record, and to the customer. */
  actions: readonly string[]
  notes: readonly string[]
}

export const TEAM_IDS = ['refunds', 'delivery', 'billing', 'repairs', 'hotline', 'stores'] as const
export type TeamId = (typeof TEAM_IDS)[number]
