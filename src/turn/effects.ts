import { placeOf } from '../channel.ts'
import type { DialogEffect, DialogStatus } from '../engine/dialog.ts'
import { OUTCOMES } from '../scores/metric.ts'
import { type Dialog, putAnswers } from '../store/dialogs.ts'
import { type Customer, setContactLocale, updateCustomer } from '../store/people.ts'
import { put } from '../store/put.ts'
import type { Analysis } from '../text/analyze.ts'
import type { Work } from './work.ts'

/** The customer's words in this event, as they may be kept. */
export interface Words {
  text: string
  analysis: Analysis
}

/** Only what was asked by a decision is in the response rate: a resolution check is not. */
export function countOutcome(work: Work, dialog: Dialog, was: DialogStatus | null, is: DialogStatus): void {
  if (was === is || dialog.interaction_id === null) return
  if (was) work.writes.count({ ...countKey(dialog, 'outcome'), index: OUTCOMES.indexOf(was), by: -1 })
  work.writes.count({ ...countKey(dialog, 'outcome'), index: OUTCOMES.indexOf(is), by: 1 })
}

const countKey = ({ day, team, agent, channel, flow }: Dialog, metric: string) => ({
  day,
  team: team ?? '',
  agent: agent ?? '',
  channel,
  flow,
  metric,
})

/** The answered message changes last: Telegram takes one message or edit a second in a chat, and the next question is waited for. */
const retires = (effect: DialogEffect): boolean => effect.kind === 'send' && effect.retires !== undefined

/** Turns a dialog's effects into rows. `dialog.prompts` learns which message put which question. */
export function perform(
  work: Work,
  dialog: Dialog,
  customer: Customer,
  effects: DialogEffect[],
  words: Words | null,
  fresh: boolean,
): void {
  const { writes } = work
  const about = { customer_id: customer.id, dialog_id: dialog.id }
  const asked = dialog.prompts
  for (const effect of [...effects.filter((each) => !retires(each)), ...effects.filter(retires)]) {
    switch (effect.kind) {
      case 'send': {
        const edits = effect.retires === undefined ? undefined : asked[effect.retires]
        const content = { ...effect.content, locale: dialog.state.locale, ...(edits ? { edits } : {}) }
        const id = writes.send(dialog.conversation, content, { ...about, question: effect.question ?? null })
        if (effect.question !== undefined) dialog.prompts = { ...dialog.prompts, [effect.question]: id }
        break
      }
      case 'record': {
        const { question, answer, metric, was } = effect
        const row = {
          dialog_id: dialog.id,
          question,
          customer_id: customer.id,
          metric,
          value: answer.value,
          answer,
          at: work.at,
        }
        writes.add('fact', putAnswers([row]))
        if (metric === null) break
        const key = countKey(dialog, metric)
        if (was !== null) writes.count({ ...key, index: was, by: -1 })
        if (answer.value !== null) writes.count({ ...key, index: answer.value, by: 1 })
        break
      }
      case 'verbatim': {
        if (!words) throw new Error('words are to be kept, and the event has none')
        keep(work, { id: effect.id, customer: customer.id, dialog: dialog.id, question: effect.question }, words)
        break
      }
      case 'consent': {
        const { purpose, given } = effect
        const row = {
          id: work.id(),
          customer_id: customer.id,
          dialog_id: dialog.id,
          purpose,
          given,
          text_version: `${dialog.flow}@${dialog.version}`,
          at: work.at,
        }
        writes.add('fact', put('consent', [row]))
        if (purpose === 'survey') {
          customer.opted_out = !given
          writes.add('customer', updateCustomer(customer))
        }
        break
      }
      case 'locale':
        writes.add('customer', setContactLocale({ ...placeOf(dialog.conversation), locale: effect.locale }))
        break
      case 'timer.set':
        writes.setTimer(`dialog:${dialog.id}`, effect.name, effect.at, customer.id, fresh)
        break
      case 'timer.cancel':
        writes.cancelTimer(`dialog:${dialog.id}`, effect.name)
        break
    }
  }
}

/** Keeps a customer's words, masked, with what was read from them. @returns their id */
export function keep(
  work: Work,
  about: { id?: string; customer: string; dialog: string; question: string | null },
  words: Words,
): string {
  const row = {
    id: about.id ?? work.id(),
    customer_id: about.customer,
    dialog_id: about.dialog,
    question: about.question,
    text: words.analysis.redacted,
    analysis: words.analysis,
    at: work.at,
  }
  work.writes.add('fact', put('verbatim', [row]))
  work.spoken.set(row.id, row)
  return row.id
}
