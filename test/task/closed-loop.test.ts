import { describe, expect, it } from 'vitest'
import type { TaskState } from '../../src/task/task.ts'
import { checked, later, play, press, resolve } from './desk.ts'

const share = (states: TaskState[], is: (state: TaskState) => boolean) => states.filter(is).length / states.length
const intime = (at: string | null, due: string) => at !== null && Date.parse(at) <= Date.parse(due)

/** Contact is due after 4 hours, the resolution after 3 days. */
const quick = [press('ann', 'claim', later('1h')), press('ann', 'contacted', later('2h')), resolve('ann', later('5h'))]
const slow = [press('bo', 'contacted', later('9h')), resolve('bo', later('4d'))]

describe('the figures of the closed loop can be told from the tasks alone', () => {
  const tasks = [
    play([...quick, checked(true, later('6h'))]).state,
    play([...quick, checked(false, later('6h')), resolve('ann', later('7h'))]).state,
    play([
      ...quick,
      checked(false, later('6h')),
      press('bo', 'claim', later('7h')),
      resolve('bo', later('8h')),
      checked(true, later('9h')),
    ]).state,
    play([...slow, checked(null, later('7d'))]).state,
    play([]).state,
  ]
  const wanted = tasks.filter(({ mayContact }) => mayContact)
  const ended = tasks.filter(({ status }) => status === 'closed')

  it('contacted within the target', () => {
    expect(share(wanted, ({ contactedAt, contactDue }) => intime(contactedAt, contactDue))).toBe(3 / 5)
  })

  it('time to first contact is that of the first, whatever came later', () => {
    const hours = wanted.flatMap(({ openedAt, contactedAt }) =>
      contactedAt === null ? [] : [(Date.parse(contactedAt) - Date.parse(openedAt)) / 3_600_000],
    )
    expect(hours).toEqual([2, 2, 2, 9])
  })

  it('resolved within the target: what was re-opened counts by its last resolution', () => {
    expect(share(tasks, ({ resolvedAt, resolveDue }) => intime(resolvedAt, resolveDue))).toBe(2 / 5)
    expect(tasks.map(({ resolvedAt }) => resolvedAt)).toEqual([later('5h'), null, later('8h'), later('4d'), null])
  })

  it('confirmed and re-opened shares; contact declined is counted apart', () => {
    expect(share(ended, ({ outcome }) => outcome === 'confirmed')).toBe(2 / 3)
    expect(share(tasks, ({ reopened }) => reopened > 0)).toBe(2 / 5)
    const declined = play([press('ann', 'claim'), resolve('ann')], { mayContact: false }).state
    expect([declined.outcome, declined.contactedAt]).toEqual(['contact_declined', null])
  })
})
