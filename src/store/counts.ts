import { COUNTERS, type Counters } from './counters.ts'
import type { Database } from './database.ts'
import { plain, type Statement } from './prepare.ts'
import { DAY_ZERO, LENGTHS } from './spans.ts'

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
const added = (table: string) => COUNTERS.map((v) => `${v} = ${table}.${v} + excluded.${v}`).join(', ')
const ADD: Statement = {
  name: 'add counts',
  text: `insert into counts (${KEY.join(', ')}, slot, ${COUNTERS.join(', ')})
    select ${KEY.join(', ')}, slot, ${COUNTERS.join(', ')} from jsonb_populate_recordset(null::counts, $1::jsonb)
    order by day, metric, team, agent, channel, flow, slot
    on conflict (day, metric, team, agent, channel, flow, slot) do update set ${added('counts')}`,
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

/** One of the tables in which counts stand added up by spans of days: its key, and what it adds up to. */
interface Folded {
  table: string
  key: string
  rows: string
}

const VALUES = COUNTERS.join(', ')
const SUMS = COUNTERS.map((v) => `sum(${v}) as ${v}`).join(', ')
const AGENTS = 'metric, days, first, channel, agent, team, flow'
const TOGETHER = 'metric, days, first, team, channel, flow'

/** A source of rows with a `day` → what they are folded to: a row for every span that the day is in, agent by agent and agents together. */
export function spread(source: string): [agents: Folded, together: Folded] {
  const first = `date '${DAY_ZERO}' + (day - date '${DAY_ZERO}') / days * days`
  const spans = `(select s.*, days, ${first} as first from ${source} s, unnest('{${LENGTHS}}'::smallint[]) as days) spans`
  const channelOrAll = `grouping sets ((${AGENTS}), (${AGENTS.replace(' channel,', '')}))`
  return [
    {
      table: 'counts_agents',
      key: AGENTS,
      rows: `select ${AGENTS.replace('channel', "coalesce(channel, '') as channel")}, ${SUMS} from ${spans} group by ${channelOrAll}`,
    },
    {
      table: 'counts_folded',
      key: TOGETHER,
      rows: `select ${TOGETHER}, ${SUMS} from ${spans} group by ${TOGETHER}`,
    },
  ]
}

/** Inserted in key order: two that do this at once never wait for each other in a circle. */
export const foldInto = ({ table, key, rows }: Folded): string =>
  `insert into ${table} (${key}, ${VALUES}) select ${key}, ${VALUES} from (${rows}) added order by ${key}
    on conflict (${key}) do update set ${added(table)}`

/** Slots 1–16 into slot 0, where no turn writes. Turns that count the same wait for this one, so it does no more. */
const GATHER = plain(`with gone as (delete from counts where slot > 0 returning *)
  insert into counts (${KEY.join(', ')}, slot, ${VALUES}) select ${KEY.join(', ')}, 0, ${SUMS} from gone group by ${KEY.join(', ')} order by ${KEY.join(', ')}
  on conflict (day, metric, team, agent, channel, flow, slot) do update set ${added('counts')}`)

const [AGENT_BY_AGENT, AGENTS_TOGETHER] = spread('gone')
/** Nobody waits for this one: 1,000 rows are 10,000 in spans, which takes a second on a busy machine. */
const SPREAD =
  plain(`with gone as (delete from counts where slot = 0 returning *), agents as (${foldInto(AGENT_BY_AGENT)})
  ${foldInto(AGENTS_TOGETHER)}`)

/**
 * Moves what was counted to where it stands added up by spans of days. The next answer opens a row of `counts` again, until the next time;
 * so a question reads what was counted within ten minutes, and a few spans of all before.
 */
export async function foldCounts(database: Database): Promise<void> {
  await database.run([GATHER])
  const { transaction } = await database.begin([plain('set local statement_timeout = 0')])
  try {
    await transaction.commit([SPREAD])
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}
