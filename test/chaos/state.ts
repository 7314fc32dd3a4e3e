import type pg from 'pg'
import { z } from 'zod'
import { readToken } from '../../src/channel.ts'
import { COUNTERS } from '../../src/store/counters.ts'

/**
 * What two records that came about by the same events have in common: every row of every table that turns write, with the random ids
 * replaced by names. Left out are numbers that the server draws and a killed turn wastes (`seq`, a task's number), how counts are
 * spread over slots, and duplicate marks, for a replay has keys of its own.
 */
const TABLES: Record<string, string> = {
  customer: "select to_jsonb(t) - 'id' as row from customer t",
  contact: 'select to_jsonb(t) as row from contact t',
  interaction: 'select to_jsonb(t) as row from interaction t',
  decision: 'select to_jsonb(t) as row from decision t',
  dialog: 'select to_jsonb(t) as row from dialog t',
  answer: 'select to_jsonb(t) as row from answer t',
  verbatim: 'select to_jsonb(t) as row from verbatim t',
  consent: "select to_jsonb(t) - 'id' as row from consent t",
  message: "select to_jsonb(t) - '{seq,ref}'::text[] as row, task_id is not null as of_task from message t",
  task: "select jsonb_set(to_jsonb(t), '{state,number}', '0') - 'number' as row from task t",
  task_event: `select (to_jsonb(t) - 'id' - 'seq') || jsonb_build_object('nth', row_number() over (partition by task_id order by seq))
      || case when values ? 'other' then jsonb_build_object('values', values || jsonb_build_object('other',
        (select id from task other where other.number = (t.values ->> 'other')::int))) else '{}' end as row
    from task_event t`,
  label: 'select to_jsonb(t) as row from label t',
  outbox: `select jsonb_build_object('kind', kind, 'customer', customer_id, 'subject', subject, 'name', name, 'due', due_at, 'dead', dead_at) as row
    from outbox`,
  counts: `select jsonb_build_object('key', array[day::text, metric, team, agent, channel, flow], ${COUNTERS.map((v) => `'${v}', sum(${v})`).join(', ')}) as row
    from counts group by day, metric, team, agent, channel, flow`,
}

/** What a row is called by whose it is and which of theirs. A customer is called by their address, which never changes. */
const NAMES = `
  with whose as (select customer_id, address_key from contact)
  select customer_id as id, address_key as name from whose
  union all select id, concat_ws(' ', 'message', conversation, address_key, row_number() over (partition by conversation, customer_id order by seq))
    from message join whose using (customer_id)
  union all select id, case when interaction_id is not null then 'dialog ' || interaction_id
      else concat_ws(' ', 'unasked', address_key, row_number() over (partition by customer_id, interaction_id order by opened_at)) end
    from dialog join whose using (customer_id)
  union all select id, concat_ws(' ', 'task', address_key, row_number() over (partition by customer_id order by opened_at))
    from task join whose using (customer_id)
  union all select id, concat_ws(' ', 'words', address_key, row_number() over (partition by customer_id order by at, text))
    from verbatim join whose using (customer_id)`

const nameRows = z.array(z.object({ id: z.string(), name: z.string() }))
const stateRows = z.array(z.object({ row: z.json(), of_task: z.boolean().nullish() }))
type State = Record<string, string[]>

/** Row id → name. */
export async function namesOf(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query(NAMES)
  return new Map(nameRows.parse(rows).map(({ id, name }) => [id, name]))
}

/** The id of the row that has this name, also in a record that is still being written. */
export async function idOf(client: pg.Client, name: string): Promise<string> {
  const [kind = '', ...words] = name.split(' ')
  const { rows } = await client.query<{ id: string }>(PLACES[kind] ?? 'select where false', words)
  return rows[0]?.id ?? NOBODY
}

/** Kind of name → SQL that finds what has it, by its other words. */
const PLACES: Record<string, string> = {
  message: `select m.id from message m join contact using (customer_id)
    where conversation = $1 and address_key = $2 order by seq offset $3::int - 1 limit 1`,
  dialog: 'select id from dialog where interaction_id = $1',
  unasked: `select d.id from dialog d join contact using (customer_id)
    where address_key = $1 and interaction_id is null order by opened_at offset $2::int - 1 limit 1`,
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The record as sorted lines of JSON, a list a table. */
export async function stateOf(client: pg.Client): Promise<State> {
  const names = await namesOf(client)
  const { rows: tasks } = await client.query('select id, number from task')
  const numbers = new Map(
    z
      .array(z.object({ id: z.string(), number: z.number() }))
      .parse(tasks)
      .map((t) => [t.number, names.get(t.id) ?? 'a task']),
  )
  const state: State = {}
  for (const [table, sql] of Object.entries(TABLES)) {
    const { rows } = await client.query(sql)
    state[table] = stateRows
      .parse(rows)
      .map(({ row, of_task }) => {
        const tasks = of_task ? numbers : new Map<number, string>()
        return JSON.stringify(row, (_, value) => (typeof value === 'string' ? named(value, names, tasks) : value))
      })
      .sort()
  }
  return state
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function named(text: string, names: Map<string, string>, tasks: Map<number, string>): string {
  const pressed = readToken(text)
  if (pressed) return `${names.get(pressed.message)} → ${pressed.choice}`
  const plain = text.replace(/#(\d+)\b/g, (all, number) => tasks.get(Number(number)) ?? all)
  return plain.replace(UUID, (id) => names.get(id) ?? id)
}
