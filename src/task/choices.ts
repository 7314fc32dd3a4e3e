import type { Choice } from '../channel.ts'
import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import type { TaskState } from './task.ts'

const CHOICES = ['claim', 'contacted', 'resolve', 'snooze', 'handover'] as const
export type ChoiceId = (typeof CHOICES)[number]

export const isChoice = (id: string): id is ChoiceId => CHOICES.some((choice) => choice === id)

/** What can be done with a task now, the likeliest first. Nobody is asked to contact a customer who said no. */
export function offered({ status, mayContact }: TaskState): ChoiceId[] {
  const contacted: ChoiceId[] = mayContact ? ['contacted'] : []
  if (status === 'open') return ['claim', ...contacted, 'handover']
  if (status === 'claimed') return [...contacted, 'resolve', 'snooze', 'handover']
  if (status === 'contacted') return ['resolve', 'snooze', 'handover']
  return []
}

/** The buttons of a task's card; the first one stands out. */
export const buttons = (state: TaskState, locale: Locale): Choice[] =>
  offered(state).map((id, i) => ({
    id,
    label: say(locale, `task.choice.${id}`),
    ...(i === 0 ? { style: 'primary' } : {}),
  }))
