import { describe, expect, it } from 'vitest'
import { CAUSES } from '../../src/task/forms.ts'
import type { TaskStep } from '../../src/task/task.ts'
import { CONTEXT, form, gist, later, MEMBERS, on, opened, play, press, resolve, told } from './desk.ts'

const claimed = play([press('ann', 'claim')]).state

const immediate = ({ effects }: TaskStep) => {
  const [first] = effects
  return first?.kind === 'immediate' ? first.immediate : null
}
const problems = (step: TaskStep) => {
  const shown = immediate(step)
  return shown?.kind === 'invalid' ? shown.problems : null
}
const fields = (step: TaskStep) => {
  const shown = immediate(step)
  return shown?.kind === 'form' ? shown.fields : []
}

describe('resolve', () => {
  it('asks for cause and action, in the reader’s language; the token is the turn’s to fill in', () => {
    const step = on(claimed, press('lea', 'resolve'))
    expect(step.state).toEqual(claimed)
    expect(immediate(step)).toMatchObject({ kind: 'form', token: '', title: 'Resolve #12', locale: 'en' })
    expect(fields(step).map(({ id, kind, required }) => [id, kind, required])).toEqual([
      ['cause', 'select', true],
      ['action', 'long-text', true],
      ['note', 'long-text', false],
    ])
    expect(fields(step)[0]?.options?.map(({ id }) => id)).toEqual([...CAUSES])
  })

  it('asks the customer whether it is put right, with the agent’s note', () => {
    const { state, effects } = on(claimed, resolve('ann', later('3h'), ' We are sorry. '))
    expect(state).toMatchObject({
      status: 'waiting',
      resolvedAt: later('3h'),
      resolution: { cause: 'process', action: 'Refunded, rule mended', note: 'We are sorry.' },
    })
    expect(gist(effects)).toEqual([
      'history resolved by ann',
      'check We are sorry.',
      'cancel contact_due',
      'cancel resolve_due',
      'card',
    ])
  })

  it('counts a note to the customer as the first contact, and no note as none', () => {
    expect(on(claimed, resolve('ann', later('3h'), 'Sorry')).state.contactedAt).toBe(later('3h'))
    expect(on(claimed, resolve('ann', later('3h'))).state.contactedAt).toBeNull()
    const contacted = on(claimed, press('ann', 'contacted', later('2h'))).state
    expect(on(contacted, resolve('ann', later('3h'), 'Sorry')).state.contactedAt).toBe(later('2h'))
  })

  it('without contact closes: no note, no check', () => {
    const { state, effects } = play([press('ann', 'claim'), resolve('ann', later('3h'), 'Sorry')], {
      mayContact: false,
    })
    expect(state).toMatchObject({
      status: 'closed',
      outcome: 'contact_declined',
      closedAt: later('3h'),
      contactedAt: null,
    })
    expect(state.resolution?.note).toBe('')
    expect(gist(effects)).toEqual(['history resolved by ann', 'history contact_declined', 'cancel resolve_due', 'card'])
    const offered = play([press('ann', 'claim'), press('ann', 'resolve')], { mayContact: false })
    expect(fields(offered).map(({ id }) => id)).toEqual(['cause', 'action'])
  })

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, ['action', 'cause']],
    ['blanks', { cause: 'process', action: ' \n' }, ['action']],
    ['a cause that is none', { cause: 'weather', action: 'x' }, ['cause']],
    ['too long an action', { cause: 'people', action: 'x'.repeat(2001) }, ['action']],
    ['too long a note', { cause: 'people', action: 'x', note: 'x'.repeat(1001) }, ['note']],
  ])('with %s says what to mend, by field', (_name, values, wrong) => {
    const step = on(claimed, form('ann', 'resolve', values))
    expect(step.state).toEqual(claimed)
    expect(new Set(Object.keys(problems(step) ?? {}))).toEqual(new Set(wrong))
    expect(Object.values(problems(step) ?? {}).every((words) => words.length > 5)).toBe(true)
  })

  it('again on a task that has moved on says so', () => {
    const waiting = on(claimed, resolve('ann')).state
    const step = on(waiting, resolve('ann', later('4h')))
    expect(step.state).toEqual(waiting)
    expect(gist(step.effects)).toEqual(['immediate notice'])
  })
})

describe('snooze', () => {
  it.each([
    ['1h', later('2h')],
    ['4h', later('5h')],
    ['3d', later('73h')],
    ['morning', '2026-11-24T01:00:00.000Z'],
  ])('until %s', (until, instant) => {
    const { state, effects } = on(claimed, form('ann', 'snooze', { until }, later('1h')))
    expect(state).toEqual({ ...claimed, snoozedUntil: instant })
    expect(gist(effects)).toEqual(['history snoozed by ann', `set wake ${instant}`, 'card'])
  })

  it('refuses a time that was not offered', () => {
    expect(Object.keys(problems(on(claimed, form('ann', 'snooze', { until: '1y' }))) ?? {})).toEqual(['until'])
  })

  it.each([
    ['contact', press('ann', 'contacted', later('2h'))],
    ['resolution', resolve('ann')],
    ['hand-over', form('ann', 'handover', { to: 'bo' })],
  ])('ends with %s', (_name, event) => {
    const snoozed = on(claimed, form('ann', 'snooze', { until: '3d' }, later('1h'))).state
    const { state, effects } = on(snoozed, event)
    expect(state.snoozedUntil).toBeNull()
    expect(gist(effects)).toContain('cancel wake')
  })
})

describe('hand over', () => {
  it('offers everybody who works tasks and does not have it, the team first', () => {
    expect(fields(on(claimed, press('ann', 'handover')))[0]?.options?.map(({ id }) => id)).toEqual([
      'bo',
      'lea',
      'tai',
      'ada',
    ])
  })

  it('gives the task to somebody and tells them why', () => {
    const { state, effects } = on(claimed, form('ann', 'handover', { to: 'bo', reason: 'Knows the customer' }))
    expect([state.status, state.assignee]).toEqual(['claimed', 'bo'])
    expect(gist(effects)).toEqual(['history handed_over_because by ann', 'notify handed_over_because to bo', 'card'])
    expect(effects[1]).toMatchObject({ values: { by: 'ann', to: 'bo', reason: 'Knows the customer' } })
  })

  it('keeps what was done: a contacted task stays contacted', () => {
    const contacted = on(claimed, press('ann', 'contacted')).state
    expect(on(contacted, form('lea', 'handover', { to: 'lea' })).state).toEqual({ ...contacted, assignee: 'lea' })
  })

  it('of a task that nobody has is an assignment', () => {
    expect(on(opened().state, form('lea', 'handover', { to: 'ann' })).state).toMatchObject({
      status: 'claimed',
      assignee: 'ann',
    })
  })

  it.each(['max', 'ann', 'nobody', ''])('to %j is refused', (to) => {
    const step = on(claimed, form('ann', 'handover', { to }))
    expect(step.state).toEqual(claimed)
    expect(Object.keys(problems(step) ?? {})).toEqual(['to'])
  })

  it('alone at the desk there is nobody to choose', () => {
    const context = { ...CONTEXT, members: MEMBERS.filter(({ id }) => id === 'ann') }
    expect(told(on(claimed, press('ann', 'handover'), context).effects)).toBe('There is nobody else to hand it to.')
  })
})
