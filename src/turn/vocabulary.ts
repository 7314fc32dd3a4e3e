import type { Locale } from '../locale.ts'
import type { Vocabulary } from '../scores/query.ts'
import { labels, labelsPrint } from '../store/people.ts'
import type { Setting, Work } from './work.ts'

/** What gives names to questions: the owner's file, the flows, and the channels by name. */
export type Named = Pick<Setting, 'config' | 'flows'> & { channels: ReadonlyMap<string, unknown> }

/** What was made from which labels. */
interface Kept {
  print: string
  byLocale: Map<Locale, Vocabulary>
}

const kept = new WeakMap<Named, Kept>()

/**
 * Whom and what a question may name, by their names in the asker's language first. Kept between questions and made anew when a label has
 * changed, whoever changed it: with 2,000 agents it takes 25 ms to make, and 1 ms to learn that it is still right.
 */
export async function vocabularyOf(setting: Named, load: Work['load'], locale: Locale): Promise<Vocabulary> {
  const [[row]] = await load([labelsPrint])
  const print = row?.print ?? ''
  const last = kept.get(setting)
  const current: Kept = last?.print === print ? last : { print, byLocale: new Map() }
  kept.set(setting, current)
  const known = current.byLocale.get(locale)
  if (known) return known
  const [named] = await load([labels({})])
  const made = make(setting, named, locale)
  current.byLocale.set(locale, made)
  return made
}

type Label = { kind: 'team' | 'agent'; id: string; name: string }

function make({ config, channels, flows }: Named, named: readonly Label[], locale: Locale): Vocabulary {
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
