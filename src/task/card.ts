import type { Content } from '../channel.ts'
import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import { distance, moment, span } from '../words/when.ts'
import { buttons } from './choices.ts'
import { label, rating } from './labels.ts'
import { type HistoryEntry, historyLine, type Reading } from './lines.ts'
import type { TaskState } from './task.ts'
import { overdue, wanted } from './timers.ts'

type Card = Extract<Content, { kind: 'card' }>
type Fact = Card['facts'][number]

/** Everything a card shows. `customer` is a name, null for one who is not known; `history` is oldest first. */
export interface TaskView extends Reading {
  id: string
  state: TaskState
  quotes: Card['quotes']
  customer: string | null
  history: HistoryEntry[]
}

/** A task as its readers see it, in their language: what happened, what is due, who has it, what can be done. */
export function card(view: TaskView, locale: Locale): Card {
  const { state, names } = view
  const team = state.team === null ? null : (names.teams[state.team] ?? state.team)
  const title = [`#${state.number}`, team, label('severity', state.severity, locale)]
  return {
    kind: 'card',
    subject: view.id,
    title: title.filter((part) => part !== null).join(' · '),
    tone: tone(state, view.now),
    facts: [...about(view, team, locale), ...dues(view, locale), ...progress(view, locale)],
    quotes: view.quotes,
    history: view.history.map((entry) => historyLine(entry, view, locale)).filter((line) => line !== null),
    choices: buttons(state, locale),
  }
}

/** A card for who may see its task no more. */
export const withdrawn = (id: string, number: number, locale: Locale): Card => ({
  kind: 'card',
  subject: id,
  title: `#${number}`,
  tone: 'done',
  facts: [],
  quotes: [],
  history: [say(locale, 'task.notice.elsewhere', { number })],
  choices: [],
})

function tone(state: TaskState, now: string): Card['tone'] {
  if (state.status === 'closed') return 'done'
  if (state.status === 'waiting') return 'waiting'
  const { contact_due, resolve_due } = wanted(state)
  return state.severity === 'urgent' || overdue(contact_due, now) || overdue(resolve_due, now) ? 'urgent' : 'open'
}

/** A fact with its label; none where there is nothing to say. */
const fact = (locale: Locale, id: FactId, value: string | null): Fact[] =>
  value === null || value === '' ? [] : [{ label: say(locale, `task.fact.${id}`), value }]

type FactId =
  | 'rating'
  | 'customer'
  | 'team'
  | 'agent'
  | 'contact'
  | 'contact_due'
  | 'resolve_due'
  | 'status'
  | 'assignee'
  | 'snoozed'
  | 'cause'
  | 'action'
  | 'note'

function about(view: TaskView, team: string | null, locale: Locale): Fact[] {
  const { facts, mayContact } = view.state
  const ratings = facts.flatMap((one) => one.ratings.map((given) => rating(given, locale)))
  const agents = facts.map(({ agent }) => agent).filter((id) => id !== null)
  const named = [...new Set(agents)].map((id) => view.names.agents[id] ?? id)
  const said = facts.some((one) => one.mayContact === true) ? 'yes' : 'unasked'
  return [
    ...fact(locale, 'rating', ratings.join(' → ')),
    ...fact(locale, 'customer', view.customer ?? say(locale, 'task.customer.unknown')),
    ...fact(locale, 'team', team),
    ...fact(locale, 'agent', named.join(', ')),
    ...fact(locale, 'contact', say(locale, `task.contact.${mayContact ? said : 'no'}`)),
  ]
}

function dues(view: TaskView, locale: Locale): Fact[] {
  const due = wanted(view.state)
  const told = (at: string | null): string | null => {
    if (at === null) return null
    const time = moment(at, view.now, view.timeZone, locale)
    if (!overdue(at, view.now)) return say(locale, 'task.due', { distance: distance(at, view.now, locale), time })
    const late = span(Date.parse(view.now) - Date.parse(at), locale)
    return say(locale, 'task.overdue', { span: late, time })
  }
  return [
    ...fact(locale, 'contact_due', told(due.contact_due)),
    ...fact(locale, 'resolve_due', told(due.resolve_due)),
    ...fact(locale, 'snoozed', due.wake === null ? null : moment(due.wake, view.now, view.timeZone, locale)),
  ]
}

function progress(view: TaskView, locale: Locale): Fact[] {
  const { assignee, status, outcome, reopened, resolution } = view.state
  const nobody = say(locale, 'task.assignee.nobody')
  const ended = outcome === null ? '' : say(locale, `task.outcome.${outcome}`)
  const again = reopened === 0 ? '' : say(locale, 'task.reopened', { count: reopened })
  const stands = [say(locale, `task.status.${status}`), ended, again]
  return [
    ...fact(locale, 'status', stands.filter((part) => part !== '').join(' · ')),
    ...fact(locale, 'assignee', assignee === null ? nobody : (view.names.staff[assignee] ?? assignee)),
    ...fact(locale, 'cause', resolution === null ? null : label('cause', resolution.cause, locale)),
    ...fact(locale, 'action', resolution?.action ?? null),
    ...fact(locale, 'note', resolution?.note ?? null),
  ]
}
