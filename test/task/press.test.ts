import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../src/task/task.ts'
import { CONTEXT, checked, form, gist, later, MEMBERS, on, opened, play, press, resolve, told } from './desk.ts'

const claimed = play([press('ann', 'claim')]).state
const contacted = play([press('ann', 'claim'), press('ann', 'contacted')]).state
const waiting = play([press('ann', 'claim'), resolve('ann')]).state
const closed = play([press('ann', 'claim'), resolve('ann'), checked(true)]).state
const open = opened().state

describe('claim', () => {
  it('gives the task to whoever pressed', () => {
    const { state, effects } = on(open, press('bo', 'claim'))
    expect([state.status, state.assignee]).toEqual(['claimed', 'bo'])
    expect(gist(effects)).toEqual(['history claimed by bo', 'card'])
  })

  it('two at once: the first has it, the second is told who', () => {
    const { state, effects } = on(claimed, press('bo', 'claim'))
    expect(state).toEqual(claimed)
    expect(gist(effects)).toEqual(['immediate notice'])
    expect(told(effects)).toBe('#12 已由Ann认领。')
  })

  it('a lead does not take a task by claiming it either', () => {
    expect(told(on(claimed, press('lea', 'claim')).effects)).toBe('Ann has #12.')
  })

  it('bolt-python#1435: again by the same person is a quiet word and no second move', () => {
    const { state, effects } = on(claimed, press('ann', 'claim'))
    expect(state).toEqual(claimed)
    expect(told(effects)).toBe('You have #12 already.')
    expect(gist(effects)).toEqual(['immediate notice'])
  })

  it('is free again when the assignee has left the staff', () => {
    const context = { ...CONTEXT, members: MEMBERS.filter(({ id }) => id !== 'ann') }
    expect(on(contacted, press('bo', 'claim'), context).state).toEqual({ ...contacted, assignee: 'bo' })
  })
})

describe('contacted', () => {
  it('records the first contact and ends the wait for it', () => {
    const { state, effects } = on(claimed, press('ann', 'contacted', later('2h')))
    expect([state.status, state.contactedAt]).toEqual(['contacted', later('2h')])
    expect(gist(effects)).toEqual(['history contacted by ann', 'cancel contact_due', 'card'])
  })

  it('on a task that nobody has claims it', () => {
    const { state, effects } = on(open, press('bo', 'contacted'))
    expect([state.status, state.assignee]).toEqual(['contacted', 'bo'])
    expect(gist(effects).slice(0, 2)).toEqual(['history claimed by bo', 'history contacted by bo'])
  })

  it('chatwoot#14450: twice counts once', () => {
    const { state, effects } = on(contacted, press('ann', 'contacted', later('3h')))
    expect(state).toEqual(contacted)
    expect(gist(effects)).toEqual(['immediate notice'])
  })

  it('by the lead leaves the task with its assignee', () => {
    expect(on(claimed, press('lea', 'contacted')).state.assignee).toBe('ann')
  })

  it('keeps the time of the first contact when a task is re-opened and contacted again', () => {
    const events = [press('ann', 'contacted'), resolve('ann'), checked(false), press('bo', 'contacted', later('6h'))]
    expect(play(events).state).toMatchObject({ status: 'contacted', assignee: 'bo', contactedAt: later('1h') })
  })

  it('is not offered, and refused, where the customer said no', () => {
    const { state, effects } = play([press('ann', 'claim'), press('ann', 'contacted')], { mayContact: false })
    expect([state.status, state.contactedAt]).toEqual(['claimed', null])
    expect(told(effects)).toContain('does not want to be contacted')
  })
})

describe('who may do what', () => {
  it.each<[string, TaskEvent, string]>([
    ['a manager looks on', press('max', 'claim'), 'You can follow this task.'],
    ['a stranger too', press('mallory', 'claim'), 'You can follow this task.'],
    ['a manager’s form is refused as well', resolve('max'), 'You can follow this task.'],
    ['somebody else’s task is theirs', press('bo', 'contacted'), 'Ann'],
    ['also by form', resolve('bo'), 'Ann'],
    ['a button that is none', press('ann', 'delete'), 'no longer does anything'],
    ['a form that is none', form('ann', 'delete', {}), 'no longer does anything'],
  ])('%s', (_name, event, words) => {
    const { state, effects } = on(claimed, event)
    expect(state).toEqual(claimed)
    expect(told(effects)).toContain(words)
  })

  it.each(['lea', 'ada', 'ann'])('%s may resolve what Ann has', (by) => {
    expect(on(claimed, resolve(by)).state.status).toBe('waiting')
  })

  it('a manager who is an agent too works like one', () => {
    const members = MEMBERS.map((one) =>
      one.id === 'max' ? { ...one, roles: ['manager' as const, 'agent' as const] } : one,
    )
    expect(on(open, press('max', 'claim'), { ...CONTEXT, members }).state.assignee).toBe('max')
  })

  it.each(['resolve', 'snooze'])('%s needs a claim first', (choice) => {
    expect(told(on(open, press('ann', choice)).effects)).toBe('Claim #12 first.')
  })

  it.each(['claim', 'contacted', 'resolve', 'snooze', 'handover'])(
    '%s on an old card of a task that is done says so',
    (choice) => {
      expect(told(on(waiting, press('ann', choice)).effects)).toContain('has been asked')
      expect(told(on(closed, press('ann', choice)).effects)).toBe('#12 is closed.')
    },
  )
})
