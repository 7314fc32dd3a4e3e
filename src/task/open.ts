import { isDeepStrictEqual } from 'node:util'
import { addClock } from '../duration.ts'
import { owners } from './audience.ts'
import { addBusiness } from './calendar.ts'
import { history, moved, notify, stay, type TaskContext } from './move.ts'
import { matching, type Rule, SEVERITIES } from './rules.ts'
import type { Facts, Severity, TaskEffect, TaskEvent, TaskState, TaskStep } from './task.ts'

type Event<K extends TaskEvent['kind']> = Extract<TaskEvent, { kind: K }>

/** Where a rule does not say how soon a task is resolved. */
const RESOLVE: Record<Severity, string> = { urgent: '8h', high: '3d', normal: '7d' }

interface Terms {
  severity: Severity
  contactDue: string
  resolveDue: string
}

/** What a rule (or none) demands of a task that comes up at `at`. What is urgent runs on the clock, the rest in business time. */
function terms(context: TaskContext, at: string, rule: Rule | undefined): Terms {
  const severity = rule?.open.severity ?? 'normal'
  const due = (duration: string) =>
    severity === 'urgent' ? addClock(at, duration) : addBusiness(at, duration, context.team.calendar)
  const contactDue = due(rule?.open.firstContact ?? context.programmeTargets.firstContact)
  const resolveDue = due(rule?.open.resolve ?? RESOLVE[severity])
  return { severity, contactDue, resolveDue: later(contactDue, resolveDue) }
}

const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b)
const earlier = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b)
const graver = (a: Severity, b: Severity): Severity => (SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b)

/** By when a task that is worked again is due: by when it was, or, if that has passed, in as much time as it had. */
export function dueAgain(
  context: TaskContext,
  { facts, contactDue, resolveDue, contactedAt }: TaskState,
  at: string,
): Pick<TaskState, 'contactDue' | 'resolveDue'> {
  const asked = facts.map((each) =>
    terms(context, at, matching(context.rules, each, context.programmeTargets.firstContact)?.rule),
  )
  const anew = (due: string, all: string[]) => (Date.parse(due) > Date.parse(at) ? due : all.reduce(earlier))
  const contact = asked.map((terms) => terms.contactDue)
  const resolve = asked.map((terms) => terms.resolveDue)
  return {
    contactDue: contactedAt === null ? anew(contactDue, contact) : contactDue,
    resolveDue: anew(resolveDue, resolve),
  }
}

const willing = (facts: Facts[]): boolean => facts.every(({ mayContact }) => mayContact !== false)

/** A new task. An assignee named by the rule is told, and confirms by claiming it; until then anybody of the team may step in. */
export function open(context: TaskContext, event: Event<'open'>): TaskStep {
  const found = matching(context.rules, event.facts, context.programmeTargets.firstContact)
  const named = found?.rule.open.assign
  const wanted = named === 'lead' ? context.team.lead : (named ?? null)
  const assignee = context.members.some(({ id }) => id === wanted) ? wanted : null
  const state: TaskState = {
    number: event.number,
    status: 'open',
    ...terms(context, event.at, found?.rule),
    facts: [event.facts],
    team: event.facts.team,
    assignee,
    openedAt: event.at,
    contactedAt: null,
    resolvedAt: null,
    closedAt: null,
    snoozedUntil: null,
    resolution: null,
    reopened: 0,
    outcome: null,
    mayContact: willing([event.facts]),
  }
  const effects = [history('opened', null, { severity: state.severity, rule: (found?.index ?? -1) + 1 })]
  if (assignee !== null) effects.push(history('assigned', null, { to: assignee }))
  return moved(null, state, event.at, [...effects, ...notify('assigned', [assignee])])
}

/**
 * More is known. Facts of a dialog it has replace the earlier ones, and its words add up; facts of another dialog that meet a rule are
 * another bad answer. Severity only rises and due times only come nearer. After another bad answer or a graver one a task that was
 * resolved is worked again, and the check that is out no longer closes it; so it is when the customer calls for somebody, or wants to be
 * contacted after all. Anything else that is said after the resolution is only kept.
 * With `other`, the number of a closed task that goes on here, it is another bad answer whatever the rules say.
 */
export function add(
  context: TaskContext,
  state: TaskState,
  event: { at: string; facts: Facts; calls?: boolean },
  other?: number,
): TaskStep {
  const known = state.facts.find(({ dialog }) => dialog === event.facts.dialog)
  const facts = merge(state.facts, event.facts)
  const resolved = state.status === 'waiting' || state.status === 'closed'
  const isCalled = resolved && (event.calls === true || (!state.mayContact && willing(facts)))
  if (!isCalled && isDeepStrictEqual(facts, state.facts)) return stay(state)

  const heard: TaskState = { ...state, facts, mayContact: willing(facts) }
  const rule = matching(context.rules, event.facts, context.programmeTargets.firstContact)?.rule
  const asks = rule === undefined ? null : terms(context, event.at, rule)
  const severity = graver(state.severity, asks?.severity ?? state.severity)
  const raised = severity !== state.severity
  const again = other !== undefined || (known === undefined && rule !== undefined)
  const heardOf = again ? history('again', null) : isCalled ? history('called', null) : said(known, event.facts)
  const effects = [other === undefined ? heardOf : history('joined', null, { other })]
  if (state.mayContact && !heard.mayContact) effects.push(history('declined', null))
  const returns = resolved && (again || raised || isCalled)
  if (state.status === 'closed' && !returns) return moved(state, heard, event.at, effects)

  const due = returns ? dueAgain(context, heard, event.at) : state
  const after: TaskState = {
    ...heard,
    ...(returns ? UNRESOLVED : {}),
    severity,
    contactDue: asks ? earlier(due.contactDue, asks.contactDue) : due.contactDue,
    resolveDue: asks ? earlier(due.resolveDue, asks.resolveDue) : due.resolveDue,
  }
  const people = owners(after, context.members, context.team.lead)
  if (raised) effects.push(history('raised', null, { severity }), ...notify('raised', people, { severity }))
  else if (other !== undefined) effects.push(...notify('joined', people, { other }))
  else if (again) effects.push(...notify('again', people))
  else if (isCalled) effects.push(...notify('called', people))
  return moved(state, after, event.at, effects)
}

const UNRESOLVED = {
  status: 'open',
  resolution: null,
  resolvedAt: null,
  closedAt: null,
  outcome: null,
} as const satisfies Partial<TaskState>

function merge(had: Facts[], more: Facts): Facts[] {
  const known = had.find(({ dialog }) => dialog === more.dialog)
  if (known === undefined) return [...had, more]
  const verbatims = [...new Set([...known.verbatims, ...more.verbatims])]
  return had.map((facts) => (facts === known ? { ...more, verbatims } : facts))
}

/** What changed in a dialog: another rating, or further words. */
function said(known: Facts | undefined, more: Facts): TaskEffect {
  const rated = more.ratings.find(
    ({ metric, value }) => !known?.ratings.some((rating) => rating.metric === metric && rating.value === value),
  )
  return rated === undefined
    ? history('added', null)
    : history('rated', null, { metric: rated.metric, value: rated.value })
}
