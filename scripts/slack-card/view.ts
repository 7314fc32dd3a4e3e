import { alwaysOpen } from '../../src/task/calendar.ts'
import type { TaskView } from '../../src/task/card.ts'
import { DEFAULT_RULES } from '../../src/task/rules.ts'
import { step, type TaskContext } from '../../src/task/step.ts'
import type { TaskEvent, TaskStep } from '../../src/task/task.ts'

const words = 'I waited three weeks for my refund, and nobody told me anything. Next time I will buy elsewhere.'
const marked = ['waited three weeks', 'nobody told me anything', 'I will buy elsewhere']

const context: TaskContext = {
  rules: DEFAULT_RULES,
  team: { lead: 'lin', calendar: alwaysOpen('Asia/Taipei') },
  members: [{ id: 'anna', name: 'Anna', roles: ['agent'], teams: ['refunds'], locale: 'en' }],
  programmeTargets: { firstContact: '24h' },
}

const at = (minute: number): string => new Date(Date.parse('2026-03-02T01:00:00Z') + minute * 60_000).toISOString()

const opening: Extract<TaskEvent, { kind: 'open' }> = {
  kind: 'open',
  at: at(0),
  number: 12,
  facts: {
    dialog: 'dialog',
    interaction: 'case-1041-1',
    ratings: [{ metric: 'csat', value: 2 }],
    sentiment: 'negative',
    themes: ['response_speed'],
    signals: ['churn'],
    mayContact: true,
    verbatims: ['verbatim'],
    team: 'refunds',
    agent: 'kim',
    segment: null,
  },
}
const presses: TaskEvent[] = [
  { kind: 'press', at: at(4), by: 'anna', choice: 'claim' },
  { kind: 'press', at: at(21), by: 'anna', choice: 'contacted' },
]

/** A task in the middle of its life, made by the steps that it takes in the bot. */
export function view(): TaskView {
  const history: TaskView['history'] = []
  const put = ({ effects }: TaskStep, { at }: TaskEvent) => {
    for (const effect of effects)
      if (effect.kind === 'history') history.push({ at, what: effect.what, by: effect.by, values: effect.values })
  }
  let made = step(context, null, opening)
  put(made, opening)
  for (const event of presses) {
    made = step(context, made.state, event)
    put(made, event)
  }
  return {
    id: '0199a5d4-5a2c-7c3e-9c1f-6d5b8b1f7a10',
    state: made.state,
    history,
    customer: 'Mei Lin',
    quotes: [{ text: words, marks: marked.map((part) => [words.indexOf(part), words.indexOf(part) + part.length]) }],
    names: { teams: { refunds: 'Refunds' }, agents: { kim: 'Kim' }, staff: { anna: 'Anna', lin: 'Lin' } },
    now: at(25),
    timeZone: 'Asia/Taipei',
  }
}
