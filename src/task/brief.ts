import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import { moment } from '../words/when.ts'
import { label } from './labels.ts'
import type { Names } from './lines.ts'
import type { TaskState } from './task.ts'
import { overdue, wanted } from './timers.ts'

/** A task in one line of a list: number, team, severity, who has it, what is due next. */
export function brief(state: TaskState, names: Names, now: string, timeZone: string, locale: Locale): string {
  const due = wanted(state).contact_due ?? wanted(state).resolve_due ?? null
  const when = overdue(due, now) ? 'task.due.over' : 'task.due.by'
  return [
    `#${state.number}`,
    state.team === null ? null : (names.teams[state.team] ?? state.team),
    label('severity', state.severity, locale),
    say(locale, `task.status.${state.status}`),
    state.assignee === null ? null : (names.staff[state.assignee] ?? state.assignee),
    due === null ? null : say(locale, when, { time: moment(due, now, timeZone, locale) }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
