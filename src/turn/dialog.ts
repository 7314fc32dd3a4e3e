import { isDeepStrictEqual } from 'node:util'
import type { DialogEvent } from '../engine/dialog.ts'
import { step } from '../engine/step.ts'
import { type Flow, flowSchema } from '../flow/schema.ts'
import { type Dialog, updateDialog } from '../store/dialogs.ts'
import { flowVersion } from '../store/flows.ts'
import type { Customer } from '../store/people.ts'
import { countOutcome, perform, type Words } from './effects.ts'
import { followUp } from './follow-up.ts'
import type { Setting, Work } from './work.ts'

/** Applies one event to a running dialog, and what follows from it. */
export async function advance(
  setting: Setting,
  work: Work,
  dialog: Dialog,
  customer: Customer,
  event: DialogEvent,
  words: Words | null = null,
): Promise<void> {
  const flow = setting.flows.get(dialog.flow, dialog.version) ?? (await publishedElsewhere(work, dialog))
  if (!flow) throw new Error(`flow ${dialog.flow} version ${dialog.version} is not known`)
  const before = dialog.state
  const { state, effects: all } = step(flow, before, event)
  const isLeft = event.kind === 'timer' && isLeftAlone(customer, dialog)
  const effects = isLeft ? all.filter(({ kind }) => kind !== 'send') : all
  // A timer that changes nothing and sends nothing must not make this the dialog touched last: typed words go to that one.
  const isStill =
    event.kind === 'timer' && isDeepStrictEqual(state, before) && effects.every(({ kind }) => kind !== 'send')
  const touched_at = isLeft || isStill ? dialog.touched_at : work.at
  const after: Dialog = { ...dialog, state, status: state.status, prompts: { ...dialog.prompts }, touched_at }
  countOutcome(work, after, dialog.status, state.status)
  perform(work, after, customer, effects, words, false)
  if (customer.erased_at === null) await followUp(setting, work, { flow, before, dialog: after, customer, words })
  work.writes.add(
    'dialog',
    updateDialog({
      id: after.id,
      status: after.status,
      state: JSON.stringify(state),
      prompts: JSON.stringify(after.prompts),
      task_id: after.task_id,
      touched_at,
    }),
  )
}

/** Whoever wants no more questions, is not known any more, or is being written to by a person hears of no dialog that only time moves on. */
const isLeftAlone = ({ opted_out, erased_at, talk_task, talk_at }: Customer, { touched_at }: Dialog): boolean =>
  opted_out || erased_at !== null || (talk_task !== null && talk_at !== null && touched_at < talk_at)

/** A version that another process has published since our start: during an upgrade, both have its dialogs. */
async function publishedElsewhere(work: Work, { flow, version }: Dialog): Promise<Flow | null> {
  const [[row]] = await work.load([flowVersion({ id: flow, version })])
  return row ? flowSchema.parse(row.content) : null
}
