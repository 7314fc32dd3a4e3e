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
  const { state, effects } = step(flow, before, event)
  const after: Dialog = { ...dialog, state, status: state.status, prompts: { ...dialog.prompts }, touched_at: work.at }
  countOutcome(work, after, dialog.status, state.status)
  perform(work, after, customer, effects, words, false)
  await followUp(setting, work, { flow, before, dialog: after, customer })
  work.writes.add(
    'dialog',
    updateDialog({
      id: after.id,
      status: after.status,
      state: JSON.stringify(state),
      prompts: JSON.stringify(after.prompts),
      task_id: after.task_id,
      touched_at: work.at,
    }),
  )
}

/** A version that another process has published since our start: during an upgrade, both have its dialogs. */
async function publishedElsewhere(work: Work, { flow, version }: Dialog): Promise<Flow | null> {
  const [[row]] = await work.load([flowVersion({ id: flow, version })])
  return row ? flowSchema.parse(row.content) : null
}
