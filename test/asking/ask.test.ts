import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AskInput, askingSchema, decideAsk } from '../../src/asking/ask.ts'

const NOW = '2026-11-23T06:00:00.000Z' // 14:00 in Shanghai

type Change = {
  now?: string
  interaction?: Partial<AskInput['interaction']>
  settings?: Record<string, unknown>
  flow?: string | null
  customer?: Partial<AskInput['customer']>
}

const input = ({ now = NOW, interaction, settings, flow = 'csat', customer }: Change = {}): AskInput => ({
  now,
  interaction: { id: 'i1', endedAt: '2026-11-23T05:58:00.000Z', ...interaction },
  settings: askingSchema.parse(settings ?? {}),
  flow,
  customer: {
    optedOut: false,
    reachable: 'yes',
    lastAskedAt: null,
    openDialog: false,
    timeZone: 'Asia/Shanghai',
    ...customer,
  },
})

const verdict = (change: Change): string => {
  const decision = decideAsk(input(change))
  return decision.asked ? `${decision.rule} ${decision.sendAt}` : decision.reason
}

const asked = `at_once ${NOW}`
const minutesAgo = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString()

describe('whom to ask', () => {
  it.each<[string, Change, string]>([
    ['a service that has just ended', {}, asked],
    ['somebody who never wants to be asked', { customer: { optedOut: true } }, 'opted_out'],
    ['somebody who blocked the bot (botframework-sdk#6655)', { customer: { reachable: 'blocked' } }, 'unreachable'],
    ['somebody without a chat', { customer: { reachable: 'none' } }, 'unreachable'],
    ['a service without a survey', { flow: null }, 'no_flow'],
    ['chatwoot#4003: a service that a bot closed', { interaction: { automatic: true } }, 'automatic'],
    ['… unless the programme says so', { interaction: { automatic: true }, settings: { automatic: true } }, asked],
    ['somebody still answering (chatwoot#11637)', { customer: { openDialog: true } }, 'in_dialog'],
    [
      'formbricks#4586: somebody asked today, about anything',
      { customer: { lastAskedAt: minutesAgo(60) } },
      'cooldown',
    ],
    ['… to the last minute', { customer: { lastAskedAt: minutesAgo(24 * 60 - 1) } }, 'cooldown'],
    ['chatwoot#4526: a later ending of the same case', { customer: { lastAskedAt: minutesAgo(24 * 60) } }, asked],
    ['somebody whose question is due tonight', { customer: { lastAskedAt: minutesAgo(-300) } }, 'cooldown'],
    ['no peace asked for', { settings: { cooldown: '0h' }, customer: { lastAskedAt: NOW } }, asked],
    ['a service of last week', { interaction: { endedAt: minutesAgo(7 * 24 * 60) } }, 'too_old'],
    ['a service as old as may be', { interaction: { endedAt: minutesAgo(72 * 60) } }, asked],
    ['a clock that is ahead of ours', { interaction: { endedAt: minutesAgo(-5) } }, asked],
    ['another offset', { interaction: { endedAt: '2026-11-23T13:58:00+08:00' } }, asked],
    ['nobody is drawn', { settings: { sample: 0 } }, 'sampled_out'],
    [
      'the weightiest reason',
      { customer: { optedOut: true, reachable: 'none', openDialog: true }, flow: null },
      'opted_out',
    ],
  ])('%s', (_name, change, expected) => {
    expect(verdict(change)).toBe(expected)
  })
})

describe('when to ask', () => {
  const night = { from: '21:00', to: '09:00' }
  const at = (local: string, more: Change = {}): Change => {
    const now = new Date(`${local}:00+08:00`).toISOString()
    return { settings: { quietHours: night, maxAge: '720h' }, now, ...more }
  }
  const morning = (day: string) => `quiet_hours 2026-11-${day}T01:00:00.000Z`

  it.each<[string, Change, string]>([
    ['late in the evening: tomorrow morning', at('2026-11-23T22:30'), morning('24')],
    ['after midnight: this morning', at('2026-11-23T02:00'), morning('23')],
    ['as the quiet hours begin', at('2026-11-23T21:00'), morning('24')],
    ['a minute before', at('2026-11-23T20:59'), 'at_once 2026-11-23T12:59:00.000Z'],
    ['as they end', at('2026-11-23T09:00'), 'at_once 2026-11-23T01:00:00.000Z'],
    [
      'at noon, when noon is quiet',
      at('2026-11-23T12:15', { settings: { quietHours: { from: '12:00', to: '13:30' } } }),
      'quiet_hours 2026-11-23T05:30:00.000Z',
    ],
    [
      'by the customer’s clock, not ours',
      at('2026-11-23T22:30', { customer: { timeZone: 'Europe/London' } }),
      'at_once 2026-11-23T14:30:00.000Z',
    ],
    [
      'over the night in which the clock goes back',
      at('2026-10-25T04:30', { customer: { timeZone: 'Europe/Berlin' } }),
      'quiet_hours 2026-10-25T08:00:00.000Z',
    ],
  ])('%s', (_name, change, expected) => {
    expect(verdict(change)).toBe(expected)
  })

  it('not at all when it would be too late by then', () => {
    const endedAt = new Date('2026-11-23T20:00:00+08:00').toISOString()
    const change = (maxAge: string) =>
      at('2026-11-23T22:30', { settings: { quietHours: night, maxAge }, interaction: { endedAt } })
    expect(verdict(change('12h'))).toBe('too_old')
    expect(verdict(change('13h'))).toBe(morning('24'))
  })
})

describe('the sample', () => {
  const drawn = (id: string, sample: number) => decideAsk(input({ interaction: { id }, settings: { sample } })).asked

  it('is the share that was asked for, also of ids that count up', () => {
    for (const sample of [0.1, 0.5, 0.9]) {
      const count = Array.from({ length: 4000 }, (_, i) => drawn(`case-${i}`, sample)).filter(Boolean).length
      expect(count / 4000).toBeGreaterThan(sample - 0.03)
      expect(count / 4000).toBeLessThan(sample + 0.03)
    }
  })

  it('is the same on every run, and a larger one contains the smaller', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.string(), shares, shares, (id, a, b) => {
        expect(drawn(id, a)).toBe(drawn(id, a))
        if (drawn(id, Math.min(a, b))) expect(drawn(id, Math.max(a, b))).toBe(true)
        expect(drawn(id, 1)).toBe(true)
      }),
    )
  })
})

describe('whatever comes', () => {
  const instant = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const clock = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'))
  const settings = fc
    .record({ cooldown: fc.constantFrom('0m', '2h', '7d'), from: clock, to: clock, sample: fc.constantFrom(0, 0.5, 1) })
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, ...rest }) => askingSchema.parse({ ...rest, quietHours: { from, to } }))
  const customer = fc.record({
    optedOut: fc.boolean(),
    reachable: fc.constantFrom('yes', 'blocked', 'none'),
    lastAskedAt: fc.option(instant),
    openDialog: fc.boolean(),
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham', 'UTC'),
  })
  const inputs: fc.Arbitrary<AskInput> = fc.record({
    now: instant,
    interaction: fc.record({ id: fc.string(), endedAt: instant, automatic: fc.boolean() }),
    settings,
    flow: fc.constantFrom('csat', null),
    customer,
  })

  it('nobody is asked who may not be, and never in the past nor more than a day ahead', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const decision = decideAsk(given)
        if (!decision.asked) return
        expect(given.customer).toMatchObject({ optedOut: false, reachable: 'yes', openDialog: false })
        const wait = Date.parse(decision.sendAt) - Date.parse(given.now)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000)
      }),
      { numRuns: 2000 },
    )
  })

  it('a question put off goes out when its time has come', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const decision = decideAsk(given)
        if (decision.asked)
          expect(decideAsk({ ...given, now: decision.sendAt })).toEqual({ ...decision, rule: 'at_once' })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the settings', () => {
  it('need not be written', () => {
    expect(askingSchema.parse({})).toEqual({ cooldown: '24h', automatic: false, sample: 1, maxAge: '72h' })
  })

  it.each<[unknown, string]>([
    [{ cooldown: '1 day' }, 'cooldown'],
    [{ sample: 60 }, 'sample'],
    [{ quietHours: { from: '9:00', to: '21:00' } }, 'quietHours.from'],
    [{ quietHours: { from: '09:00', to: '09:00' } }, 'quietHours'],
    [{ cooldwon: '24h' }, ''],
  ])('%j is refused, with its place', (written, path) => {
    expect(askingSchema.safeParse(written).error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
  })
})
