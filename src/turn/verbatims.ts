import { DateTime } from 'luxon'
import type { Locale } from '../locale.ts'
import type { Vocabulary } from '../scores/query.ts'
import { renderProblem } from '../scores/render.ts'
import { renderVerbatims, type SaidRow, type VerbatimsAsked } from '../scores/render-verbatims.ts'
import { readVerbatims, type VerbatimsQuery } from '../scores/verbatims.ts'
import { newestVerbatims } from '../store/verbatims.ts'
import { shippedTaxonomy } from '../text/taxonomy.ts'
import { moment } from '../words/when.ts'
import { marksOf } from './show.ts'
import { labelled, vocabularyOf } from './vocabulary.ts'
import type { Setting, Work } from './work.ts'

const MOST = 10

interface AskedVerbatims {
  query: VerbatimsQuery
  /** The period as instants: from, and before. */
  from: string
  before: string
  /** What was asked for, as people call it. */
  asked: VerbatimsAsked
  vocabulary: Vocabulary
  themeName: (id: string) => string
}

/** A question about customers' words → what it asks for, or in words what was not understood. */
export async function askedVerbatims(
  setting: Setting,
  work: Work,
  text: string,
  locale: Locale,
): Promise<AskedVerbatims | { problem: string }> {
  const vocabulary = await vocabularyOf(setting, work.load, locale)
  const { timeZone } = setting.config.programme
  const known = (setting.config.taxonomy ?? shippedTaxonomy()).themes
  const themes = Object.entries(known).map(([id, { name }]) => ({ id, names: Object.values(name) }))
  const today = DateTime.fromISO(work.at, { zone: timeZone }).toFormat('yyyy-MM-dd')
  const read = readVerbatims(text, { today, vocabulary, themes, locale })
  if ('problem' in read) return { problem: renderProblem(read, locale).join('\n') }
  const { query } = read
  const day = (date: string) => DateTime.fromISO(date, { zone: timeZone })
  const themeName = (id: string) => known[id]?.name[locale] ?? Object.values(known[id]?.name ?? {})[0] ?? id
  const filters = [
    ...(query.filters.team ?? []).map((id) => labelled(vocabulary.teams, id)),
    ...(query.filters.agent ?? []).map((id) => labelled(vocabulary.agents, id)),
    ...(query.filters.channel ?? []),
    ...(query.filters.flow ?? []),
  ]
  return {
    query,
    from: day(query.period.from).toUTC().toISO() ?? work.at,
    before: day(query.period.to).plus({ days: 1 }).toUTC().toISO() ?? work.at,
    asked: { query, themes: query.themes.map(themeName), filters },
    vocabulary,
    themeName,
  }
}

/** A manager's question for what customers said → the newest of their words, masked and marked, and their ids; or what was not understood. */
export async function verbatims(
  setting: Setting,
  work: Work,
  text: string,
  locale: Locale,
): Promise<{ words: string; verbatims: string[] }> {
  const read = await askedVerbatims(setting, work, text, locale)
  if ('problem' in read) return { words: read.problem, verbatims: [] }
  const { query, from, before, asked, vocabulary, themeName } = read
  const { timeZone } = setting.config.programme
  const [found] = await work.load([newestVerbatims({ ...query, from, before, limit: MOST + 1 })])
  const shown = found.slice(0, MOST)
  const rows = shown.map(
    ({ text: words, analysis, at, team, agent }): SaidRow => ({
      text: words,
      marks: marksOf(analysis),
      themes: analysis.themes.map(({ id, polarity }) => ({ name: themeName(id), polarity })),
      about: [
        moment(at, work.at, timeZone, locale),
        ...(team === null ? [] : [labelled(vocabulary.teams, team)]),
        ...(agent === null ? [] : [labelled(vocabulary.agents, agent)]),
      ],
    }),
  )
  return { words: renderVerbatims(asked, rows, found.length > MOST, locale), verbatims: shown.map(({ id }) => id) }
}
