import type { Receipt } from '../channel.ts'
import { placeOf } from '../channel.ts'
import { dialogOfMessage } from '../store/dialogs.ts'
import { messageById } from '../store/messages.ts'
import { bury, type Due } from '../store/outbox.ts'
import { contactsOf, lockCustomer, markContact, updateCustomer } from '../store/people.ts'
import { taskOfMessage } from '../store/tasks.ts'
import { advance } from './dialog.ts'
import { NOBODY } from './ids.ts'
import { changeTask } from './task.ts'
import type { Setting, Work } from './work.ts'

/**
 * A message will never arrive: it becomes a dead letter, its contact is marked, a question that it put is given up, and whoever wrote it
 * about a task is told.
 */
export async function undeliveredTurn(
  setting: Setting,
  work: Work,
  { row, owner, reason, unreachable }: { row: Due; owner: string; reason: string; unreachable: boolean },
): Promise<Receipt> {
  const place = placeOf(row.conversation ?? '')
  const [[customer], contacts, buried, [dialog], [message], [task]] = await work.load([
    lockCustomer({ id: row.customer_id ?? NOBODY }),
    contactsOf({ customer: row.customer_id ?? NOBODY }),
    bury({ id: row.id, owner, at: work.at, reason }),
    dialogOfMessage({ message: row.id }),
    messageById({ id: row.id }),
    taskOfMessage({ message: row.id }),
  ])
  if (buried.length === 0) return { outcome: 'seen' }
  if (unreachable) work.writes.add('customer', markContact({ ...place, state: 'blocked' }))
  // What staff wrote to the customer; cards and lines about the task go to staff.
  const isTheirs = contacts.some((each) => each.channel === place.channel && each.address_key === place.key)
  if (customer && task && message && isTheirs)
    await changeTask(setting, work, {
      task,
      customer,
      events: [{ kind: 'undelivered', at: work.at, sentAt: message.at }],
    })
  const open = dialog?.state.at ?? null
  if (customer && dialog && open !== null && dialog.prompts[open] === row.id) {
    if (customer.last_asked_at === dialog.opened_at) {
      customer.last_asked_at = null // nobody was asked
      work.writes.add('customer', updateCustomer(customer))
    }
    await advance(setting, work, dialog, customer, { kind: 'undelivered', at: work.at })
  }
  return { outcome: 'done' }
}
