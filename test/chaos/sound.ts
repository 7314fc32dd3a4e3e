import pg from 'pg'

/** What can be true of a record only if something was lost, doubled or left behind: SQL that finds it, by name. */
const FAULTS: Record<string, string> = {
  'an open dialog waits for nothing': "select id from dialog where status = 'open' and state ->> 'at' is null",
  'an open question was never put': `select d.id from dialog d left join message m on m.id = (d.prompts ->> (d.state ->> 'at'))::uuid
    where d.status = 'open' and m.id is null`,
  'an open dialog never expires': `select id from dialog d where status = 'open' and not exists
    (select 1 from outbox where subject = 'dialog:' || d.id and name = 'expire' and dead_at is null)`,
  'what was told is never acted on': `select id from dialog d where status = 'open' and state ->> 'settled' = 'false'
    and exists (select 1 from answer where dialog_id = d.id and (value is not null or answer ?| '{choices,verbatims}'))
    and not exists (select 1 from outbox where subject = 'dialog:' || d.id and name = 'settle' and dead_at is null)`,
  'an ended dialog still waits for time': `select subject from outbox o join dialog d on o.subject = 'dialog:' || d.id where d.status <> 'open'`,
  'a question stands on a path twice': `select d.id from dialog d, jsonb_array_elements_text(state -> 'path') q group by d.id, q having count(*) > 1`,
  'an answer differs from its dialog': `select d.id from answer a join dialog d on d.id = a.dialog_id
    where a.value is not null and a.value::text is distinct from d.state -> 'answers' -> a.question ->> 'value'`,
  'a customer has two open tasks':
    "select customer_id from task where status <> 'closed' group by 1 having count(*) > 1",
  // In the order in which they were written: the instants of two processes may differ from it by what one waited for the other.
  'a task was opened, or opened again, beside an open one': `select b.number, a.number as beside, o.what, o.at,
      (select jsonb_agg(jsonb_build_array(t.number, e.what, e.at) order by e.seq) from task_event e join task t on t.id = e.task_id
        where e.task_id in (a.id, b.id)) as history
    from task_event o join task b on b.id = o.task_id join task a on a.customer_id = b.customer_id and a.id <> b.id
    where o.what in ('opened', 'reopened') and (select e.what in ('opened', 'reopened', 'raised', 'joined') from task_event e
      where e.task_id = a.id and e.seq < o.seq
        and e.what in ('opened', 'reopened', 'raised', 'joined', 'confirmed', 'unconfirmed', 'contact_declined')
      order by e.seq desc limit 1)`,
  'a task in work is never due': `select id from task t where status in ('open', 'claimed', 'contacted') and not exists
    (select 1 from outbox where subject = 'task:' || t.id and name = 'resolve_due' and dead_at is null)`,
  'a resolved task was not asked about': `select id from task t where status = 'waiting' and not exists
    (select 1 from dialog where task_id = t.id and flow = 'resolution-check')`,
  'a conversation is of two customers': `select d.id from dialog d join contact c on d.conversation = c.channel || ':' || c.address_key
    where d.customer_id <> c.customer_id`,
  'a message has not left': "select id from outbox where kind = 'message'",
  'a row is still leased': 'select id from outbox where lease_until > clock_timestamp()',
  'a dead letter': 'select id from outbox where dead_at is not null',
  'an event failed': 'select id from inbound_failed',
}

/** Every fault of a record, by name, with the ids that show it. */
export async function faults(client: pg.Client): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const [name, sql] of Object.entries(FAULTS)) {
    const { rows } = await client.query(sql)
    if (rows.length > 0) found[name] = rows
  }
  return found
}

/** A connection of the test's own, ended by `use`'s end. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {
    // its server is killed by the test; the statement that meets it rejects
  })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
