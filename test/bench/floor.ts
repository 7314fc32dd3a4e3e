import pg from 'pg'
import { v7 } from 'uuid'
import { type Asked, CHANNEL, type Contender, connections } from './contender.ts'

/**
 * The floor: what somebody would write by hand who knows exactly what this one answer must leave behind. The same rows in the same tables
 * in one transaction, a prepared statement each, no engine, no port, no general case; then each message is claimed, "sent" and settled.
 */
export function floor(url: string): Contender {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  let events = 0
  let waits = 0
  let delivering: Promise<void>[] = []

  async function rate({ customer, message }: Asked): Promise<void> {
    const client = await pool.connect()
    const query = (name: string, text: string, values: unknown[] = []) => {
      waits++
      return client.query(name === '' ? { text } : { name, text, values })
    }
    const at = new Date().toISOString()
    const conversation = `${CHANNEL}:${customer}`
    try {
      await query('', 'begin')
      await query('f1', 'insert into inbound_key (key, at) values ($1, $2) on conflict do nothing returning key', [
        `${CHANNEL}:f${++events}`,
        at,
      ])
      const person = await query(
        'f2',
        'select customer.* from contact join customer on customer.id = contact.customer_id where channel = $1 and address_key = $2 for update of customer',
        [CHANNEL, customer],
      )
      const found = await query(
        'f3',
        'select * from dialog where id = (select dialog_id from message where id = $1) for update',
        [message],
      )
      const asked = await query('f4', 'select * from message where id = $1', [message])
      const [{ id: person_id }, dialog, { content }] = [person.rows[0], found.rows[0], asked.rows[0]]
      const next = {
        kind: 'prompt',
        text: 'What did you like?',
        choices: [{ id: 'skip', label: 'Skip' }],
        layout: 'list',
        locale: 'en',
      }
      const [edit, reason] = [v7(), v7()]
      const answer = { value: 4, at }
      const state = { ...dialog.state, at: 'reason', path: ['score', 'reason'], answers: { score: answer } }
      await query('f5', 'update dialog set state = $2, status = $3, prompts = $4, touched_at = $5 where id = $1', [
        dialog.id,
        state,
        'open',
        { score: edit, reason },
        at,
      ])
      await query(
        'f6',
        'insert into answer (dialog_id, question, customer_id, metric, value, answer, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (dialog_id, question) do update set value = excluded.value, answer = excluded.answer',
        [dialog.id, 'score', person_id, 'csat', 4, answer, at],
      )
      const insert =
        'insert into message (id, conversation, direction, customer_id, dialog_id, question, content, edits, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)'
      await query('f7', insert, [
        v7(),
        conversation,
        'in',
        person_id,
        dialog.id,
        'score',
        { kind: 'press', token: 't', label: '4' },
        null,
        at,
      ])
      await query('f7', insert, [
        edit,
        conversation,
        'out',
        person_id,
        dialog.id,
        null,
        { ...content, answered: '4', edits: message },
        message,
        at,
      ])
      await query('f7', insert, [reason, conversation, 'out', person_id, dialog.id, 'reason', next, null, at])
      await query('f8', "delete from outbox where kind = 'timer' and subject = $1 and name = 'settle'", [
        `dialog:${dialog.id}`,
      ])
      const enqueue =
        'insert into outbox (id, kind, lane, customer_id, subject, name, due_at, attempts) values ($1, $2, $3, $4, $5, $6, $7, 0)'
      await query('f9', enqueue, [edit, 'message', conversation, person_id, null, null, at])
      await query('f9', enqueue, [reason, 'message', conversation, person_id, null, null, at])
      const timer = v7()
      const due = new Date(Date.parse(at) + 300_000).toISOString()
      await query('f9', enqueue, [timer, 'timer', timer, person_id, `dialog:${dialog.id}`, 'settle', due])
      await query(
        'f10',
        `insert into counts (day, team, agent, channel, flow, metric, slot, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10)
          values ($1, $2, $3, $4, $5, 'csat', 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
          on conflict (day, metric, team, agent, channel, flow, slot) do update set v4 = counts.v4 + 1`,
        [dialog.day, dialog.team, dialog.agent, CHANNEL, dialog.flow],
      )
      await query('', 'commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
    delivering.push(deliver(conversation))
  }

  async function deliver(conversation: string): Promise<void> {
    const until = new Date(Date.now() + 60_000).toISOString()
    const claimed = await pool.query({
      name: 'f11',
      text: `update outbox set lease_until = $2, attempts = attempts + 1 where lane = $1 and kind = 'message' returning id`,
      values: [conversation, until],
    })
    for (const { id } of claimed.rows) {
      await pool.query({ name: 'f12', text: 'select content from message where id = $1', values: [id] })
      await pool.query({ name: 'f13', text: 'delete from outbox where id = $1', values: [id] })
    }
  }

  return {
    name: 'floor',
    rate,
    async drain() {
      await Promise.all(delivering.splice(0))
      delivering = []
    },
    waits: () => waits,
    close: () => pool.end(),
  }
}
