import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audience } from '../../src/task/audience.ts'
import { alwaysOpen, calendarSchema } from '../../src/task/calendar.ts'
import { SEVERITIES } from '../../src/task/rules.ts'
import { step, type TaskContext } from '../../src/task/step.ts'
import type { Facts, TaskEvent, TaskState, TaskStep } from '../../src/task/task.ts'
import { wanted } from '../../src/task/timers.ts'
import { CONTEXT, facts, MEMBERS, opened, T0 } from './desk.ts'

const office = ['09:00-12:00', '13:00-18:00']
const week = { mon: office, tue: office, wed: office, thu: office, fri: office }
const contexts: fc.Arbitrary<TaskContext> = fc.record({
  rules: fc.constant(CONTEXT.rules),
  team: fc.record({
    lead: fc.constantFrom('lea', null, 'gone'),
    calendar: fc.constantFrom(alwaysOpen('Asia/Taipei'), calendarSchema.parse({ timeZone: 'Europe/Berlin', week })),
  }),
  members: fc.oneof({ weight: 4, arbitrary: fc.constant(MEMBERS) }, { weight: 1, arbitrary: fc.subarray(MEMBERS) }),
  programmeTargets: fc.constant({ firstContact: '24h' }),
})

const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    dialog: fc.constantFrom('d1', 'd2', 'd3'),
    ratings: fc.array(
      fc.record({ metric: fc.constantFrom('csat', 'nps', 'odd'), value: fc.integer({ min: 0, max: 10 }) }),
      {
        maxLength: 2,
      },
    ),
    sentiment: fc.constantFrom('negative', 'neutral', 'positive', null),
    signals: fc.subarray(['legal', 'churn', 'contact', 'praise'] as const),
    mayContact: fc.constantFrom(true, true, true, null, null, false),
    verbatims: fc.subarray(['v1', 'v2', 'v3']),
    team: fc.constantFrom('refunds', 'billing', null),
  })
  .map((more) => facts({ ...more, signals: [...more.signals] }))

const anybody = fc.constantFrom(...MEMBERS.map(({ id }) => id), 'stranger')
const by = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('ann', 'lea') }, { weight: 1, arbitrary: anybody })
const choice = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('claim', 'contacted', 'resolve', 'snooze', 'handover') },
  { weight: 1, arbitrary: fc.string() },
)
/** Mostly filled in as a person would. */
const filled = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ choice: fc.constant('resolve'), values: fc.constant({ cause: 'process', action: 'Done' }) }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1h', 'morning').map((until) => ({ choice: 'snooze', values: { until } })),
  },
  { weight: 1, arbitrary: anybody.map((to) => ({ choice: 'handover', values: { to } })) },
  { weight: 1, arbitrary: fc.record({ choice, values: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }) }) },
)

type Timeless = TaskEvent extends infer E ? (E extends TaskEvent ? Omit<E, 'at'> : never) : never
const happening: fc.Arbitrary<Timeless> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), by, choice }) },
  { weight: 6, arbitrary: fc.tuple(by, filled).map(([by, form]) => ({ kind: 'form' as const, by, ...form })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), facts: someFacts }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('join' as const), facts: someFacts, number: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('joined' as const), number: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('left' as const), who: anybody }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('checked' as const),
      right: fc.constantFrom(true, false, null),
      verbatims: fc.subarray(['v4', 'v5']),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('timer' as const),
      name: fc.constantFrom('contact_due' as const, 'resolve_due' as const, 'wake' as const),
    }),
  },
)

const story = fc.array(fc.tuple(fc.nat(40 * 3_600_000), happening), { maxLength: 40, size: 'max' })

interface Turn {
  event: TaskEvent
  before: TaskState
  after: TaskStep
}

function tell(first: Facts, context: TaskContext, steps: [gap: number, event: Timeless][]): Turn[] {
  let state = opened(first, context).state
  let now = Date.parse(T0)
  return steps.map(([gap, happens]) => {
    now += gap
    const event: TaskEvent = { ...happens, at: new Date(now).toISOString() }
    const before = state
    const after = step(context, before, event)
    state = after.state
    return { event, before, after }
  })
}

/** The same stories on every run: enough of them to see every end. */
const SEEDED = { seed: 12, numRuns: 150 }

/** Holds `promise` at every turn of many made-up stories. */
const always = (promise: (turn: Turn, context: TaskContext) => void, more: fc.Parameters<unknown> = {}) =>
  fc.assert(
    fc.property(someFacts, contexts, story, (first, context, steps) => {
      for (const turn of tell(first, context, steps)) promise(turn, context)
    }),
    { numRuns: 60, ...more },
  )

describe('whatever happens to a task', () => {
  it('severity never falls, and due times never move later but for what comes back when its time is over', () => {
    always(({ event, before, after: { state } }) => {
      expect(SEVERITIES.indexOf(state.severity)).toBeGreaterThanOrEqual(SEVERITIES.indexOf(before.severity))
      const comesBack = (before.status === 'waiting' || before.status === 'closed') && state.status === 'open'
      for (const [due, was, isDone] of [
        [state.contactDue, before.contactDue, before.contactedAt !== null],
        [state.resolveDue, before.resolveDue, false],
      ] as const)
        expect(comesBack && !isDone && was <= event.at ? due > event.at : due <= was).toBe(true)
    })
  })

  it('a task that somebody works on has one assignee; it passes only by hand-over, by a claim while it is free, by who leaves, or by being re-opened', () => {
    always(({ event, before, after: { state } }, { members, team }) => {
      if (state.status === 'claimed' || state.status === 'contacted') expect(state.assignee).not.toBeNull()
      if (state.assignee === before.assignee) return
      const free = before.status === 'open' || !members.some(({ id }) => id === before.assignee)
      const claims = (event.kind === 'press' || event.kind === 'form') && free && state.assignee === event.by
      const handed = event.kind === 'form' && event.choice === 'handover' && state.assignee === event.values.to
      const again = state.reopened > before.reopened && (state.assignee === team.lead || state.assignee === null)
      const left = event.kind === 'left' && event.who === before.assignee && state.assignee === null
      expect(claims || handed || again || left).toBe(true)
    })
  })

  it('it closes only by the customer’s answer or silence, or by a resolution where contact was declined', () => {
    always(({ event, before, after: { state } }) => {
      const { status, outcome, closedAt, resolution } = state
      expect(status === 'closed').toBe(outcome !== null)
      expect(status === 'closed').toBe(closedAt !== null)
      if (status === 'closed') expect(resolution).not.toBeNull()
      if (status !== 'closed' || before.status === 'closed') return
      const asked = event.kind === 'checked' && (event.right === true || before.status === 'waiting')
      const declined = event.kind === 'form' && event.choice === 'resolve' && outcome === 'contact_declined'
      expect(asked || declined).toBe(true)
    })
  })

  it('nobody who said no is asked, and a resolution asks once', () => {
    always(({ before, after: { state, effects } }) => {
      const checks = effects.filter(({ kind }) => kind === 'check').length
      const asks = before.status !== 'waiting' && state.status === 'waiting'
      expect(checks).toBe(asks ? 1 : 0)
      if (checks > 0) expect(state.mayContact).toBe(true)
    })
  })

  it('a second press of the same right after the first changes nothing', () => {
    always(({ event, after: { state } }, context) => {
      if (event.kind === 'press') expect(step(context, state, event).state).toEqual(state)
    })
  })

  it('the timers that are set are those that the state waits for', () => {
    fc.assert(
      fc.property(someFacts, contexts, story, (first, context, steps) => {
        const set = new Map<string, string>()
        const follow = ({ effects }: TaskStep) => {
          for (const effect of effects) {
            if (effect.kind === 'timer.set') set.set(effect.name, effect.at)
            if (effect.kind === 'timer.cancel') set.delete(effect.name)
          }
        }
        follow(opened(first, context))
        for (const { event, after } of tell(first, context, steps)) {
          follow(after)
          const now = Date.parse(event.at)
          const needed = Object.entries(wanted(after.state)).filter(([, at]) => at !== null && Date.parse(at) > now)
          for (const [name, at] of needed) expect(set.get(name)).toBe(at)
          for (const [name, at] of set) if (Date.parse(at) > now) expect(needed).toContainEqual([name, at])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('what happened can be seen: a change has a line of history and a new card, a refusal neither', () => {
    always(({ before, after: { state, effects } }) => {
      const kinds = new Set(effects.map(({ kind }) => kind))
      if (JSON.stringify(state) === JSON.stringify(before)) return
      expect(kinds.has('history') && kinds.has('card')).toBe(true)
      expect(kinds.has('immediate')).toBe(false)
    })
  })

  it('somebody sees it as long as anybody works there', () => {
    always(({ after: { state } }, { members, team }) => {
      const seen = audience(state, members, team.lead)
      const workers = members.some(({ roles }) => roles.some((role) => role !== 'manager'))
      expect(seen.length > 0).toBe(workers || members.some(({ id }) => id === state.assignee || id === team.lead))
      expect(new Set(seen).size).toBe(seen.length)
    })
  })

  it('what is re-opened goes to others than who resolved it, as long as there are any', () => {
    always(({ before, after: { state } }, { members, team }) => {
      if (state.reopened === before.reopened) return
      const by = before.resolution?.by ?? ''
      const others = audience(state, members, team.lead).filter((id) => id !== by)
      if (others.length === 0) return
      expect(state.assignee).not.toBe(by)
      expect(audience(state, members, team.lead)).not.toContain(by)
    })
  })

  it('the state is plain JSON', () => {
    always(({ after }) => {
      expect(JSON.parse(JSON.stringify(after))).toEqual(after)
    })
  })

  it('and the made-up stories reach every end', () => {
    const reached = new Set<string>()
    always(({ after: { state } }) => {
      reached.add(`${state.status}, ${state.outcome ?? 'no end'}, ${state.reopened > 0 ? 'again' : 'first'}`)
    }, SEEDED)
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'closed, confirmed, first',
        'closed, unconfirmed, first',
        'closed, contact_declined, first',
        'open, no end, again',
        'waiting, no end, again',
        'closed, confirmed, again',
      ]),
    )
  })
})
