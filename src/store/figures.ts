import type { Figure, FiguresRequest } from '../scores/figures.ts'
import { slots, timeOf } from '../scores/slots.ts'
import { COUNTERS } from './counters.ts'
import { type Arg, prepare, type Statement } from './prepare.ts'
import { spansOf } from './spans.ts'

const DIMENSIONS = ['team', 'agent', 'channel', 'flow'] as const

/** The channels that anything was counted on, also those that no longer run. */
export const channelsCounted = prepare('channels counted', (db, _: Arg<object>) =>
  db
    .selectFrom('counts')
    .select('channel')
    .union(db.selectFrom('counts_folded').select('channel').where('channel', '<>', ''))
    .orderBy('channel'),
)

/**
 * Sums counters over spans of days, what was not folded yet, and everything that is not asked for; one row a group. Agents are read only
 * where they are asked for, and so are channels beside them.
 */
export function figures(request: FiguresRequest): Statement<Figure> {
  const { metric, by, filters } = request
  const time = timeOf(by)
  const group = by === null ? 'null' : time ? 's.slot' : by
  const stretches = time ? slots(request.from, request.to, time) : [{ ...request, first: null }]
  const spans = stretches.flatMap(({ first, from, to }) => spansOf(from, to).map((span) => ({ ...span, slot: first })))
  const values: unknown[] = [
    metric,
    spans.map(({ first }) => first),
    spans.map(({ days }) => days),
    spans.map(({ slot }) => slot),
  ]
  const named = DIMENSIONS.filter((dimension) => filters[dimension])
  const narrowed = named.map((dimension) => `and ${dimension} = any($${values.push(filters[dimension])})`).join(' ')
  const byAgent = by === 'agent' || named.includes('agent')
  const channels = by === 'channel' || named.includes('channel') ? "channel <> ''" : "channel = ''"
  const from = (table: string, condition: string) =>
    `select ${group} as "group", ${COUNTERS.join(', ')} from unnest($2::date[], $3::smallint[], $4::text[]) as s(start, length, slot)
      join ${table} on metric = $1 and ${condition} ${narrowed}`
  const folded = byAgent
    ? from('counts_agents', `first = s.start and days = s.length and ${channels}`)
    : from('counts_folded', 'first = s.start and days = s.length')
  const open = from('counts', 'day >= s.start and day < s.start + s.length')
  return {
    name: `figures by ${by} of ${named.join(' ')}`,
    text: `select "group", array[${COUNTERS.map((v) => `sum(${v})::int`).join(', ')}] as values from (${folded} union all ${open}) r
      group by 1 having ${COUNTERS.map((v) => `sum(${v})`).join(' + ')} > 0 order by 1`,
    values,
  }
}
