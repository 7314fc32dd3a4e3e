export const METRICS = ['csat', 'nps', 'ces'] as const
export type Metric = (typeof METRICS)[number]

/**
 * Outcomes of an interaction, each in exactly one: index into the counters of the metric 'outcome'.
 * Nobody was asked in `opted_out`, `unreachable`, `cooldown` and `not_asked` (by the programme's own rules); `other` was asked and ended otherwise.
 */
export const OUTCOMES = [
  'open',
  'complete',
  'partial',
  'refused',
  'no_contact',
  'undeliverable',
  'opted_out',
  'unreachable',
  'cooldown',
  'other',
  'not_asked',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * What a score is made of. Answers min..max; `top` is the lowest answer that counts for the score;
 * a `net` score also takes off the share of answers up to `bottom`.
 */
interface MetricRule {
  readonly min: number
  readonly max: number
  readonly top: number
  readonly bottom: number | null
  /** A percent has a grade; a net score has none. */
  readonly graded: boolean
  /** Whether the mean is said beside the headline. */
  readonly meanBeside: boolean
}

/** Adding a score is adding a row here, its words (`scores.metric.*`, `scores.headline.*`) and its names (`query/lexicon.ts`). */
export const RULES: Readonly<Record<Metric, MetricRule>> = {
  csat: { min: 1, max: 5, top: 4, bottom: null, graded: true, meanBeside: false },
  nps: { min: 0, max: 10, top: 9, bottom: 6, graded: false, meanBeside: false },
  ces: { min: 1, max: 7, top: 5, bottom: null, graded: true, meanBeside: true },
}

export type Grade = 'high' | 'medium' | 'low'

/** Lowest percent of each grade; below `medium` is low. */
export interface GradeThresholds {
  readonly high: number
  readonly medium: number
}

/** A score in percent → its grade, or null where there is no score or the metric has none. */
export function gradeOf(metric: Metric, score: number | null, thresholds: GradeThresholds): Grade | null {
  if (score === null || !RULES[metric].graded) return null
  if (score >= thresholds.high) return 'high'
  return score >= thresholds.medium ? 'medium' : 'low'
}

/** Answers counted by what they do to the score: in the top, in the bottom, neither; `sum` of the answers for the mean. */
export interface Tally {
  readonly n: number
  readonly top: number
  readonly bottom: number
  readonly sum: number
}

/** Counters v[0..10], one for each answer as it was given (v[4] counts the fours) → tally; those beyond the scale are left out. */
export function tally(metric: Metric, values: readonly number[]): Tally {
  const { min, max, top, bottom } = RULES[metric]
  const counted = { n: 0, top: 0, bottom: 0, sum: 0 }
  for (let answer = min; answer <= max; answer++) {
    const count = values[answer] ?? 0
    counted.n += count
    counted.sum += count * answer
    if (answer >= top) counted.top += count
    if (bottom !== null && answer <= bottom) counted.bottom += count
  }
  return counted
}
