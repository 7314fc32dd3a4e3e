import { describe, expect, it } from 'vitest'
import { CONTEXT, checked, facts, form, gist, later, MEMBERS, on, opened, play, press, resolve, told } from './desk.ts'

const waiting = play([press('ann', 'claim'), resolve('ann')]).state
const reopened = on(waiting, checked(false)).state

describe('the customer’s word', () => {
  it('"yes" closes, confirmed, and whoever did it hears so', () => {
    const { state, effects } = on(waiting, checked(true))
    expect(state).toMatchObject({
      status: 'closed',
      outcome: 'confirmed',
      closedAt: later('5h'),
      resolvedAt: later('3h'),
    })
    expect(gist(effects)).toEqual(['history confirmed', 'notify confirmed to ann', 'card'])
  })

  it('silence closes, unconfirmed', () => {
    const { state, effects } = on(waiting, checked(null))
    expect(state).toMatchObject({ status: 'closed', outcome: 'unconfirmed', closedAt: later('5h') })
    expect(gist(effects)).toEqual(['history unconfirmed', 'card'])
  })

  it('"no" re-opens: the lead has it to claim, anybody of the team may, and who resolved it hears so', () => {
    const { state, effects } = on(waiting, checked(false, later('5h'), ['v9']))
    expect(state).toMatchObject({ status: 'open', assignee: 'lea', reopened: 1, resolvedAt: null, closedAt: null })
    expect(state.facts).toEqual([facts({ verbatims: ['v1', 'v9'] })])
    expect(state.resolution).toMatchObject({ by: 'ann', action: 'Refunded, rule mended' })
    expect(gist(effects)).toEqual([
      'history reopened',
      'history assigned',
      'notify reopened_by to lea bo',
      'notify passed to ann',
      `set contact_due ${later('9h')}`, // nobody has contacted them yet, and its time is over
      `set resolve_due ${later('3d')}`,
      'card',
    ])
    expect(on(state, press('bo', 'claim', later('6h'))).state).toMatchObject({ status: 'claimed', assignee: 'bo' })
  })

  it('"no" when its time is over gives it as much time as it had', () => {
    const { state, effects } = on(waiting, checked(false, later('4d')))
    expect(state.resolveDue).toBe(later('7d'))
    expect(gist(effects)).toContain(`set resolve_due ${later('7d')}`)
  })

  it.each(['claim', 'contacted', 'handover'])(
    'who resolved it is kindly told so on %s, and may still look',
    (choice) => {
      const refused = on(reopened, press('ann', choice, later('6h')))
      expect(refused.state).toEqual(reopened)
      expect(told(refused.effects)).toBe(
        'The customer says that #12 is not put right, so a colleague takes it this time.',
      )
      expect(gist(on(reopened, press('ann', 'show', later('6h'))).effects)).toEqual(['transcript'])
    },
  )

  it('a lead who resolved it decides who takes it', () => {
    const led = on(play([press('ann', 'claim'), resolve('lea')]).state, checked(false)).state
    expect(led.assignee).toBe('ann') // had it, and did not resolve it
    expect(on(led, press('lea', 'claim', later('6h'))).state.assignee).toBe('lea')
  })

  it('where nobody else works, it stays with who resolved it', () => {
    const alone = { ...CONTEXT, members: MEMBERS.filter(({ id }) => id === 'ann') }
    const { state, effects } = on(waiting, checked(false), alone)
    expect([state.assignee, gist(effects).slice(0, 2)]).toEqual(['ann', ['history reopened', 'notify reopened to ann']])
    expect(on(state, press('ann', 'claim', later('6h')), alone).state.status).toBe('claimed')
  })

  it('"no" a second time while it is worked again is no second re-opening', () => {
    expect(on(reopened, checked(false, later('6h')))).toEqual({ state: reopened, effects: [] })
    const { state } = on(reopened, checked(false, later('6h'), ['v9']))
    expect(state).toEqual({ ...reopened, facts: [facts({ verbatims: ['v1', 'v9'] })] })
  })

  it('goes on until "yes", and counts the rounds', () => {
    const events = [
      checked(false, later('6h')),
      press('ann', 'claim', later('7h')),
      resolve('ann', later('8h')),
      checked(true, later('9h')),
    ]
    const rounds = [
      press('ann', 'claim'),
      resolve('ann'),
      checked(false),
      press('bo', 'claim', later('5h')),
      resolve('bo', later('5h')),
      ...events,
    ]
    expect(play(rounds).state).toMatchObject({
      status: 'closed',
      outcome: 'confirmed',
      reopened: 2,
      assignee: 'ann',
      resolvedAt: later('8h'),
    })
  })

  it.each([
    [
      'late "yes" confirms what was closed in silence',
      null,
      true,
      { status: 'closed', outcome: 'confirmed', closedAt: later('5h') },
    ],
    ['late "no" re-opens what was closed in silence', null, false, { status: 'open', outcome: null, reopened: 1 }],
    ['changed from "yes" to "no" re-opens', true, false, { status: 'open', outcome: null, reopened: 1 }],
    ['changed from "no" to "yes" closes', false, true, { status: 'closed', outcome: 'confirmed', reopened: 1 }],
    ['"yes" twice stays closed', true, true, { status: 'closed', outcome: 'confirmed', closedAt: later('5h') }],
  ])('%s', (_name, first, second, expected) => {
    expect(on(on(waiting, checked(first)).state, checked(second, later('9h'))).state).toMatchObject(expected)
  })

  it('is nothing to a task that was never resolved, or closed without contact', () => {
    const open = opened().state
    const declined = play([press('ann', 'claim'), resolve('ann')], { mayContact: false }).state
    for (const right of [true, false, null]) {
      expect(on(open, checked(right))).toEqual({ state: open, effects: [] })
      expect(on(declined, checked(right))).toEqual({ state: declined, effects: [] })
    }
  })

  it('what goes on in another task stays closed, and no longer as put right', () => {
    const joined = { kind: 'joined' as const, at: later('9h'), number: 13 }
    const { state, effects } = on(on(waiting, checked(true)).state, joined)
    expect(state).toMatchObject({ status: 'closed', outcome: 'joined', closedAt: later('5h') })
    expect(gist(effects)).toEqual(['history goes_on', 'card'])
    expect(on(waiting, joined)).toEqual({ state: waiting, effects: [] })
  })

  it('what comes from another task is another bad answer, whatever the rules say', () => {
    const calm = facts({ dialog: 'd9', ratings: [], sentiment: null })
    const { state, effects } = on(waiting, { kind: 'join', at: later('9h'), number: 7, facts: calm })
    expect(state).toMatchObject({ status: 'open', resolvedAt: null, facts: [facts(), calm] })
    expect(gist(effects).slice(0, 2)).toEqual(['history joined', 'notify joined to ann lea'])
  })

  it('silence after a "no" to contact closes as that', () => {
    const declined = on(waiting, { kind: 'add', at: later('4h'), facts: facts({ mayContact: false }) }).state
    expect(on(declined, checked(null)).state.outcome).toBe('contact_declined')
  })
})

const timer = (name: 'contact_due' | 'resolve_due' | 'wake', at: string) => ({ kind: 'timer' as const, name, at })

describe('what is due', () => {
  it('an overdue contact is told to the lead, and to the assignee', () => {
    expect(gist(on(opened().state, timer('contact_due', later('4h'))).effects)).toEqual([
      'history contact_overdue',
      'notify contact_overdue to lea',
      'card',
    ])
    const claimed = play([press('ann', 'claim')]).state
    expect(gist(on(claimed, timer('contact_due', later('4h'))).effects)).toContain('notify contact_overdue to ann lea')
  })

  it('without assignee and lead the whole team is told', () => {
    const context = { ...CONTEXT, team: { ...CONTEXT.team, lead: null } }
    const { effects } = on(opened({}, context).state, timer('contact_due', later('4h')), context)
    expect(gist(effects)).toContain('notify contact_overdue to ann bo lea')
  })

  it('an overdue resolution is told even after the contact', () => {
    const contacted = play([press('ann', 'contacted')]).state
    expect(gist(on(contacted, timer('resolve_due', later('3d'))).effects)).toContain(
      'notify resolve_overdue to ann lea',
    )
    expect(on(contacted, timer('contact_due', later('4h'))).effects).toEqual([])
  })

  it('nothing is overdue while the customer is asked, or after the end', () => {
    const closed = on(waiting, checked(true)).state
    for (const state of [waiting, closed]) {
      for (const name of ['contact_due', 'resolve_due', 'wake'] as const) {
        expect(on(state, timer(name, later('9d')))).toEqual({ state, effects: [] })
      }
    }
  })

  it('a timer that comes too early is set again', () => {
    const { state } = opened()
    const early = on(state, timer('contact_due', later('1h')))
    expect(early).toEqual({ state, effects: [{ kind: 'timer.set', name: 'contact_due', at: later('4h') }] })
  })

  it('a snoozed task wakes, and does not forget what was due meanwhile', () => {
    const snoozed = play([press('ann', 'claim'), form('ann', 'snooze', { until: '3d' }, later('1h'))]).state
    expect(gist(on(snoozed, timer('contact_due', later('4h'))).effects)).toContain('notify contact_overdue to ann lea')
    const { state, effects } = on(snoozed, timer('wake', later('73h')))
    expect(state).toEqual({ ...snoozed, snoozedUntil: null })
    expect(gist(effects)).toEqual(['history woke', 'notify woke to ann', 'card'])
  })
})
