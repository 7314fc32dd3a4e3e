import { owners } from './audience.ts'
import { history, moved, notify, stay, type TaskContext } from './move.ts'
import type { TaskEvent, TaskState, TaskStep } from './task.ts'
import { wanted } from './timers.ts'

type Timer = Extract<TaskEvent, { kind: 'timer' }>

/** A timer fired. One that nothing waits for any more says nothing; one that comes too early is set again. */
export function fired(context: TaskContext, state: TaskState, { at, name }: Timer): TaskStep {
  const due = wanted(state)[name]
  if (due === null) return stay(state)
  if (Date.parse(at) < Date.parse(due)) return { state, effects: [{ kind: 'timer.set', name, at: due }] }
  if (name === 'wake') {
    const awake = { ...state, snoozedUntil: null }
    return {
      state: awake,
      effects: [history('woke', null), ...notify('woke', [state.assignee]), { kind: 'card' }],
    }
  }
  const what = name === 'contact_due' ? 'contact_overdue' : 'resolve_overdue'
  const people = owners(state, context.members, context.team.lead)
  return moved(state, state, at, [history(what, null, { due }), ...notify(what, people, { due })])
}
