import { isDeepStrictEqual } from 'node:util'
import type { DialogState } from '../engine/dialog.ts'
import { factsOf } from '../engine/facts.ts'
import { commandIn } from '../engine/words.ts'
import type { Flow } from '../flow/schema.ts'
import type { Dialog } from '../store/dialogs.ts'
import type { Customer } from '../store/people.ts'
import { nextNumber, openTaskOf, taskById } from '../store/tasks.ts'
import { matching } from '../task/rules.ts'
import type { Facts, TaskEvent } from '../task/task.ts'
import type { Signal } from '../text/analyze.ts'
import type { Words } from './effects.ts'
import { changeTask, opensAgain, openTask } from './task.ts'
import type { Setting, Work } from './work.ts'

interface Change {
  flow: Flow
  before: DialogState
  /** Gets the id of the task that it feeds. */
  dialog: Dialog
  customer: Customer
  /** What the customer has just said. */
  words: Words | null
}

/** What a dialog's change means for the follow-up of a bad experience: a task is opened, learns more, or hears whether it is put right. */
export async function followUp(setting: Setting, work: Work, change: Change): Promise<void> {
  const { dialog } = change
  const ids = {
    dialog: dialog.id,
    interaction: dialog.interaction_id,
    team: dialog.team,
    agent: dialog.agent,
    segment: dialog.segment,
  }
  const facts = factsOf(change.flow, dialog.state, ids)
  const known = factsOf(change.flow, change.before, ids)
  // The task this check asked about goes on in another one: its yes or no was about the first, so only its words are told to the second.
  if (dialog.state.subject.task === dialog.task_id) return resolutionCheck(setting, work, change, facts, known)
  const calls = isCall(change.words)
  if (!dialog.state.settled || (change.before.settled && !calls && isDeepStrictEqual(facts, known))) return

  if (dialog.task_id !== null) return tell(setting, work, change, facts, { kind: 'add', at: work.at, facts, calls })
  if (!matching(setting.config.rules, facts, setting.config.targets.firstContact)) return
  const [[open]] = await work.load([openTaskOf({ customer: change.customer.id })])
  if (open) {
    dialog.task_id = open.id
    await changeTask(setting, work, {
      task: open,
      customer: change.customer,
      events: [{ kind: 'add', at: work.at, facts }],
    })
    return
  }
  const [[next]] = await work.load([nextNumber({})])
  dialog.task_id = await openTask(setting, work, change.customer, dialog, {
    kind: 'open',
    at: work.at,
    number: Number(next?.number),
    facts,
  })
}

/** The answer goes to the task at once; what is said beside it follows as it comes. */
async function resolutionCheck(
  setting: Setting,
  work: Work,
  change: Change,
  facts: Facts,
  known: Facts,
): Promise<void> {
  const { before, dialog } = change
  const was = rightOf(before)
  const is = rightOf(dialog.state)
  const { verbatims } = facts
  const checked = (right: boolean | null) => ({ kind: 'checked', at: work.at, right, verbatims }) as const
  if (is !== was && is !== null) return tell(setting, work, change, facts, checked(is === 1))
  if (is !== 0 && isCall(change.words))
    return tell(setting, work, change, facts, { kind: 'add', at: work.at, facts, calls: true })
  if (before.status === 'open' && dialog.state.status !== 'open' && is === null)
    return tell(setting, work, change, facts, checked(null))
  if (!isDeepStrictEqual(verbatims, known.verbatims)) {
    const event = is === null ? ({ kind: 'add', at: work.at, facts } as const) : checked(is === 1)
    return tell(setting, work, change, facts, event)
  }
}

/** One customer has one open task: what would open another one again is told to the one that is open. */
async function tell(
  setting: Setting,
  work: Work,
  { dialog, customer }: Change,
  facts: Facts,
  event: TaskEvent,
): Promise<void> {
  if (dialog.task_id === null) return
  const [[task]] = await work.load([taskById({ id: dialog.task_id })])
  if (!task) return
  // A check that was sent before the newest resolution says nothing about it.
  if (dialog.state.subject.task === task.id && dialog.opened_at < (task.state.resolvedAt ?? '')) return
  const { at } = work
  if (opensAgain(setting, task, event)) {
    const [[open]] = await work.load([openTaskOf({ customer: customer.id })])
    if (open) {
      dialog.task_id = open.id
      const join = { kind: 'join', at, facts, number: task.number } as const
      await changeTask(setting, work, { task: open, customer, events: [join] })
      await changeTask(setting, work, { task, customer, events: [{ kind: 'joined', at, number: open.number }] })
      return
    }
  }
  await changeTask(setting, work, { task, customer, events: [event] })
}

/** What no customer is left alone with, whatever was resolved. */
const CALLS: readonly Signal[] = ['contact', 'legal', 'safety', 'churn', 'urgent']

/** Whether what was just said complains, or wants somebody to act. */
function isCall(words: Words | null): boolean {
  if (words === null) return false
  const command = commandIn(words.text)
  if (command !== null) return command === 'human'
  const { sentiment, signals } = words.analysis
  return sentiment.label === 'negative' || signals.some((signal) => CALLS.includes(signal))
}

/** 1 or 0 for yes and no, null while the customer has not said. */
const rightOf = ({ answers }: DialogState): number | null => answers.right?.value ?? null
