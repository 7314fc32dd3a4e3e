import { DateTime } from 'luxon'
import type { Locale } from '../locale.ts'
import { answer, type ScoreAnswer } from '../scores/answer.ts'
import { figuresNeeded } from '../scores/figures.ts'
import { type Problem, parseQuery, type Vocabulary } from '../scores/query.ts'
import { figures } from '../store/counts.ts'
import { labels } from '../store/people.ts'
import type { Setting, Work } from './work.ts'

/** A manager's question → its answer from the counts, or what was not understood and what would be. */
export async function question(
  { config, channels, flows }: Pick<Setting, 'config' | 'channels' | 'flows'>,
  load: Work['load'],
  text: string,
  at: string,
  /** The asker's language: what things are called in it comes first. */
  locale: Locale,
): Promise<{ answer: ScoreAnswer } | { problem: Problem; examples: string[] }> {
  const vocabulary = await vocabularyOf({ config, channels, flows }, load, locale)
  const today = DateTime.fromISO(at, { zone: config.programme.timeZone }).toFormat('yyyy-MM-dd')
  const parsed = parseQuery(text, { today, vocabulary })
  if ('problem' in parsed) return parsed
  const counted = await load(figuresNeeded(parsed.query).map(figures))
  const { responseRate, minimumN } = config.targets
  return { answer: answer(parsed.query, counted, { minimumN, responseRateTarget: responseRate, vocabulary }) }
}

/** Whom and what a question may name, by their names in the asker's language first. */
export async function vocabularyOf(
  { config, channels, flows }: Pick<Setting, 'config' | 'channels' | 'flows'>,
  load: Work['load'],
  locale: Locale,
): Promise<Vocabulary> {
  const [named] = await load([labels({})])
  const teams = new Map(
    Object.entries(config.teams).map(([id, { name }]) => [id, [name[locale] ?? [], ...Object.values(name)].flat()]),
  )
  const agents = new Map<string, string[]>()
  for (const { kind, id, name } of named) {
    const known = kind === 'team' ? teams : agents
    known.set(id, [...new Set([...(known.get(id) ?? []), name])])
  }
  const listed = (known: Map<string, string[]>) => [...known].map(([id, names]) => ({ id, names }))
  return {
    teams: listed(teams),
    agents: listed(agents),
    flows: [...new Set(flows.all().map(({ id }) => id))],
    channels: [...channels.keys()],
  }
}

/** What an id is called. */
export const labelled = (known: Vocabulary['teams'], id: string): string =>
  known.find((each) => each.id === id)?.names[0] ?? id
