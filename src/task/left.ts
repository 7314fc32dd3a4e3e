import { audience } from './audience.ts'
import { history, moved, notify, stay, type TaskContext } from './move.ts'
import type { TaskEvent, TaskState, TaskStep } from './task.ts'

/** Who had it is not here any more: it is free to claim, and its team is told; what is resolved waits for its customer all the same. */
export function left(
  context: TaskContext,
  state: TaskState,
  { at, who }: Extract<TaskEvent, { kind: 'left' }>,
): TaskStep {
  if (state.assignee !== who || state.status === 'closed') return stay(state)
  const free: TaskState = { ...state, assignee: null, snoozedUntil: null }
  if (state.status === 'waiting') return moved(state, free, at, [history('left', who)])
  const open: TaskState = { ...free, status: 'open' }
  const others = context.members.filter(({ id }) => id !== who)
  const people = audience(open, others, context.team.lead)
  return moved(state, open, at, [history('left', who), ...notify('left', people, { by: who })])
}
