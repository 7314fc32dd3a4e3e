import type { Receipt } from '../channel.ts'
import type { DialogTimer } from '../engine/dialog.ts'
import { dialogById } from '../store/dialogs.ts'
import { interactionById } from '../store/interactions.ts'
import { type Due, takeTimer } from '../store/outbox.ts'
import { lockCustomer } from '../store/people.ts'
import { taskById } from '../store/tasks.ts'
import type { TaskTimer } from '../task/task.ts'
import { askNow } from './ask.ts'
import { advance } from './dialog.ts'
import { showAnew } from './show.ts'
import { changeTask } from './task.ts'
import type { Setting, Work } from './work.ts'

const DIALOG_TIMERS = ['remind', 'settle', 'expire'] as const satisfies readonly DialogTimer[]
const TASK_TIMERS = ['contact_due', 'resolve_due', 'wake'] as const satisfies readonly TaskTimer[]

/** A timer has come due. Its row is its duplicate mark: who takes it fires it, and a cancelled one is not there any more. */
export async function timerTurn(setting: Setting, work: Work, timer: Due): Promise<Receipt> {
  const [kind = '', id = ''] = split(timer.subject ?? '')
  const [[customer], taken] = await work.load([
    lockCustomer({ id: timer.customer_id ?? id }),
    takeTimer({ id: timer.id }),
  ])
  if (taken.length === 0) return { outcome: 'seen' }
  // Whose it is was found out since it was claimed: it comes again, as theirs.
  if (!customer) throw new Error('the customer of a timer is another one now')
  const { at } = work
  if (kind === 'dialog') {
    const [[dialog]] = await work.load([dialogById({ id })])
    const name = DIALOG_TIMERS.find((each) => each === timer.name)
    if (dialog && name) await advance(setting, work, dialog, customer, { kind: 'timer', at, name })
  } else if (kind === 'task') {
    const [[task]] = await work.load([taskById({ id })])
    const name = TASK_TIMERS.find((each) => each === timer.name)
    if (task && name) await changeTask(setting, work, { task, customer, events: [{ kind: 'timer', at, name }] })
    else if (task && timer.name === 'show') await showAnew(setting, work, task, customer)
  } else if (kind === 'left') {
    const [[task]] = await work.load([taskById({ id })])
    if (task) await changeTask(setting, work, { task, customer, events: [{ kind: 'left', at, who: timer.name ?? '' }] })
  } else if (kind === 'interaction') {
    const [[interaction]] = await work.load([interactionById({ id })])
    if (interaction) await askNow(setting, work, interaction, customer)
  }
  return { outcome: 'done' }
}

function split(subject: string): [string, string] {
  const colon = subject.indexOf(':')
  return [subject.slice(0, colon), subject.slice(colon + 1)]
}
