import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import type { ScoreAnswer } from './answer.ts'
import { periodText } from './dates.ts'
import type { Parsed, Query } from './query.ts'
import { direction, rowLines, tenths, valueText } from './render-rows.ts'
import { SUPPRESSED } from './response.ts'

/** An answer in words for a chat; `restated` says how the question was read and is itself a question with that answer. */
interface Rendered {
  title: string
  lines: string[]
  restated: string
}

/** A score answer → words in `locale`; an empty line parts the whole from its rows. */
export function render(answer: ScoreAnswer, locale: Locale): Rendered {
  const rows = rowLines(answer, locale)
  const lines = [...wholeLines(answer, locale), ...(rows.length > 0 ? ['', ...rows] : [])]
  return { title: titleOf(answer, locale), lines, restated: restate(answer, locale) }
}

const metricName = ({ metric }: Pick<Query, 'metric'>, locale: Locale): string => say(locale, `scores.metric.${metric}`)

/** What is measured, of when and by what. */
export function titleOf({ query: { metric, by, period } }: ScoreAnswer, locale: Locale): string {
  const shown = { metric: metricName({ metric }, locale), period: periodText(locale, period) }
  return by
    ? say(locale, 'scores.title.by', { ...shown, by: say(locale, `scores.by.${by}`) })
    : say(locale, 'scores.title.whole', shown)
}

/** How the question was read, in words that can be asked again. */
function restate({ query, narrowed }: ScoreAnswer, locale: Locale): string {
  const periods = say(locale, 'scores.restated.periods', {
    period: periodText(locale, query.period),
    before: periodText(locale, query.previous),
  })
  const by = query.by ? [say(locale, 'scores.restated.by', { by: say(locale, `scores.by.${query.by}`) })] : []
  const filters = narrowed.map(({ dimension, labels }) =>
    say(locale, 'scores.restated.filter', {
      dimension: say(locale, `scores.by.${dimension}`),
      names: labels.join(say(locale, 'scores.list')),
    }),
  )
  return [metricName(query, locale), periods, ...by, ...filters].join(say(locale, 'scores.separator'))
}

function wholeLines(answer: ScoreAnswer, locale: Locale): string[] {
  return [
    headline(answer, locale),
    changeLine(answer, locale),
    responseLine(answer, locale),
    notAskedLine(answer, locale),
  ].filter((line) => line !== '')
}

/** The score of the whole with n and interval, in one line. */
export function headline({ query, total, minimumN }: ScoreAnswer, locale: Locale): string {
  const { n, score, mean, interval, grade } = total
  if (score === null || mean === null || interval === null)
    return n === 0
      ? say(locale, 'scores.none', { metric: metricName(query, locale) })
      : say(locale, 'scores.few', { n, minimum: minimumN })
  return [
    say(locale, `scores.headline.${query.metric}`, { score: tenths(score), mean }),
    say(locale, 'scores.n', { n }),
    say(locale, 'scores.interval', { from: interval[0], to: interval[1] }),
    ...(grade ? [say(locale, `scores.grade.${grade}`)] : []),
  ].join(' · ')
}

function changeLine({ query, total }: ScoreAnswer, locale: Locale): string {
  const before = periodText(locale, query.previous)
  if (total.score === null) return ''
  if (!total.change) return say(locale, 'scores.change.unknown', { before })
  const { delta, distinguishable, before: then } = total.change
  return say(locale, `scores.change.${direction(delta)}`, {
    metric: query.metric,
    points: Math.abs(delta),
    before,
    value: valueText(query, then.score, locale),
    n: then.n,
    sure: String(distinguishable),
  })
}

function responseLine({ query, total, responseRateTarget }: ScoreAnswer, locale: Locale): string {
  const { rr1, complete, asked, open } = total.response
  // Answers that nobody asked for have no rate.
  if (rr1 === null)
    return total.n === 0 ? say(locale, 'scores.response.none', { metric: metricName(query, locale) }) : ''
  // 59.97% reads 60.0%, and meets 60%.
  const meets = (rate: number) => Math.round(1000 * rate) >= 1000 * responseRateTarget
  const reached = meets(rr1) ? 'yes' : meets((complete + open) / asked) ? 'possible' : 'no'
  return say(locale, 'scores.response', {
    rate: 100 * rr1,
    complete,
    asked,
    open,
    target: 100 * responseRateTarget,
    reached,
  })
}

function notAskedLine({ total }: ScoreAnswer, locale: Locale): string {
  const { notAsked } = total.response
  const reasons = SUPPRESSED.filter((reason) => notAsked[reason] > 0).map((reason) =>
    say(locale, `scores.reason.${reason}`, { count: notAsked[reason] }),
  )
  return reasons.length > 0 ? say(locale, 'scores.notAsked', { reasons: reasons.join(say(locale, 'scores.list')) }) : ''
}

/** A question that could not be read → what stopped the reading, what may have been meant, what can be asked. */
export function renderProblem({ problem, examples }: Extract<Parsed, { problem: unknown }>, locale: Locale): string[] {
  return [
    say(locale, `scores.problem.${problem.why}`, { at: problem.at }),
    ...(problem.suggestions.length > 0
      ? problem.suggestions.map((question) => say(locale, 'scores.problem.suggestion', { question }))
      : [say(locale, 'scores.problem.examples'), ...examples.map((example) => `• ${example}`)]),
  ]
}
