import { audience, owners } from './audience.ts'
import { history, moved, notify, stay, type TaskContext } from './move.ts'
import { dueAgain } from './open.ts'
import type { TaskEvent, TaskState, TaskStep } from './task.ts'

type Checked = Extract<TaskEvent, { kind: 'checked' }>
type Heard = Extract<TaskEvent, { kind: 'heard' }>

/**
 * What the customer said to "is it put right?". Their word decides, also when it comes late or is changed: "yes" closes a resolved task
 * (re-opened ones too), "no" re-opens it, silence closes it unconfirmed. Words said with it are kept in every case.
 */
export function checked(context: TaskContext, state: TaskState, event: Checked): TaskStep {
  const heard = withWords(state, event.verbatims)
  if (event.right === true) return confirm(state, heard, event.at)
  if (event.right === false) return reopen(context, state, heard, event.at)
  if (state.status !== 'waiting') return words(state, heard, event.at)
  const outcome = heard.mayContact ? 'unconfirmed' : 'contact_declined'
  return moved(state, { ...heard, status: 'closed', closedAt: event.at, outcome }, event.at, [history(outcome, null)])
}

function confirm(state: TaskState, heard: TaskState, at: string): TaskStep {
  const late = state.status === 'closed' && state.outcome === 'unconfirmed'
  const resolved = state.status !== 'closed' && state.resolution !== null
  if (!late && !resolved) return words(state, heard, at)
  const after: TaskState = {
    ...heard,
    status: 'closed',
    outcome: 'confirmed',
    closedAt: state.closedAt ?? at,
    resolvedAt: state.resolvedAt ?? at,
    snoozedUntil: null,
  }
  return moved(state, after, at, [history('confirmed', null), ...notify('confirmed', [state.assignee])])
}

/**
 * The lead has it to claim, and anybody of the team may take it, but not who resolved it, unless there is nobody else: the customer has
 * just said that their way did not help. Who had it while somebody else resolved it keeps it. What was tried stays on it until the next
 * resolution.
 */
function reopen(context: TaskContext, state: TaskState, heard: TaskState, at: string): TaskStep {
  const settled = state.status === 'waiting' || (state.status === 'closed' && state.outcome !== 'contact_declined')
  if (!settled) return words(state, heard, at)
  const open: TaskState = {
    ...heard,
    status: 'open',
    resolvedAt: null,
    closedAt: null,
    outcome: null,
    reopened: state.reopened + 1,
    ...dueAgain(context, heard, at),
  }
  const { lead } = context.team
  const by = state.resolution?.by ?? null
  const people = audience({ ...open, assignee: null }, context.members, lead)
  if (by === null || people.includes(by)) {
    const told = owners(open, context.members, lead)
    return moved(state, open, at, [history('reopened', null), ...notify('reopened', told)])
  }
  const assignee = [state.assignee, lead].find((id) => id !== null && people.includes(id)) ?? null
  const assigned = assignee === state.assignee || assignee === null ? [] : [history('assigned', null, { to: assignee })]
  return moved(state, { ...open, assignee }, at, [
    history('reopened', null),
    ...assigned,
    ...notify('reopened_by', people, { by }),
    ...notify('passed', [by]),
  ])
}

/** It came up again, and goes on in another task: closed, but not as put right. */
export const joined = (state: TaskState, { at, number }: Extract<TaskEvent, { kind: 'joined' }>): TaskStep =>
  state.status === 'closed'
    ? moved(state, { ...state, outcome: 'joined' }, at, [history('goes_on', null, { other: number })])
    : stay(state)

/** An answer to what was written to the customer: kept with the task, and brought to whoever has it. */
export function heard(context: TaskContext, state: TaskState, event: Heard): TaskStep {
  const after = withWords(state, [event.verbatim])
  const people = owners(after, context.members, context.team.lead)
  return moved(state, after, event.at, [history('answered', null), ...notify('answered', people, { text: event.text })])
}

/** The customer has not been contacted by what never arrived. */
export function undelivered(
  context: TaskContext,
  state: TaskState,
  { at, sentAt }: Extract<TaskEvent, { kind: 'undelivered' }>,
): TaskStep {
  const isFirst = state.contactedAt !== null && Date.parse(state.contactedAt) === Date.parse(sentAt)
  const status = state.status === 'contacted' ? 'claimed' : state.status
  const after: TaskState = isFirst ? { ...state, status, contactedAt: null } : state
  const people = owners(after, context.members, context.team.lead)
  return moved(state, after, at, [history('undelivered', null), ...notify('undelivered', people)])
}

const words = (state: TaskState, heard: TaskState, at: string): TaskStep =>
  heard === state ? stay(state) : moved(state, heard, at, [history('added', null)])

function withWords(state: TaskState, verbatims: string[]): TaskState {
  const last = state.facts.at(-1)
  const fresh = verbatims.filter((id) => !state.facts.some((facts) => facts.verbatims.includes(id)))
  if (last === undefined || fresh.length === 0) return state
  return { ...state, facts: state.facts.with(-1, { ...last, verbatims: [...last.verbatims, ...fresh] }) }
}
