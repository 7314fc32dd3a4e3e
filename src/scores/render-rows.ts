import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import type { ScoreAnswer } from './answer.ts'
import { slotText } from './dates.ts'
import type { Query } from './query.ts'
import { RANKED_FROM } from './ranking.ts'
import type { ScoreRow } from './row.ts'

/** More groups than this, or slots of time, are too much for a chat; the rest is counted. */
export const MOST_GROUPS = 20
const MOST_SLOTS = 31

/** Below a twentieth of a point it reads 0.0: no change. */
export function direction(delta: number): 'up' | 'down' | 'same' {
  if (Math.abs(delta) < 0.05) return 'same'
  return delta > 0 ? 'up' : 'down'
}

/** As it is shown: to a tenth, and never as "-0.0". */
export const tenths = (score: number): number => Math.round(10 * score) / 10 || 0

/** A score in words, with the unit of its metric. */
export const valueText = ({ metric }: Pick<Query, 'metric'>, score: number, locale: Locale): string =>
  say(locale, `scores.value.${metric}`, { score: tenths(score) })

/** A line for each row of a breakdown, with the notes they need; none where nothing is broken down. */
export function rowLines(answer: ScoreAnswer, locale: Locale): string[] {
  const { by } = answer.query
  if (by === null) return []
  if (by === 'day' || by === 'week' || by === 'month') {
    const hidden = Math.max(0, answer.rows.length - MOST_SLOTS)
    return [...more(hidden, 'time', locale), ...answer.rows.slice(hidden).map((row) => rowLine(row, answer, locale))]
  }
  const rows = answer.rows.slice(0, MOST_GROUPS)
  const line = (row: ScoreRow) => rowLine(row, answer, locale)
  const ranked = rows.filter((row) => row.rank !== null)
  const rest = rows.filter((row) => row.rank === null)
  const heading = ranked.length > 0 && rest.some((row) => row.score !== null)
  return [
    ...ranked.map(line),
    ...(heading ? [say(locale, 'scores.unranked', { minimum: RANKED_FROM })] : []),
    ...rest.map(line),
    ...more(answer.rows.length - rows.length, 'group', locale),
    ...(ranked.length > 0 ? [say(locale, 'scores.note.ranking')] : []),
    ...(answer.notes.includes('holm') ? [say(locale, 'scores.note.holm')] : []),
  ]
}

function more(count: number, by: 'time' | 'group', locale: Locale): string[] {
  return count > 0 ? [say(locale, 'scores.more', { count, by })] : []
}

function rowLine(row: ScoreRow, { query, minimumN }: ScoreAnswer, locale: Locale): string {
  const { n, score, interval, change, againstRest, response } = row
  const label = nameOf(row, query, locale)
  const lead = row.rank === null ? '• ' : `${row.rank}. `
  if (n === 0) return lead + say(locale, 'scores.row.none', { label, asked: response.asked })
  if (score === null || interval === null) return lead + say(locale, 'scores.row.few', { label, n, minimum: minimumN })
  const value = valueText(query, score, locale)
  const parts = [
    say(locale, 'scores.row', { label, value }),
    say(locale, 'scores.n', { n }),
    say(locale, 'scores.row.interval', { from: interval[0], to: interval[1] }),
  ]
  if (change) {
    const values = { points: Math.abs(change.delta), sure: String(change.distinguishable) }
    parts.push(say(locale, `scores.row.${direction(change.delta)}`, values))
  }
  if (againstRest?.distinguishable)
    parts.push(say(locale, againstRest.delta > 0 ? 'scores.row.above' : 'scores.row.below'))
  return lead + parts.join(' · ')
}

/** What a group or a slot of time is called. */
export function nameOf(row: ScoreRow, { by, period }: Query, locale: Locale): string {
  if (row.group !== null && (by === 'day' || by === 'week' || by === 'month'))
    return slotText(locale, row.group, by, period)
  return row.label || say(locale, 'scores.row.nobody', { by: by ?? '' })
}
