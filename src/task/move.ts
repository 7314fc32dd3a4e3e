/** What every move of a task shares: what a step is given to know, and how its effects are put together. */
import type { Calendar } from './calendar.ts'
import type { HistoryWord, NoticeWord } from './lines.ts'
import type { Rule } from './rules.ts'
import type { Member, TaskEffect, TaskState, TaskStep } from './task.ts'
import { rearm } from './timers.ts'

export interface TaskContext {
  rules: Rule[]
  /** Of the task's team: who leads it (a staff id) and when it works. */
  team: { lead: string | null; calendar: Calendar }
  members: Member[]
  /** `firstContact`: how soon a customer is contacted where no rule says. */
  programmeTargets: { firstContact: string }
}

type Values = Record<string, string | number>

export const history = (what: HistoryWord, by: string | null, values: Values = {}): TaskEffect => ({
  kind: 'history',
  what,
  by,
  values,
})

/** A line to each of `to`; none when there is nobody. */
export const notify = (what: NoticeWord, to: (string | null)[], values: Values = {}): TaskEffect[] => {
  const people = [...new Set(to.filter((id) => id !== null))]
  return people.length === 0 ? [] : [{ kind: 'notify', what, to: people, values }]
}

/** The step from one state to the next: its effects, then its timers, then the card. */
export const moved = (from: TaskState | null, to: TaskState, at: string, effects: TaskEffect[]): TaskStep => ({
  state: to,
  effects: [...effects, ...rearm(from, to, at), { kind: 'card' }],
})

/** Nothing changes, and at most the one who pressed is told why. */
export const stay = (state: TaskState, notice?: string): TaskStep => ({
  state,
  effects: notice === undefined ? [] : [{ kind: 'immediate', immediate: { kind: 'notice', text: notice } }],
})
