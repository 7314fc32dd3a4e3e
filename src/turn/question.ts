import { DateTime } from 'luxon'
import type { Catalogue } from '../flow/catalogue.ts'
import type { Locale } from '../locale.ts'
import { answer, type ScoreAnswer } from '../scores/answer.ts'
import { figuresNeeded } from '../scores/figures.ts'
import type { Metric } from '../scores/metric.ts'
import { parseQuery } from '../scores/parse.ts'
import type { Problem } from '../scores/query.ts'
import { figures } from '../store/figures.ts'
import { type Named, vocabularyOf } from './vocabulary.ts'
import type { Work } from './work.ts'

/** A manager's question → its answer from the counts, or what was not understood and what would be. */
export async function question(
  setting: Named,
  load: Work['load'],
  text: string,
  at: string,
  /** The asker's language: what things are called in it comes first. */
  locale: Locale,
): Promise<{ answer: ScoreAnswer } | { problem: Problem; examples: string[] }> {
  const { config, flows } = setting
  const vocabulary = await vocabularyOf(setting, load, locale)
  const today = DateTime.fromISO(at, { zone: config.programme.timeZone }).toFormat('yyyy-MM-dd')
  const parsed = parseQuery(text, { today, vocabulary, locale })
  if ('problem' in parsed) return parsed
  const counted = await load(figuresNeeded(parsed.query, measuredBy(flows, parsed.query.metric)).map(figures))
  const { responseRate, minimumN, grades } = config.targets
  return { answer: answer(parsed.query, counted, { minimumN, responseRateTarget: responseRate, grades, vocabulary }) }
}

/** Ids of the flows that ask for a metric, in any version. */
function measuredBy(flows: Catalogue, metric: Metric): string[] {
  const asking = flows
    .all()
    .filter(({ questions }) => Object.values(questions).some((each) => 'metric' in each && each.metric === metric))
  return [...new Set(asking.map(({ id }) => id))]
}
