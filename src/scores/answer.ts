import { breakdown, type Counted } from './breakdown.ts'
import type { Figure } from './figures.ts'
import { added, measure } from './measure.ts'
import { type GradeThresholds, gradeOf, tally } from './metric.ts'
import type { Dimension, Filters, Query, Vocabulary } from './query.ts'
import { inOrder, RANKED_FROM, withChange, withRank } from './ranking.ts'
import { responseOf } from './response.ts'
import type { Draft, ScoreRow } from './row.ts'
import { timeOf } from './slots.ts'

/** Why the answer looks as it does: some rows masked; some not ranked; several groups compared at once. */
export type Note = 'masked' | 'unranked' | 'holm'

/** A manager's answer as data; it serialises to JSON as it is. */
export interface ScoreAnswer {
  query: Query
  /** The filters by name. */
  narrowed: { dimension: keyof Filters; labels: string[] }[]
  minimumN: number
  responseRateTarget: number
  total: ScoreRow
  /** How often each answer was given in the period: answers[4] counts the fours. Of a masked whole: none. */
  answers: number[]
  rows: ScoreRow[]
  notes: Note[]
}

interface AnswerOptions {
  minimumN: number
  /** 0..1 */
  responseRateTarget: number
  grades: GradeThresholds
  vocabulary: Vocabulary
}

/** Figures in the order of `figuresNeeded` → the answer; the total is the sum of all groups, shown or masked. */
export function answer(query: Query, figures: readonly Figure[][], options: AnswerOptions): ScoreAnswer {
  const { metric, by } = query
  const { minimumN, responseRateTarget, grades, vocabulary } = options
  const draft = (group: string | null, label: string, [now, before, outcomes]: Counted): Draft => {
    const measured = measure(metric, tally(metric, now), minimumN)
    return {
      now: tally(metric, now),
      before: tally(metric, before),
      row: {
        group,
        label,
        ...measured,
        grade: gradeOf(metric, measured.score, grades),
        rank: null,
        change: null,
        againstRest: null,
        response: responseOf(outcomes),
      },
    }
  }
  const sum = (part: number) => (figures[part] ?? []).reduce<number[]>((all, { values }) => added(all, values), [])
  const whole = draft(null, '', [sum(0), sum(1), sum(2)])
  const groups = [...breakdown(query, figures)]
  const labels = by === null ? [] : groups.map(([group]) => labelOf(by, group, vocabulary))
  const drafts = groups.map(([group, counted], at) => draft(group, distinct(labels, at, group), counted))
  const [total = whole] = withChange(metric, [whole], minimumN)
  const rows = timeOf(by)
    ? drafts.map(({ row }) => row)
    : withRank(metric, withChange(metric, drafts, minimumN), whole.now)
        .map(({ row }) => row)
        .sort(inOrder)
  return {
    query,
    narrowed: narrowedBy(query.filters, vocabulary),
    minimumN,
    responseRateTarget,
    total: total.row,
    answers: total.row.masked ? [] : sum(0),
    rows,
    notes: notesOn(rows, by),
  }
}

/** What a group is called; where another is called the same, with its id. */
function distinct(labels: readonly string[], at: number, group: string | null): string {
  const label = labels[at] ?? ''
  return group && label !== group && labels.filter((other) => other === label).length > 1
    ? `${label} (${group})`
    : label
}

function notesOn(rows: readonly ScoreRow[], by: Dimension | null): Note[] {
  const notes: Note[] = []
  if (rows.some((row) => row.masked && row.n > 0)) notes.push('masked')
  if (by !== null && !timeOf(by) && rows.some((row) => row.score !== null && row.n < RANKED_FROM))
    notes.push('unranked')
  if (rows.filter((row) => row.change).length > 1 || rows.some((row) => row.againstRest)) notes.push('holm')
  return notes
}

function labelOf(dimension: Dimension, group: string | null, { teams, agents }: Vocabulary): string {
  const named = dimension === 'team' ? teams : dimension === 'agent' ? agents : []
  // Somebody who has left keeps the figures, under the id alone.
  return named.find(({ id }) => id === group)?.names[0] ?? group ?? ''
}

function narrowedBy(filters: Filters, vocabulary: Vocabulary): ScoreAnswer['narrowed'] {
  return (['team', 'agent', 'channel', 'flow'] as const).flatMap((dimension) => {
    const ids = filters[dimension]
    return ids ? [{ dimension, labels: ids.map((id) => labelOf(dimension, id, vocabulary)) }] : []
  })
}
