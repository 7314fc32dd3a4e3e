import type { Choice } from '../channel.ts'
import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import type { TaskState } from './task.ts'

const CHOICES = ['claim', 'contacted', 'write', 'resolve', 'snooze', 'handover', 'show'] as const
export type ChoiceId = (typeof CHOICES)[number]

export const isChoice = (id: string): id is ChoiceId => CHOICES.some((choice) => choice === id)

/** What can be done with a task now, the likeliest first. Nobody is asked to contact a customer who said no. */
export function offered({ status, mayContact }: TaskState): ChoiceId[] {
  const contacted: ChoiceId[] = mayContact ? ['contacted'] : []
  const write: ChoiceId[] = mayContact ? ['write'] : []
  if (status === 'open') return ['claim', ...contacted, 'handover', 'show']
  if (status === 'claimed') return [...contacted, ...write, 'resolve', 'snooze', 'handover', 'show']
  if (status === 'contacted') return ['resolve', ...write, 'snooze', 'handover', 'show']
  return []
}

/** The buttons of a task's card; the first one stands out. */
export const buttons = (state: TaskState, locale: Locale): Choice[] =>
  offered(state).map((id, i) => ({
    id,
    label: say(locale, `task.choice.${id}`),
    ...(i === 0 ? { style: 'primary' } : {}),
  }))
