import { describe, expect, it } from 'vitest'
import { audience } from '../../src/task/audience.ts'
import type { Member, TaskState } from '../../src/task/task.ts'
import { checked, MEMBERS, opened, play, press, resolve } from './desk.ts'

const open = opened().state
const claimed = play([press('bo', 'claim')]).state
const reopened = play([press('bo', 'claim'), resolve('bo'), checked(false)]).state
const without = (...ids: string[]) => MEMBERS.filter(({ id }) => !ids.includes(id))

describe('who sees a task', () => {
  it.each<[string, TaskState, Member[], string | null, string[]]>([
    ['unclaimed: the lead and the team', open, MEMBERS, 'lea', ['lea', 'ann', 'bo']],
    ['unclaimed, no lead named: the team', open, MEMBERS, null, ['ann', 'bo', 'lea']],
    ['of no team: every agent and lead', { ...open, team: null }, MEMBERS, null, ['ann', 'bo', 'lea', 'tai']],
    [
      'of a team without any: those of all teams',
      { ...open, team: 'sales' },
      MEMBERS,
      null,
      ['ann', 'bo', 'lea', 'tai'],
    ],
    ['admins only when there is nobody else', open, without('ann', 'bo', 'lea', 'tai'), null, ['ada']],
    ['never a manager', open, without('ann', 'bo', 'lea', 'tai', 'ada'), null, []],
    ['claimed: the assignee and the lead', claimed, MEMBERS, 'lea', ['bo', 'lea']],
    ['claimed by the lead: once', { ...claimed, assignee: 'lea' }, MEMBERS, 'lea', ['lea']],
    ['re-opened: the lead and the team without who resolved it', reopened, MEMBERS, 'lea', ['lea', 'ann']],
    ['re-opened, nobody else in the team: other teams', reopened, without('ann', 'lea'), null, ['tai']],
    ['re-opened, nobody else at all: who resolved it', reopened, without('ann', 'lea', 'tai', 'ada'), null, ['bo']],
    ['claimed by somebody who left: the team again', claimed, without('bo'), null, ['ann', 'lea']],
    ['a lead who left sees nothing', claimed, without('lea'), 'lea', ['bo']],
  ])('%s', (_name, state, members, lead, seen) => {
    expect(audience(state, members, lead)).toEqual(seen)
  })
})
