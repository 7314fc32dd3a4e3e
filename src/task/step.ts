import { checked, heard, joined, undelivered } from './check.ts'
import { left } from './left.ts'
import type { TaskContext } from './move.ts'
import { add, open } from './open.ts'
import { fired } from './overdue.ts'
import { pressed } from './press.ts'
import { submitted } from './submit.ts'
import type { TaskEvent, TaskState, TaskStep } from './task.ts'

export type { TaskContext } from './move.ts'

/**
 * What becomes of a task by an event: synchronous and total. There is no task before `open`; an `open` for one that is there adds its facts.
 * A form comes with an empty token, which the turn fills in with that of the message that was pressed.
 */
export function step(context: TaskContext, state: null, event: Extract<TaskEvent, { kind: 'open' }>): TaskStep
export function step(context: TaskContext, state: TaskState, event: TaskEvent): TaskStep
export function step(context: TaskContext, state: TaskState | null, event: TaskEvent): TaskStep {
  if (state === null) {
    if (event.kind === 'open') return open(context, event)
    throw new TypeError(`a task has no ${event.kind} before it is opened`) // the signatures above do not let this be written
  }
  switch (event.kind) {
    case 'open':
    case 'add':
      return add(context, state, event)
    case 'join':
      return add(context, state, event, event.number)
    case 'joined':
      return joined(state, event)
    case 'press':
      return pressed(context, state, event)
    case 'form':
      return submitted(context, state, event)
    case 'checked':
      return checked(context, state, event)
    case 'heard':
      return heard(context, state, event)
    case 'undelivered':
      return undelivered(context, state, event)
    case 'left':
      return left(context, state, event)
    case 'timer':
      return fired(context, state, event)
  }
}
