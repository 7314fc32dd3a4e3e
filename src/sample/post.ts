import type { Database } from '../store/database.ts'
import type { Message } from '../store/messages.ts'
import type { Due } from '../store/outbox.ts'
import type { Statement } from '../store/prepare.ts'

/** What was said to somebody. */
export type Letter = Pick<Message, 'id' | 'conversation' | 'content' | 'question' | 'at'>

const LETTERS: Statement<Letter> = {
  name: 'sample letters',
  text: `with gone as (delete from outbox where kind = 'message' returning id)
    select m.id, m.conversation, m.content, m.question, m.at from gone join message m on m.id = gone.id order by m.seq`,
  values: [],
}

/** Takes what waits to be sent: on the channel of the sample everything arrives at once. */
export async function letters(database: Database): Promise<Letter[]> {
  const [rows] = await database.run([LETTERS])
  return rows
}

/** Timers that come due before `until`, in their order. They stay: whoever fires one takes it. */
export async function dueTimers(database: Database, until: string): Promise<Due[]> {
  const due: Statement<Due> = {
    name: 'sample timers',
    text: `select o.*, null as conversation, null as content, null as edits, null as edits_ref, null as thread_ref,
      null as address, null as contact_state
      from outbox o where o.kind = 'timer' and o.dead_at is null and o.due_at < $1 order by o.due_at, o.seq`,
    values: [until],
  }
  const [rows] = await database.run([due])
  return rows
}
