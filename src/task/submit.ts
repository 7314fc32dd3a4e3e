import { addClock } from '../duration.ts'
import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import { nextMorning } from './calendar.ts'
import { CAUSES, LIMITS, SNOOZES, takers } from './forms.ts'
import { history, moved, notify, stay, type TaskContext } from './move.ts'
import { permit, pressed } from './press.ts'
import type { TaskEffect, TaskEvent, TaskState, TaskStep } from './task.ts'

type Form = Extract<TaskEvent, { kind: 'form' }>

/** A filled-in form. It is checked like a press, for the task may have moved on while it was open. */
export function submitted(context: TaskContext, state: TaskState, event: Form): TaskStep {
  const permitted = permit(context, state, event)
  if ('refused' in permitted) return stay(state, permitted.refused)
  const { choice, locale } = permitted
  if (choice === 'write') return write(state, event, locale)
  if (choice === 'resolve') return resolve(state, event, locale)
  if (choice === 'snooze') return snooze(context, state, event, locale)
  if (choice === 'handover') return handover(context, state, event, locale)
  return pressed(context, state, event)
}

const read = (event: Form, field: string): string => (event.values[field] ?? '').trim()

const invalid = (state: TaskState, problems: Record<string, string>): TaskStep => ({
  state,
  effects: [{ kind: 'immediate', immediate: { kind: 'invalid', problems } }],
})

function tooLong(event: Form, fields: (keyof typeof LIMITS)[], locale: Locale): Record<string, string> {
  const long = fields.filter((field) => read(event, field).length > LIMITS[field])
  return Object.fromEntries(long.map((id) => [id, say(locale, 'task.invalid.long', { limit: LIMITS[id] })]))
}

/** Words to the customer, in their chat. They are a contact, and the answer comes back to the task. */
function write(state: TaskState, event: Form, locale: Locale): TaskStep {
  const text = read(event, 'text')
  const problems = tooLong(event, ['text'], locale)
  if (text === '') problems.text = say(locale, 'task.invalid.text')
  if (Object.keys(problems).length > 0) return invalid(state, problems)
  const { at, by } = event
  const after: TaskState = { ...state, status: 'contacted', contactedAt: state.contactedAt ?? at, snoozedUntil: null }
  return moved(state, after, at, [history('wrote', by), { kind: 'tell', by, text }])
}

/**
 * Put right, with cause and action. The customer is asked whether they agree; who wanted no contact is not, and the task is closed. A note
 * to the customer is a contact, so it stands as the first one where there was none.
 */
function resolve(state: TaskState, event: Form, locale: Locale): TaskStep {
  const [cause, action] = [read(event, 'cause'), read(event, 'action')]
  const note = state.mayContact ? read(event, 'note') : ''
  const problems = tooLong(event, state.mayContact ? ['action', 'note'] : ['action'], locale)
  if (!CAUSES.some((known) => known === cause)) problems.cause = say(locale, 'task.invalid.cause')
  if (action === '') problems.action = say(locale, 'task.invalid.action')
  if (Object.keys(problems).length > 0) return invalid(state, problems)

  const { at, by } = event
  const done = { ...state, resolution: { by, cause, action, note }, resolvedAt: at, snoozedUntil: null }
  const line = history('resolved', by, { cause, action })
  if (!state.mayContact) {
    const closed: TaskState = { ...done, status: 'closed', closedAt: at, outcome: 'contact_declined' }
    return moved(state, closed, at, [line, history('contact_declined', null)])
  }
  const contactedAt = state.contactedAt ?? (note === '' ? null : at)
  const check: TaskEffect = { kind: 'check', note }
  return moved(state, { ...done, status: 'waiting', contactedAt }, at, [line, check])
}

/** Out of the way for a while; what is due stays due. */
function snooze(context: TaskContext, state: TaskState, event: Form, locale: Locale): TaskStep {
  const choice = SNOOZES.find((known) => known === read(event, 'until'))
  if (choice === undefined) return invalid(state, { until: say(locale, 'task.invalid.until') })
  const until = choice === 'morning' ? nextMorning(event.at, context.team.calendar) : addClock(event.at, choice)
  return moved(state, { ...state, snoozedUntil: until }, event.at, [history('snoozed', event.by, { until })])
}

/** From one person to another: the task is theirs without a claim. */
function handover(context: TaskContext, state: TaskState, event: Form, locale: Locale): TaskStep {
  const to = takers(context, state).find(({ id }) => id === read(event, 'to'))
  const reason = read(event, 'reason')
  const problems = tooLong(event, ['reason'], locale)
  if (to === undefined) problems.to = say(locale, 'task.invalid.to')
  if (to === undefined || Object.keys(problems).length > 0) return invalid(state, problems)

  const status = state.status === 'open' ? 'claimed' : state.status
  const after: TaskState = { ...state, status, assignee: to.id, snoozedUntil: null }
  const what = reason === '' ? 'handed_over' : 'handed_over_because'
  const values = { to: to.id, ...(reason === '' ? {} : { reason }) }
  return moved(state, after, event.at, [
    history(what, event.by, values),
    ...notify(what, [to.id], { by: event.by, ...values }),
  ])
}
