/** What nobody works on any more goes to others, each task by a turn of its own, as its customer's. */
import { v7 } from 'uuid'
import type { Database } from '../store/database.ts'
import { timerRow } from '../store/outbox.ts'
import { put } from '../store/put.ts'
import { heldBy, heldByNobody } from '../store/tasks.ts'
import type { Work } from './work.ts'

/** Frees the tasks of a member of staff who is reached no more. */
export async function release(work: Work, member: string): Promise<void> {
  const [tasks] = await work.load([heldBy({ staff: member })])
  for (const { id, customer_id } of tasks) work.writes.setTimer(`left:${id}`, member, work.at, customer_id)
}

/** Frees the tasks of all who are no longer staff. */
export async function releaseOrphans(database: Database, at: string): Promise<void> {
  const [tasks] = await database.run([heldByNobody({})])
  const timers = tasks.map(({ id, customer_id, assignee }) =>
    timerRow(v7(), `left:${id}`, assignee ?? '', at, customer_id),
  )
  if (timers.length > 0) await database.run([put('outbox', timers)])
}
