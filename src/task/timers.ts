import type { TaskEffect, TaskState, TaskTimer } from './task.ts'

const TIMERS = ['contact_due', 'resolve_due', 'wake'] as const satisfies readonly TaskTimer[]

/** When each timer of a task in this state is to fire; null where there is nothing to wait for. */
export function wanted(state: TaskState): Record<TaskTimer, string | null> {
  const beforeContact = state.status === 'open' || state.status === 'claimed'
  const contact = beforeContact && state.mayContact && state.contactedAt === null
  const working = beforeContact || state.status === 'contacted'
  return {
    contact_due: contact ? state.contactDue : null,
    resolve_due: working ? state.resolveDue : null,
    wake: working ? state.snoozedUntil : null,
  }
}

/** What to set and to cancel when a task goes from one state to the next. What is already overdue is not announced again. */
export function rearm(from: TaskState | null, to: TaskState, at: string): TaskEffect[] {
  const before = from === null ? null : wanted(from)
  const after = wanted(to)
  return TIMERS.flatMap((name): TaskEffect[] => {
    const [was, is] = [before?.[name] ?? null, after[name]]
    if (is === was) return []
    if (is === null) return [{ kind: 'timer.cancel', name }]
    return Date.parse(is) > Date.parse(at) ? [{ kind: 'timer.set', name, at: is }] : []
  })
}

/** Whether something was due by now. */
export const overdue = (due: string | null, now: string): boolean => due !== null && Date.parse(due) <= Date.parse(now)
