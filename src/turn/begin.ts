import type { DialogState, Subject } from '../engine/dialog.ts'
import { step } from '../engine/step.ts'
import type { Flow } from '../flow/schema.ts'
import type { Dialog } from '../store/dialogs.ts'
import type { Customer } from '../store/people.ts'
import { put } from '../store/put.ts'
import { countOutcome, perform } from './effects.ts'
import type { Work } from './work.ts'

/** What a new dialog is begun with. */
export interface Beginning {
  customer: Customer
  channel: string
  conversation: string
  flow: Flow
  locale: string
  subject: Subject
  interaction: string | null
  task: string | null
  day: string
  team: string | null
  agent: string | null
  segment: string | null
}

/** Begins a dialog: its first question goes out with this turn. */
export function begin(work: Work, b: Beginning): Dialog {
  const { state, effects } = step(b.flow, null, { kind: 'start', at: work.at, locale: b.locale, subject: b.subject })
  const dialog = dialogOf(work, b, state)
  countOutcome(work, dialog, null, state.status)
  perform(work, dialog, b.customer, effects, null, true)
  work.writes.add('dialog', put('dialog', [dialog]))
  return dialog
}

/** The row of a new dialog that has come to `state`. */
export const dialogOf = (work: Work, b: Omit<Beginning, 'locale' | 'subject'>, state: DialogState): Dialog => ({
  id: work.id(),
  customer_id: b.customer.id,
  channel: b.channel,
  conversation: b.conversation,
  interaction_id: b.interaction,
  task_id: b.task,
  flow: b.flow.id,
  version: b.flow.version,
  status: state.status,
  state,
  prompts: {},
  day: b.day,
  team: b.team,
  agent: b.agent,
  segment: b.segment,
  opened_at: work.at,
  touched_at: work.at,
})
