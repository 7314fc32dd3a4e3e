import { compare, measure } from './measure.ts'
import type { Metric, Tally } from './metric.ts'
import type { Difference, Draft, ScoreRow } from './row.ts'
import { type Comparison, holm, SIGNIFICANT } from './statistics.ts'

/** Fewer answers than this are shown, but not ranked. */
export const RANKED_FROM = 30

/** Drafts → the same with their change, where both periods have enough answers; several are judged together. */
export function withChange(metric: Metric, drafts: readonly Draft[], minimumN: number): Draft[] {
  const scoreBefore = (draft: Draft) => (draft.row.masked ? null : measure(metric, draft.before, minimumN).score)
  const differences = judged(drafts, (draft) =>
    draft.row.score === null || scoreBefore(draft) === null ? null : compare(metric, draft.before, draft.now),
  )
  return drafts.map((draft) => {
    const score = scoreBefore(draft)
    const difference = differences.get(draft)
    if (!difference || score === null) return draft
    return { ...draft, row: { ...draft.row, change: { ...difference, before: { n: draft.before.n, score } } } }
  })
}

/**
 * Drafts → the same, those with enough answers ranked by the lower end of their interval and set against all the others. Equal ones share
 * a place; what belongs to no group has none.
 */
export function withRank(metric: Metric, drafts: readonly Draft[], whole: Tally): Draft[] {
  const lower = ({ row }: Draft) => row.interval?.[0] ?? 0
  const ranked = drafts
    .filter(({ row }) => row.group && row.n >= RANKED_FROM && row.score !== null)
    .sort((a, b) => lower(b) - lower(a) || b.row.n - a.row.n)
  if (ranked.length < 2) return [...drafts]
  const differences = judged(ranked, ({ now }) => compare(metric, less(whole, now), now))
  const isEqual = (a: Draft) => (b: Draft) => lower(a) === lower(b) && a.row.n === b.row.n
  const places = new Map(ranked.map((draft) => [draft, ranked.findIndex(isEqual(draft)) + 1]))
  return drafts.map((draft) => {
    const rank = places.get(draft)
    if (rank === undefined) return draft
    return { ...draft, row: { ...draft.row, rank, againstRest: differences.get(draft) ?? null } }
  })
}

function less(whole: Tally, part: Tally): Tally {
  return {
    n: whole.n - part.n,
    top: whole.top - part.top,
    bottom: whole.bottom - part.bottom,
    sum: whole.sum - part.sum,
  }
}

/** Comparisons made at once, each with its p corrected for all of them. */
function judged(drafts: readonly Draft[], compareOne: (draft: Draft) => Comparison | null): Map<Draft, Difference> {
  const made = drafts.flatMap((draft) => {
    const comparison = compareOne(draft)
    return comparison ? [{ draft, comparison }] : []
  })
  const corrected = holm(made.map(({ comparison }) => comparison.p))
  return new Map(
    made.map(({ draft, comparison }, at) => {
      const p = corrected[at] ?? 1
      return [draft, { ...comparison, p, distinguishable: p < SIGNIFICANT }]
    }),
  )
}

/** Ranked first, then shown, then masked, then of no group; what is not ranked stands by name, so that the order tells nothing. */
export function inOrder(a: ScoreRow, b: ScoreRow): number {
  const last = Number.MAX_SAFE_INTEGER
  const place = (row: ScoreRow) => row.rank ?? (row.group ? (row.score === null ? last - 1 : last - 2) : last)
  return place(a) - place(b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}
