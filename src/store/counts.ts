import type { Figure, FiguresRequest } from '../scores/figures.ts'
import type { Statement } from './prepare.ts'
import { COUNTERS, type Counters } from './tables.ts'

export interface CountKey {
  day: string
  team: string
  agent: string
  channel: string
  flow: string
  metric: string
}

export interface CountChange extends CountKey {
  /** 0–10: which counter. */
  index: number
  by: number
}

const KEY = ['day', 'team', 'agent', 'channel', 'flow', 'metric'] as const
const ADD: Statement = {
  name: 'add counts',
  text: `insert into counts (${KEY.join(', ')}, slot, ${COUNTERS.join(', ')})
    select ${KEY.join(', ')}, slot, ${COUNTERS.join(', ')} from jsonb_populate_recordset(null::counts, $1::jsonb)
    order by day, metric, team, agent, channel, flow, slot
    on conflict (day, metric, team, agent, channel, flow, slot) do update set ${COUNTERS.map((v) => `${v} = counts.${v} + excluded.${v}`).join(', ')}`,
  values: [],
}

/** Adds changes to the counts, one row a key, written in key order: the last locks of a turn, and never in a circle. */
export function addCounts(changes: CountChange[], slot: number): Statement | null {
  const rows = new Map<string, Record<string, string | number>>()
  for (const { index, by, ...key } of changes) {
    const id = JSON.stringify(key)
    const row = rows.get(id) ?? { ...key, slot, ...Object.fromEntries(COUNTERS.map((v) => [v, 0])) }
    const counter = `v${index}`
    row[counter] = Number(row[counter]) + by
    rows.set(id, row)
  }
  const changed = [...rows.values()].filter((row) => COUNTERS.some((v) => row[v] !== 0))
  return changed.length === 0 ? null : { ...ADD, values: [JSON.stringify(changed)] }
}

/** Adds what counts differ by; a difference may be less than nothing, and so may one slot, whose sum is then right. */
export const correctCounts = (differences: readonly (CountKey & Counters)[]): Statement => ({
  ...ADD,
  values: [JSON.stringify(differences.map((row) => ({ ...row, slot: 1 })))],
})

const WITHOUT_AGENT = KEY.filter((column) => column !== 'agent').join(', ')
const SUMS = COUNTERS.map((v) => `sum(${v})`).join(', ')
const added = (table: string) => COUNTERS.map((v) => `${v} = ${table}.${v} + excluded.${v}`).join(', ')

/**
 * Puts what was counted together: the slots into one, and agents into one row beside. The next answer opens a slot again, until the next
 * time; so a question reads what was counted within the hour, and a row a day and team for all before.
 */
export const foldCounts: Statement = {
  name: 'fold counts',
  text: `with gone as (delete from counts where slot > 0 returning *),
    kept as (
      insert into counts (${KEY.join(', ')}, slot, ${COUNTERS.join(', ')})
      select ${KEY.join(', ')}, 0, ${SUMS} from gone group by ${KEY.join(', ')} order by ${KEY.join(', ')}
      on conflict (day, metric, team, agent, channel, flow, slot) do update set ${added('counts')}
    )
    insert into counts_folded (${WITHOUT_AGENT}, ${COUNTERS.join(', ')})
    select ${WITHOUT_AGENT}, ${SUMS} from gone group by ${WITHOUT_AGENT} order by ${WITHOUT_AGENT}
    on conflict (day, metric, team, channel, flow) do update set ${added('counts_folded')}`,
  values: [],
}

const COLUMN = { team: 'team', agent: 'agent', channel: 'channel', flow: 'flow', day: 'day::text' } as const

/** Sums counters over days, slots and everything that is not asked for; one row a group. Agents are read only where they are asked for. */
export function figures(request: FiguresRequest): Statement<Figure> {
  const group = request.by ? COLUMN[request.by] : 'null'
  const values: unknown[] = [request.metric, request.from, request.to]
  const filters = (['team', 'agent', 'channel', 'flow'] as const).flatMap((dimension) => {
    const wanted = request.filters[dimension]
    if (!wanted) return []
    values.push(wanted)
    return [`and ${dimension} = any($${values.length})`]
  })
  const byAgent = request.by === 'agent' || request.filters.agent !== undefined
  const from = (table: string, more = '') =>
    `select ${group} as "group", ${COUNTERS.join(', ')} from ${table}
      where metric = $1 and day between $2 and $3 ${more} ${filters.join(' ')}`
  const rows = byAgent ? from('counts') : `${from('counts_folded')} union all ${from('counts', 'and slot > 0')}`
  return {
    name: '',
    text: `select "group", array[${COUNTERS.map((v) => `sum(${v})::int`).join(', ')}] as values from (${rows}) r
      group by 1 having ${COUNTERS.map((v) => `sum(${v})`).join(' + ')} > 0 order by 1`,
    values,
  }
}
