import { type Selectable, sql } from 'kysely'
import type { Outbound } from '../channel.ts'
import type { ChartMessage, Drawing } from '../scores/chart/description.ts'
import type { Database } from './database.ts'
import { type Arg, prepare, type Statement } from './prepare.ts'
import type { MessageTable } from './tables.ts'
import { IS_CARD, SEVERITY } from './tasks.ts'

export type Message = Selectable<MessageTable>

export const messageById = prepare('message by id', (db, arg: Arg<{ id: string }>) =>
  db.selectFrom('message').selectAll().where('id', '=', arg('id')),
)

/** The message that its platform knows by `ref`. */
export const messageByReference = prepare(
  'message by reference',
  (db, arg: Arg<{ conversation: string; ref: string }>) =>
    db
      .selectFrom('message')
      .selectAll()
      .where('conversation', '=', arg('conversation'))
      .where('ref', '=', arg('ref'))
      .limit(1),
)

/** What was said in a conversation after `after`, in order: a web chat resumes from it. */
const messagesAfter = prepare(
  'messages after',
  (db, arg: Arg<{ conversation: string; after: number; limit: number }>) =>
    db
      .selectFrom('message')
      .selectAll()
      .where('conversation', '=', arg('conversation'))
      .where('seq', '>', arg('after'))
      .orderBy('seq')
      .limit(arg('limit')),
)

/** What was last said in a conversation, or was made of it. */
export const lastSaid = prepare('last said', (db, arg: Arg<{ conversation: string }>) =>
  db
    .selectFrom('message')
    .select(sql<string>`content ->> 'text'`.as('text'))
    .where('conversation', '=', arg('conversation'))
    .where('direction', '=', 'in')
    .where(sql`content ->> 'kind'`, 'in', ['text', 'edit'])
    .orderBy('seq', 'desc')
    .limit(1),
)

/** The oldest of the `count` newest messages of a conversation that stand before `before`; no row where there are fewer. */
const oldestOf = prepare('oldest of', (db, arg: Arg<{ conversation: string; before: number; count: number }>) =>
  db
    .selectFrom('message')
    .select('seq')
    .where('conversation', '=', arg('conversation'))
    .where('seq', '<', arg('before'))
    .orderBy('seq', 'desc')
    .offset(sql<number>`${arg('count')}::int - 1`)
    .limit(1),
)

/** What was said with a customer in their own conversations, the newest first; what only replaced an earlier message is left out. */
export const saidWith = prepare('said with', (db, arg: Arg<{ customer: string; limit: number }>) =>
  db
    .selectFrom('message')
    .select(['direction', 'content'])
    .where('customer_id', '=', arg('customer'))
    .where('edits', 'is', null)
    .where('conversation', 'in', (contact) =>
      contact
        .selectFrom('contact')
        .select(sql<string>`channel || ':' || address_key`.as('conversation'))
        .where('contact.customer_id', '=', arg('customer')),
    )
    .orderBy('seq', 'desc')
    .limit(arg('limit')),
)

/** The newest card of each open task in a conversation, the most urgent and the oldest task first, and how many there are in all. */
export const openCardsIn = prepare('open cards in', (db, arg: Arg<{ conversation: string; limit: number }>) =>
  db
    .selectFrom(
      db
        .selectFrom('message')
        .innerJoin('task', 'task.id', 'message.task_id')
        .distinctOn('message.task_id')
        .selectAll('message')
        .select(['task.opened_at', SEVERITY.as('severity')])
        .where('message.conversation', '=', arg('conversation'))
        .where('task.status', '<>', 'closed')
        .where(sql`message.content ->> 'kind'`, '=', 'card')
        .orderBy('message.task_id')
        .orderBy('message.seq', 'desc')
        .as('card'),
    )
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('all'))
    .orderBy('severity')
    .orderBy('opened_at')
    .limit(arg('limit')),
)

/** The card of a task in each conversation that has one: the newest of those that edit none, which the later ones edit. */
export const cardsOf = prepare('cards of task', (db, arg: Arg<{ task: string }>) =>
  db
    .selectFrom('message')
    .distinctOn('conversation')
    .select(['id', 'conversation'])
    .where('task_id', '=', arg('task'))
    .where(IS_CARD)
    .where('edits', 'is', null)
    .orderBy('conversation')
    .orderBy('seq', 'desc'),
)

/** What the card of a task says last in each conversation that has one. */
export const lastCardsOf = prepare('last cards of task', (db, arg: Arg<{ task: string }>) =>
  db
    .selectFrom('message')
    .distinctOn('conversation')
    .select(['conversation', 'content'])
    .where('task_id', '=', arg('task'))
    .where(IS_CARD)
    .orderBy('conversation')
    .orderBy('seq', 'desc'),
)

/**
 * Conversations of staff are written to by turns of many customers at once. Without this lock a reader could see number 8
 * before number 7 is committed, and resume behind it. Taken in name order, last before the messages.
 */
export const lockConversations = prepare('lock conversations', (db, arg: Arg<{ conversations: string[] }>) =>
  db
    .selectFrom(sql<{ name: string }>`(select unnest(${arg('conversations')}::text[]) as name order by 1)`.as('c'))
    .select(sql`pg_advisory_xact_lock(hashtextextended(c.name, 0))`.as('locked')),
)

/** What the platform calls messages that were sent; any number with one statement. */
export const setReferences = (refs: { id: string; ref: string }[]): Statement => ({
  name: 'message references',
  text: `update message set ref = given.ref from jsonb_to_recordset($1::jsonb) as given(id uuid, ref text)
    where message.id = given.id`,
  values: [JSON.stringify(refs)],
})

export interface Logged {
  seq: number
  id: string
  direction: 'in' | 'out'
  at: string
  /** A picture is still being drawn: who waits for it need not wait for what stands before it. */
  content: Outbound | { kind: 'text'; text: string } | { kind: 'press'; label: string } | Promise<Outbound | Drawing>
}

/** What a conversation shows after `after`, in order. Fewer than `limit` only at its end, however many hidden rows stand in between. */
export async function shownAfter(
  database: Database,
  conversation: string,
  after: number,
  limit: number,
  /** Pictures as they are shown; without this they are told in words. */
  draw?: (chart: ChartMessage) => Promise<Outbound | Drawing>,
): Promise<Logged[]> {
  const shown: Logged[] = []
  for (let from = after; shown.length < limit; ) {
    const [page]: readonly [Message[]] = await database.run([messagesAfter({ conversation, after: from, limit })])
    for (const row of page) {
      const { seq, id, direction, at, content } = row
      if (draw && content.kind === 'chart') shown.push({ seq, id, direction, at, content: draw(content) })
      else shown.push(...logged(row))
    }
    if (page.length < limit) break
    from = page.at(-1)?.seq ?? from
  }
  return shown.slice(0, limit)
}

/** The number after which the `count` newest messages before `before` stand; 0 when those are all there are. */
export async function startOf(
  database: Database,
  conversation: string,
  before: number,
  count: number,
): Promise<number> {
  const [rows] = await database.run([oldestOf({ conversation, before, count })])
  return rows[0] === undefined ? 0 : rows[0].seq - 1
}

/** The newest card of each of at most `limit` open tasks in a conversation, in their order. */
export async function shownCards(database: Database, conversation: string, limit: number): Promise<Logged[]> {
  const [rows] = await database.run([openCardsIn({ conversation, limit })])
  return rows.flatMap(logged).sort((a, b) => a.seq - b.seq)
}

/**
 * A message as its conversation shows it; a picture that nobody has drawn is told in words. What cannot be shown (an erased one, a form,
 * a conversation opened) is left out.
 */
function logged({ seq, id, direction, at, content }: Message): Logged[] {
  const row = { seq, id, direction, at }
  switch (content.kind) {
    case 'text':
    case 'prompt':
    case 'card':
    case 'picture':
      return [{ ...row, content }]
    case 'chart':
      return [{ ...row, content: { kind: 'text', text: content.chart.alt } }]
    case 'edit':
      return [{ ...row, content: { kind: 'text', text: content.text } }]
    case 'press':
      return 'label' in content ? [{ ...row, content: { kind: 'press', label: content.label } }] : []
    case 'media':
      return content.caption === undefined ? [] : [{ ...row, content: { kind: 'text', text: content.caption } }]
    case 'open':
    case 'form':
    case 'gone':
    case 'back':
    case 'erased':
      return []
  }
}
