/** What stands in the record, row by row, without what differs between any two runs: ids, addresses, names of channels. */
import { readToken } from '../../src/channel.ts'
import { COUNTERS } from '../../src/store/counters.ts'
import type { Bot } from './bot.ts'

const TABLES: Record<string, string> = {
  customers:
    'select external_id, opted_out, segment, last_asked_at, talk_task, talk_at from customer order by created_at',
  contacts: 'select customer_id, locale, state from contact order by at',
  consents: 'select purpose, given, text_version, at from consent order by at, purpose',
  interactions: 'select id, customer_id, ended_at, day, team, agent, topic from interaction order by id',
  decisions: 'select interaction_id, asked, reason, flow, at from decision order by interaction_id',
  dialogs:
    'select id, customer_id, interaction_id, task_id, flow, version, status, state, day, team, agent, opened_at, touched_at from dialog order by opened_at',
  answers: 'select dialog_id, question, metric, value, answer, at from answer order by at, question',
  verbatims: 'select id, dialog_id, question, text, analysis, at from verbatim order by at',
  tasks: 'select id, number, customer_id, status, team, assignee, state, opened_at from task order by number',
  history: 'select task_id, what, staff_id, values, at from task_event order by seq',
  messages:
    'select direction, customer_id, dialog_id, question, task_id, content, edits, at from message order by conversation ~ $$^test:$$, conversation, seq',
  timers: 'select kind, subject, name, due_at, dead_at, reason from outbox order by due_at, name',
  events: 'select at from inbound_key order by at',
  failed: 'select error from inbound_failed',
  counts: `select day, team, agent, flow, metric, ${COUNTERS.map((v) => `sum(${v})::int as ${v}`).join(', ')}
    from counts group by day, team, agent, flow, metric order by day, team, agent, flow, metric`,
}

export type RecordRows = Record<string, unknown[]>

/** Reads the record; an id has the same name in every reading. `address` is where the customer is. */
export function reader(bot: Bot, address: string): () => Promise<RecordRows> {
  const names = new Map<string, string>()
  const name = (id: string): string => {
    const known = names.get(id) ?? `id-${names.size + 1}`
    names.set(id, known)
    return known
  }
  return async () => {
    const found: RecordRows = {}
    for (const [table, query] of Object.entries(TABLES)) {
      const text = JSON.stringify(await bot.rows(query))
        .replace(/"token":"([^"]*)"/g, (_, token: string) => {
          const { message = '', choice = '' } = readToken(token) ?? {}
          return `"token":"${message} ${choice}"`
        })
        .replace(UUID, name)
        .replace(/("number":|#)\d+/g, (_, before: string) => `${before}1`) // a task's number that was not stored is not given again
      found[table] = JSON.parse(text.replaceAll(address, '…'))
    }
    return found
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
