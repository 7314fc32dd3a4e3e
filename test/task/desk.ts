/** A small service desk for the tests: who works there, what they know, and a way to play events one after the other. */
import { alwaysOpen } from '../../src/task/calendar.ts'
import { DEFAULT_RULES } from '../../src/task/rules.ts'
import { step, type TaskContext } from '../../src/task/step.ts'
import type { Facts, Member, TaskEffect, TaskEvent, TaskState, TaskStep } from '../../src/task/task.ts'

export const T0 = '2026-11-23T02:00:00.000Z'

/** `2h`, `30m` or `3d` after T0. */
export const later = (length: string): string => {
  const unit = { m: 60_000, h: 3_600_000, d: 86_400_000 }[length.slice(-1)] ?? 0
  return new Date(Date.parse(T0) + Number(length.slice(0, -1)) * unit).toISOString()
}

const member = (
  id: string,
  name: string,
  roles: Member['roles'],
  teams: string[] = ['refunds'],
  locale: Member['locale'] = 'en',
) => ({
  id,
  name,
  roles,
  teams,
  locale,
})

export const MEMBERS: Member[] = [
  member('ann', 'Ann', ['agent']),
  member('bo', '王波', ['agent'], ['refunds'], 'zh-Hans'),
  member('lea', 'Lea', ['lead']),
  member('max', 'Max', ['manager']),
  member('tai', '陳泰', ['agent'], ['billing'], 'zh-Hant'),
  member('ada', 'Ada', ['admin'], []),
]

export const CONTEXT: TaskContext = {
  rules: DEFAULT_RULES,
  team: { lead: 'lea', calendar: alwaysOpen('Asia/Shanghai') },
  members: MEMBERS,
  programmeTargets: { firstContact: '24h' },
}

export const facts = (more: Partial<Facts> = {}): Facts => ({
  dialog: 'd1',
  interaction: 'i1',
  ratings: [{ metric: 'csat', value: 2 }],
  sentiment: 'negative',
  themes: [],
  signals: [],
  mayContact: true,
  verbatims: ['v1'],
  team: 'refunds',
  agent: 'anna',
  segment: null,
  ...more,
})

type Open = Extract<TaskEvent, { kind: 'open' }>

export const opened = (more: Partial<Facts> = {}, context = CONTEXT): TaskStep => {
  const event: Open = { kind: 'open', at: T0, number: 12, facts: facts(more) }
  return step(context, null, event)
}

export const press = (by: string, choice: string, at = later('1h')): TaskEvent => ({ kind: 'press', at, by, choice })

export const form = (by: string, choice: string, values: Record<string, string>, at = later('2h')): TaskEvent => ({
  kind: 'form',
  at,
  by,
  choice,
  values,
})

export const resolve = (by: string, at = later('3h'), note = ''): TaskEvent =>
  form(by, 'resolve', { cause: 'process', action: 'Refunded, rule mended', note }, at)

export const checked = (right: boolean | null, at = later('5h'), verbatims: string[] = []): TaskEvent => ({
  kind: 'checked',
  at,
  right,
  verbatims,
})

/** Plays `events` on a newly opened task and gives the last step. */
export function play(events: TaskEvent[], more: Partial<Facts> = {}, context = CONTEXT): TaskStep {
  return events.reduce((last, event) => step(context, last.state, event), opened(more, context))
}

export const on = (state: TaskState, event: TaskEvent, context = CONTEXT): TaskStep => step(context, state, event)

/** Effects in one line each, to compare at a glance. */
export const gist = (effects: TaskEffect[]): string[] => effects.map(line)

function line(effect: TaskEffect): string {
  switch (effect.kind) {
    case 'history':
      return `history ${effect.what}${effect.by === null ? '' : ` by ${effect.by}`}`
    case 'notify':
      return `notify ${effect.what} to ${effect.to.join(' ')}`
    case 'timer.set':
      return `set ${effect.name} ${effect.at}`
    case 'timer.cancel':
      return `cancel ${effect.name}`
    case 'check':
      return `check ${effect.note}`
    case 'immediate':
      return `immediate ${effect.immediate.kind}`
    case 'tell':
      return `tell ${effect.text}`
    case 'transcript':
    case 'card':
      return effect.kind
  }
}

/** The words shown to the one who pressed. */
export function told(effects: TaskEffect[]): string {
  const shown = effects.flatMap((effect) => (effect.kind === 'immediate' ? [effect.immediate] : []))
  return shown.map((one) => (one.kind === 'notice' ? one.text : one.kind)).join('\n')
}
