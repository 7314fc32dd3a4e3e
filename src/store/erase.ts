import { v7 } from 'uuid'
import type { Database, Transaction } from './database.ts'
import { timerRow } from './outbox.ts'
import type { Statement } from './prepare.ts'
import { put } from './put.ts'

export interface Erased {
  id: string
  messages: number
  verbatims: number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Conversations that are a customer's own. */
const THEIRS = "select channel || ':' || address_key from contact where customer_id = $1"

/**
 * Takes a customer's words and identity out of the record. Words stand in `message` and `verbatim` only, also in answers to managers and
 * before it was known whose they are, so answers, scores, tasks and their history stay as they are: ids and numbers. The customer's row
 * stays too, without anything that names anybody.
 */
export async function eraseCustomer(
  database: Database,
  named: string,
  actor: string,
  at: string,
): Promise<Erased | null> {
  const found: Statement<{ id: string }> = {
    name: '',
    text: `select id from customer where external_id = $1 ${UUID.test(named) ? 'or id = $1::uuid' : ''}
      or id in (select customer_id from contact where channel || ':' || address_key = $1) order by id limit 1 for update`,
    values: [named],
  }
  const { transaction, rows } = await database.begin([found])
  const [[customer]] = rows
  if (!customer) return eraseConversation(transaction, named, actor, at)
  const { id } = customer
  const of = (text: string, values: unknown[] = [id]): Statement<{ id: string }> => ({ name: '', text, values })
  try {
    const [messages, verbatims] = await transaction.run([
      of(
        `update message set content = case content ->> 'kind' when 'card' then '{"kind":"erased","was":"card"}' else '{"kind":"erased"}' end::jsonb where content ->> 'kind' <> 'erased' and (customer_id = $1 or customer_id is null
          and (direction = 'in' and conversation in (${THEIRS})
            or content -> 'verbatims' ?| (select array_agg(id::text) from verbatim where customer_id = $1))) returning id`,
      ),
      of(
        `update verbatim set text = '', analysis = jsonb_set(analysis, '{redacted}', '""') where customer_id = $1 and text <> '' returning id`,
      ),
    ])
    const [cards] = await transaction.run([
      of("select distinct task_id as id from message where customer_id = $1 and content ->> 'was' = 'card'"),
    ])
    await transaction.commit([
      of(
        'update customer set external_id = null, name = null, segment = null, locale = null, opted_out = true, erased_at = $2 where id = $1',
        [id, at],
      ),
      of(
        `update interaction set case_id = null, topic = null, body = jsonb_set(body - 'topic' - 'case' - 'attributes', '{customer}', jsonb_build_object('id', '', 'channel', channel))
          where customer_id = $1`,
      ),
      of(
        `update message set conversation = 'erased:' || $1 where customer_id is null and content ->> 'kind' = 'erased' and conversation in (${THEIRS})`,
      ),
      ...['message', 'dialog'].map((table) =>
        of(`update ${table} set conversation = 'erased:' || $1 where customer_id = $1 and conversation in (${THEIRS})`),
      ),
      of(
        "update dialog set state = jsonb_set(state #- '{subject,topic}', '{subject,attributes}', '{}') where customer_id = $1",
      ),
      of(
        `update task set state = jsonb_set(state, '{resolution}', (state -> 'resolution') || '{"action":"","note":""}')
          where customer_id = $1 and jsonb_typeof(state -> 'resolution') = 'object'`,
      ),
      of("update task set state = jsonb_set(state, '{mayContact}', 'false') where customer_id = $1"),
      of(
        "delete from inbound_failed f using contact c where c.customer_id = $1 and f.channel = c.channel and f.event #>> '{from,address,key}' = c.address_key",
      ),
      of("update task_event set values = values - 'reason' - 'action' where customer_id = $1"),
      of(
        "delete from outbox where customer_id = $1 and (kind = 'message' or name in ('remind', 'settle', 'contact_due'))",
      ),
      // Cards that are out hold a name, and words: they are shown anew once the bot runs.
      ...(cards.length > 0
        ? [
            put(
              'outbox',
              cards.map((card) => timerRow(v7(), `task:${card.id}`, 'show', at, id)),
            ),
          ]
        : []),
      of('delete from contact where customer_id = $1'),
      of('delete from binding where customer_id = $1'),
      put('audit', [
        {
          id: v7(),
          actor,
          what: 'customer.erased',
          subject: id,
          detail: { messages: messages.length, verbatims: verbatims.length },
          at,
        },
      ]),
    ])
    return { id, messages: messages.length, verbatims: verbatims.length }
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

/** Conversation `named` $1 is nobody's who works here: their questions are no customer's words. */
const NOT_STAFFS = "not exists (select 1 from staff_identity s where s.channel || ':' || s.user_id = $1)"

/** Whoever wrote only what failed has become no customer: their words have nothing but the conversation in which they stand. */
async function eraseConversation(
  transaction: Transaction,
  named: string,
  actor: string,
  at: string,
): Promise<Erased | null> {
  const id = v7()
  const of = (text: string, ...more: string[]): Statement => ({ name: '', text, values: [named, ...more] })
  try {
    const [erased, failed] = await transaction.run([
      of(
        `update message set content = '{"kind":"erased"}' where conversation = $1 and customer_id is null and direction = 'in'
          and content ->> 'kind' <> 'erased' and ${NOT_STAFFS} returning id`,
      ),
      of(
        `delete from inbound_failed where channel || ':' || (event #>> '{from,address,key}') = $1 and ${NOT_STAFFS} returning id`,
      ),
    ])
    if (erased.length + failed.length === 0) {
      await transaction.rollback()
      return null
    }
    await transaction.commit([
      of("update message set conversation = 'erased:' || $2 where conversation = $1 and customer_id is null", id),
      of("delete from outbox where lane = $1 and customer_id is null and kind = 'message'"),
      put('audit', [
        {
          id: v7(),
          actor,
          what: 'customer.erased',
          subject: id,
          detail: { messages: erased.length, verbatims: 0 },
          at,
        },
      ]),
    ])
    return { id, messages: erased.length, verbatims: 0 }
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}
