import type { Receipt } from '../channel.ts'
import { placeOf } from '../channel.ts'
import { dialogOfMessage } from '../store/dialogs.ts'
import { bury, type Due } from '../store/outbox.ts'
import { lockCustomer, markContact } from '../store/people.ts'
import { advance } from './dialog.ts'
import { NOBODY } from './ids.ts'
import type { Setting, Work } from './work.ts'

/** A message will never arrive: it becomes a dead letter, its contact is marked, and a question that it put is given up. */
export async function undeliveredTurn(
  setting: Setting,
  work: Work,
  { row, owner, reason, unreachable }: { row: Due; owner: string; reason: string; unreachable: boolean },
): Promise<Receipt> {
  const [[customer], buried, [dialog]] = await work.load([
    lockCustomer({ id: row.customer_id ?? NOBODY }),
    bury({ id: row.id, owner, at: work.at, reason }),
    dialogOfMessage({ message: row.id }),
  ])
  if (buried.length === 0) return { outcome: 'seen' }
  if (unreachable) work.writes.add('customer', markContact({ ...placeOf(row.conversation ?? ''), state: 'blocked' }))
  const open = dialog?.state.at ?? null
  if (customer && dialog && open !== null && dialog.prompts[open] === row.id)
    await advance(setting, work, dialog, customer, { kind: 'undelivered', at: work.at })
  return { outcome: 'done' }
}
