import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../src/task/task.ts'
import { checked, gist, later, on, play, press, resolve } from './desk.ts'

const left = (who: string): TaskEvent => ({ kind: 'left', at: later('4h'), who })
const claimed = play([press('ann', 'claim')]).state
const contacted = play([press('ann', 'claim'), press('ann', 'contacted')]).state
const waiting = play([press('ann', 'claim'), resolve('ann')]).state
const closed = play([press('ann', 'claim'), resolve('ann'), checked(true)]).state

describe('who has a task and leaves', () => {
  it.each([
    ['claimed', claimed],
    ['contacted', contacted],
  ])('%s: it is free, and the others of the team are told', (_, state) => {
    const after = on(state, left('ann'))
    expect(after.state).toEqual({ ...state, status: 'open', assignee: null })
    expect(gist(after.effects)).toEqual(['history left by ann', 'notify left to lea bo', 'card'])
    expect(on(after.state, press('bo', 'claim')).state.assignee).toBe('bo')
  })

  it('waits for its customer all the same when it is resolved', () => {
    const after = on(waiting, left('ann'))
    expect(after.state).toEqual({ ...waiting, assignee: null })
    expect(gist(after.effects)).toEqual(['history left by ann', 'card'])
  })

  it('changes nothing where it is closed, or somebody else’s', () => {
    for (const [state, who] of [
      [closed, 'ann'],
      [claimed, 'bo'],
    ] as const)
      expect(on(state, left(who))).toEqual({ state, effects: [] })
  })
})
