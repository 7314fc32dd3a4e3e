import { describe, expect, it } from 'vitest'
import { calendarSchema } from '../../src/task/calendar.ts'
import type { Rule } from '../../src/task/rules.ts'
import type { Facts } from '../../src/task/task.ts'
import { CONTEXT, checked, facts, gist, later, on, opened, play, press, resolve, T0 } from './desk.ts'

const add = (more: Partial<Facts>, at = later('1h')) => ({ kind: 'add' as const, at, facts: facts(more) })
const again = (more: Partial<Facts> = {}, at = later('1h')) =>
  add({ dialog: 'd2', interaction: 'i2', verbatims: ['v2'], ...more }, at)
const urgent = { signals: ['safety'] } satisfies Partial<Facts>

const assigning = (assign: string): typeof CONTEXT => {
  const rule: Rule = {
    when: { csat: { lte: 2 } },
    open: { severity: 'high', firstContact: '2h', resolve: '6h', assign },
  }
  return { ...CONTEXT, rules: [rule] }
}

describe('a task is opened', () => {
  it('chatwoot#8114: a low rating is on the table at once, with what is due when', () => {
    const { state, effects } = opened()
    expect(state).toEqual({
      number: 12,
      status: 'open',
      severity: 'high',
      facts: [facts()],
      team: 'refunds',
      assignee: null,
      openedAt: T0,
      contactDue: later('4h'),
      resolveDue: later('3d'),
      contactedAt: null,
      resolvedAt: null,
      closedAt: null,
      snoozedUntil: null,
      resolution: null,
      reopened: 0,
      outcome: null,
      mayContact: true,
    })
    expect(gist(effects)).toEqual([
      'history opened',
      `set contact_due ${later('4h')}`,
      `set resolve_due ${later('3d')}`,
      'card',
    ])
  })

  it('names the rule that opened it', () => {
    expect(opened().effects[0]).toMatchObject({ what: 'opened', values: { severity: 'high', rule: 2 } })
  })

  it('has the terms of the programme where no rule says', () => {
    const { state } = opened({ ratings: [], sentiment: null })
    expect([state.severity, state.contactDue]).toEqual(['normal', later('24h')])
  })

  it('what is urgent runs on the clock, the rest in hours of work', () => {
    // T0 is Monday, 10:00 in Shanghai
    const calendar = calendarSchema.parse({ timeZone: 'Asia/Shanghai', week: { tue: ['09:00-18:00'] } })
    const context = { ...CONTEXT, team: { lead: 'lea', calendar } }
    expect(opened({}, context).state.contactDue).toBe('2026-11-24T05:00:00.000Z')
    expect(opened(urgent, context).state.contactDue).toBe(later('1h'))
  })

  it.each([
    ['lead', 'lea'],
    ['bo', 'bo'],
    ['left-long-ago', null],
  ])('assigned by rule to %s', (assign, assignee) => {
    const { state, effects } = opened({}, assigning(assign))
    expect([state.status, state.assignee]).toEqual(['open', assignee])
    expect([state.contactDue, state.resolveDue]).toEqual([later('2h'), later('6h')])
    const told = gist(effects).filter((line) => line.includes('assigned'))
    expect(told).toEqual(assignee === null ? [] : ['history assigned', `notify assigned to ${assignee}`])
  })

  it('with a customer who wants no contact has no contact due', () => {
    const { state, effects } = opened({ mayContact: false })
    expect(state.mayContact).toBe(false)
    expect(gist(effects).filter((line) => line.includes('contact_due'))).toEqual([])
  })
})

describe('more is known', () => {
  it('later words of the dialog are added to its facts', () => {
    const { state, effects } = play([add({ verbatims: ['v2'], themes: ['billing'] })])
    expect(state.facts).toEqual([facts({ verbatims: ['v1', 'v2'], themes: ['billing'] })])
    expect(gist(effects)).toEqual(['history added', 'card'])
  })

  it('the same again changes nothing and says nothing', () => {
    const before = opened().state
    expect(on(before, add({}))).toEqual({ state: before, effects: [] })
    expect(on(before, { kind: 'open', at: later('1h'), number: 13, facts: facts() })).toEqual({
      state: before,
      effects: [],
    })
  })

  it('a changed rating is told, and a better one does not lower the severity', () => {
    const { state, effects } = play([add({ ratings: [{ metric: 'csat', value: 5 }], sentiment: 'positive' })])
    expect(state.severity).toBe('high')
    expect(effects[0]).toMatchObject({ what: 'rated', values: { metric: 'csat', value: 5 } })
  })

  it('another bad answer of the same customer is the same task, and its owners are told', () => {
    const { state, effects } = play([press('ann', 'claim'), again()])
    expect(state.facts.map(({ dialog }) => dialog)).toEqual(['d1', 'd2'])
    expect(gist(effects)).toEqual(['history again', 'notify again to ann lea', 'card'])
  })

  it('graver facts raise the severity and bring the due times nearer', () => {
    const { state, effects } = play([add(urgent)])
    expect([state.severity, state.contactDue, state.resolveDue]).toEqual(['urgent', later('2h'), later('9h')])
    expect(gist(effects)).toEqual([
      'history added',
      'history raised',
      'notify raised to lea',
      `set contact_due ${later('2h')}`,
      `set resolve_due ${later('9h')}`,
      'card',
    ])
  })

  it('a "no" to being contacted ends the wait for contact', () => {
    const { state, effects } = play([add({ mayContact: false })])
    expect(state.mayContact).toBe(false)
    expect(gist(effects)).toContain('history declined')
    expect(gist(effects)).toContain('cancel contact_due')
  })

  it('a "no" in one dialog is not undone by another, only by a change of mind in the same', () => {
    const declined = play([add({ mayContact: false })]).state
    expect(on(declined, again({ mayContact: true })).state.mayContact).toBe(false)
    expect(on(declined, add({ mayContact: true })).state.mayContact).toBe(true)
  })

  it('while the customer is asked, another bad answer puts the task back to work, and the old check cannot close it', () => {
    const back = play([press('ann', 'claim'), resolve('ann'), again({}, later('4h'))])
    expect([back.state.status, back.state.assignee, back.state.resolution]).toEqual(['open', 'ann', null])
    expect(gist(back.effects)).toContain(`set resolve_due ${later('3d')}`)
    expect(on(back.state, checked(true)).state.status).toBe('open')
  })

  it('while the customer is asked, words beside the check are kept and change nothing else', () => {
    const beside = again({ ratings: [], sentiment: 'neutral', verbatims: ['hm'] }, later('4h'))
    const { state, effects } = play([press('ann', 'claim'), resolve('ann'), beside])
    expect([state.status, state.facts.length]).toEqual(['waiting', 2])
    expect(gist(effects)).toEqual(['history added', 'card'])
  })

  it.each([
    ['while the customer is asked', null],
    ['after closing', checked(null)],
  ])('a threat %s puts the task back to work', (_name, end) => {
    const done = play([press('ann', 'claim'), resolve('ann'), ...(end === null ? [] : [end])]).state
    const { state, effects } = on(done, add(urgent, later('6h')))
    expect(state).toMatchObject({
      status: 'open',
      assignee: 'ann',
      severity: 'urgent',
      resolution: null,
      outcome: null,
    })
    expect([state.closedAt, state.reopened]).toEqual([null, 0])
    expect(gist(effects)).toContain('notify raised to ann lea')
  })

  it('chatwoot#8726: words after closing are kept and re-open nothing', () => {
    const closed = play([press('ann', 'claim'), resolve('ann'), checked(true)]).state
    const { state, effects } = on(closed, add({ verbatims: ['thanks'] }, later('6h')))
    expect(state).toEqual({ ...closed, facts: [facts({ verbatims: ['v1', 'thanks'] })] })
    expect(gist(effects)).toEqual(['history added', 'card'])
  })
})
