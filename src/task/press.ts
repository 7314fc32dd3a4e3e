import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import { audience, leads, resolver, sees, works } from './audience.ts'
import { type ChoiceId, isChoice, offered } from './choices.ts'
import { formOf, takers } from './forms.ts'
import { history, moved, stay, type TaskContext } from './move.ts'
import type { TaskEvent, TaskState, TaskStep } from './task.ts'

type Press = Extract<TaskEvent, { kind: 'press' | 'form' }>

/** What may be done, and whether nobody has the task yet (`free`); else the words that say kindly why not. */
type Permitted = { choice: ChoiceId; free: boolean; locale: Locale } | { refused: string }

/**
 * A press means what it means and not how often it came: claiming one's own task again, or contacting twice, changes nothing. The first to
 * claim has the task; from then on only the assignee, a lead or an admin may act on it, or anybody when the assignee has left the staff.
 * Whose resolution did not help the customer leaves it to others.
 */
export function permit(context: TaskContext, state: TaskState, event: Press): Permitted {
  const { by, choice } = event
  const member = context.members.find(({ id }) => id === by)
  const locale = member?.locale ?? 'en'
  const number = state.number
  if (member === undefined || !works(member)) return { refused: say(locale, 'task.notice.onlooker') }
  if (!isChoice(choice)) return { refused: say(locale, 'task.notice.unknown') }

  const holder = context.members.find(({ id }) => id === state.assignee)
  const free = state.status === 'open' || holder === undefined
  const others = holder !== undefined && holder.id !== by
  if (state.status === 'waiting' || state.status === 'closed') {
    return { refused: say(locale, `task.notice.${state.status}`, { number }) }
  }
  const called = audience(state, context.members, context.team.lead)
  if (!sees(member, state, called)) return { refused: say(locale, 'task.notice.elsewhere', { number }) }
  const passed = by === resolver(state) && !called.includes(by)
  if (passed && choice !== 'show' && !leads(member)) return { refused: say(locale, 'task.notice.passed', { number }) }
  if (choice === 'contacted' && !state.mayContact) return { refused: say(locale, 'task.notice.declined') }
  if (!free && others && choice !== 'show' && (choice === 'claim' || !leads(member))) {
    return { refused: say(locale, 'task.notice.taken', { number, name: holder.name }) }
  }
  if (offered(state).includes(choice) || (free && choice === 'claim')) return { choice, free, locale }
  if (choice === 'claim') return { refused: say(locale, 'task.notice.yours', { number }) }
  return {
    refused: say(locale, state.status === 'open' ? 'task.notice.unclaimed' : 'task.notice.contacted', { number }),
  }
}

/** A button of the card: `claim` and `contacted` act at once, the others open a form (its token is the turn's to fill in). */
export function pressed(context: TaskContext, state: TaskState, event: Press): TaskStep {
  const permitted = permit(context, state, event)
  if ('refused' in permitted) return stay(state, permitted.refused)
  const { choice, free, locale } = permitted
  if (choice === 'claim' || choice === 'contacted') return act(state, event, choice, free)
  if (choice === 'show') return { state, effects: [{ kind: 'transcript' }] }
  if (choice === 'handover' && takers(context, state).length === 0) return stay(state, say(locale, 'task.notice.alone'))
  return { state, effects: [{ kind: 'immediate', immediate: formOf(choice, context, state, locale) }] }
}

/** Whoever contacts the customer about a task that nobody has, has it. The first contact is the one that counts. */
function act(state: TaskState, { at, by }: Press, choice: 'claim' | 'contacted', free: boolean): TaskStep {
  const taken = free ? { ...state, assignee: by } : state
  const lines = free ? [history('claimed', by)] : []
  if (choice === 'claim')
    return moved(state, { ...taken, status: state.status === 'open' ? 'claimed' : state.status }, at, lines)
  const after: TaskState = { ...taken, status: 'contacted', contactedAt: state.contactedAt ?? at, snoozedUntil: null }
  return moved(state, after, at, [...lines, history('contacted', by)])
}
