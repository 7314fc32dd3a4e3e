import type { Locale } from '../../locale.ts'
import { say } from '../../words/say.ts'
import type { ScoreAnswer } from '../answer.ts'
import { tickText } from '../dates.ts'
import { RULES } from '../metric.ts'
import { headline, titleOf } from '../render.ts'
import { MOST_GROUPS, nameOf, valueText } from '../render-rows.ts'
import type { ScoreRow } from '../row.ts'
import { timeOf } from '../slots.ts'
import { altOf } from './alt.ts'
import { axisAround, barAxis } from './axis.ts'
import type { ChartDescription, ChartPoint } from './description.ts'

/** A score answer → what is to be drawn, or null where a picture would say nothing: fewer than two values, or too few answers. */
export function chartOf(answer: ScoreAnswer, locale: Locale): ChartDescription | null {
  if (answer.total.score === null) return null
  const { by } = answer.query
  const drawn = by === null ? distribution(answer, locale) : timeOf(by) ? trend(answer, locale) : bars(answer, locale)
  if (drawn.points.filter(({ value }) => value !== null).length < 2) return null
  return { ...drawn, alt: altOf(drawn) }
}

type Drawn = Omit<ChartDescription, 'alt'>

function framed(answer: ScoreAnswer, locale: Locale): Pick<Drawn, 'locale' | 'title' | 'headline' | 'overall'> {
  const { score } = answer.total
  const overall = score === null ? null : { value: score, shown: valueText(answer.query, score, locale) }
  const filters = answer.narrowed.flatMap(({ labels }) => labels)
  const title = [titleOf(answer, locale), ...filters].join(say(locale, 'scores.separator'))
  return { locale, title, headline: headline(answer, locale), overall }
}

function trend(answer: ScoreAnswer, locale: Locale): Drawn {
  const unit = timeOf(answer.query.by) ?? 'day'
  const { from } = answer.query.period
  const began = ({ group }: ScoreRow) => (group === null || group < from ? from : group)
  const points = answer.rows.map((row) => pointOf(row, answer, locale, tickText(locale, began(row), unit)))
  return {
    kind: 'trend',
    ...framed(answer, locale),
    notes: [say(locale, 'scores.chart.band', { minimum: answer.minimumN }), ...wholeNote(answer, locale)],
    axis: axisAround(answer.query.metric, points),
    points,
  }
}

function bars(answer: ScoreAnswer, locale: Locale): Drawn {
  const known = answer.rows.filter(({ score }) => score !== null)
  const points = known.slice(0, MOST_GROUPS).map((row) => pointOf(row, answer, locale))
  const few = answer.rows.filter((row) => row.score === null && row.n > 0).length
  const left = known.length - points.length
  return {
    kind: 'bars',
    ...framed(answer, locale),
    notes: [
      say(locale, 'scores.chart.whisker'),
      ...(points.some(({ tone }) => tone !== 'plain') ? [say(locale, 'scores.chart.apart')] : []),
      ...wholeNote(answer, locale),
      ...(few > 0 ? [say(locale, 'scores.chart.hidden', { count: few, minimum: answer.minimumN })] : []),
      ...(left > 0 ? [say(locale, 'scores.more', { count: left, by: 'group' })] : []),
    ],
    axis: barAxis(answer.query.metric, points),
    points,
  }
}

function distribution(answer: ScoreAnswer, locale: Locale): Drawn {
  const { min, max, top, bottom } = RULES[answer.query.metric]
  const { n } = answer.total
  const points = Array.from({ length: max - min + 1 }, (_, i): ChartPoint => {
    const given = min + i
    const count = answer.answers[given] ?? 0
    const share = (100 * count) / n
    const tone = given >= top ? 'good' : bottom !== null && given <= bottom ? 'bad' : 'plain'
    const label = say(locale, 'scores.chart.answer', { answer: given, count, share })
    return {
      label,
      tick: String(given),
      value: share,
      interval: null,
      n: count,
      shown: say(locale, 'scores.chart.share', { share }),
      tone,
    }
  })
  const highest = Math.max(...points.map(({ value }) => value ?? 0))
  return {
    kind: 'distribution',
    ...framed(answer, locale),
    notes: [say(locale, 'scores.chart.shares', { against: String(bottom !== null) })],
    axis: { min: 0, max: highest, step: highest, percent: true },
    overall: null,
    points,
  }
}

function wholeNote(answer: ScoreAnswer, locale: Locale): string[] {
  const { score } = answer.total
  return score === null ? [] : [say(locale, 'scores.chart.overall', { value: valueText(answer.query, score, locale) })]
}

function pointOf(row: ScoreRow, answer: ScoreAnswer, locale: Locale, tick?: string): ChartPoint {
  const label = nameOf(row, answer.query, locale)
  const apart = row.againstRest?.distinguishable ? row.againstRest.delta : 0
  return {
    label,
    tick: tick ?? label,
    value: row.score,
    interval: row.interval,
    n: row.n,
    shown: row.score === null ? '' : valueText(answer.query, row.score, locale),
    tone: apart > 0 ? 'good' : apart < 0 ? 'bad' : 'plain',
  }
}
