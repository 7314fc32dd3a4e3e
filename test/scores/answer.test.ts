import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/locale.ts'
import { answer, type ScoreAnswer } from '../../src/scores/answer.ts'
import { type Figure, figuresNeeded } from '../../src/scores/figures.ts'
import type { Metric } from '../../src/scores/metric.ts'
import type { Query } from '../../src/scores/query.ts'
import { render } from '../../src/scores/render.ts'
import { answers, asked, group, outcomes } from './counts.ts'
import { VOCABULARY } from './questions.ts'

const options = { minimumN: 5, responseRateTarget: 0.6, grades: { high: 90, medium: 60 }, vocabulary: VOCABULARY }
const reply = (query: Query, now: Figure[], before: Figure[] = [], ended: Figure[] = []): ScoreAnswer =>
  answer(query, [now, before, ended], options)

describe('what the store is asked for', () => {
  test('answers now, answers before, outcomes now of those who were asked for it, all with the same filters', () => {
    const query = asked({ by: 'team', filters: { channel: ['web'] } })
    expect(figuresNeeded(query, ['csat', 'shops'])).toEqual([
      { metric: 'csat', from: '2026-11-15', to: '2026-11-21', by: 'team', filters: { channel: ['web'] } },
      { metric: 'csat', from: '2026-11-08', to: '2026-11-14', by: 'team', filters: { channel: ['web'] } },
      {
        metric: 'outcome',
        from: '2026-11-15',
        to: '2026-11-21',
        by: 'team',
        filters: { channel: ['web'], flow: ['csat', 'shops'] },
      },
    ])
  })

  test('a question for one survey has the response to that survey, or to none where it does not ask', () => {
    const outcomesOf = (flow: string) => figuresNeeded(asked({ filters: { flow: [flow] } }), ['csat', 'shops'])[2]
    expect(outcomesOf('shops')?.filters).toEqual({ flow: ['shops'] })
    expect(outcomesOf('nps')?.filters).toEqual({ flow: [] })
  })

  test('a breakdown by time compares with the period before as a whole', () => {
    for (const by of ['day', 'week', 'month'] as const) {
      expect(figuresNeeded(asked({ by }), ['csat']).map((request) => request.by)).toEqual([by, null, by])
    }
  })
})

describe('the whole', () => {
  test('score, n, interval, grade and change against the period before', () => {
    const { total } = reply(asked(), [group(null, answers('csat', 40, 10))], [group(null, answers('csat', 45, 5))])
    expect(total).toMatchObject({ n: 50, score: 80, masked: false, grade: 'medium' })
    expect(total.change).toMatchObject({ delta: -10, distinguishable: false, before: { n: 50, score: 90 } })
    expect(total.change?.z.toFixed(2)).toBe('-1.40')
  })

  test.each([
    ['csat', answers('csat', 9, 1), 90, 'high'],
    ['csat', answers('csat', 6, 4), 60, 'medium'],
    ['csat', answers('csat', 5, 5), 50, 'low'],
    ['nps', answers('nps', 15, 9, 6), 30, null],
    ['ces', answers('ces', 8, 2), 80, 'medium'],
  ] as const)('%s of %j', (metric, values, score, grade) => {
    expect(reply(asked({ metric }), [group(null, values)]).total).toMatchObject({ score, grade })
  })

  test('grades follow the thresholds of the programme', () => {
    const strict = answer(asked(), [[group(null, answers('csat', 9, 1))]], {
      ...options,
      grades: { high: 95, medium: 80 },
    })
    expect(strict.total.grade).toBe('medium')
  })

  test('below the minimum n there is no score, no grade and no change', () => {
    const { total } = reply(asked(), [group(null, answers('csat', 4, 0))], [group(null, answers('csat', 40, 10))])
    expect(total).toMatchObject({
      n: 4,
      score: null,
      mean: null,
      interval: null,
      grade: null,
      change: null,
      masked: true,
    })
  })

  test('a period before with too few answers is not compared with', () => {
    expect(
      reply(asked(), [group(null, answers('csat', 40, 0))], [group(null, answers('csat', 4, 0))]).total.change,
    ).toBeNull()
  })

  test('response rates leave out whom nobody asked and count what is open as unknown', () => {
    const ended = outcomes({
      complete: 120,
      partial: 15,
      refused: 10,
      no_contact: 200,
      other: 5,
      open: 30,
      undeliverable: 20,
      cooldown: 40,
      opted_out: 3,
      unreachable: 2,
      not_asked: 9,
    })
    const { response } = reply(asked(), [], [], [group(null, ended)]).total
    expect(response).toMatchObject({ asked: 400, complete: 120, open: 30, rr1: 0.3, rr2: 0.3375 })
    expect(response.rr5?.toFixed(4)).toBe('0.3429')
    expect(response.notAsked).toEqual({ cooldown: 40, opted_out: 3, unreachable: 2, not_asked: 9 })
  })

  test('no figures at all are an answer too', () => {
    expect(answer(asked({ by: 'team' }), [], options)).toMatchObject({ total: { n: 0, score: null }, rows: [] })
  })
})

describe('groups', () => {
  const now = [
    group('refunds', answers('csat', 180, 20)),
    group('billing', answers('csat', 95, 5)),
    group('key-accounts', answers('csat', 12, 0)),
    group('closed-down', answers('csat', 30, 30)),
    group('tiny', answers('csat', 3, 0)),
    group('weak', answers('csat', 6, 6)),
  ]

  test('are ranked by the lower end of the interval from 30 answers on; small ones are shown or masked, not ranked', () => {
    const { rows, notes } = reply(asked({ by: 'team' }), now)
    expect(rows.map(({ label, rank, masked }) => [label, rank, masked])).toEqual([
      ['Billing', 1, false],
      ['Refunds', 2, false],
      ['closed-down', 3, false],
      ['Key Accounts', null, false],
      ['weak', null, false],
      ['tiny', null, true],
    ])
    expect(notes).toEqual(['masked', 'unranked', 'holm'])
  })

  test('a single large group is nothing to rank', () => {
    expect(reply(asked({ by: 'team' }), now.slice(2, 4)).rows.every(({ rank }) => rank === null)).toBe(true)
  })

  test('a change that stands alone can be chance among many: Holm', () => {
    const one = (before: number) => [group('refunds', answers('csat', before, 200 - before))]
    const alone = reply(asked({ by: 'team' }), one(170), one(184)).rows[0]?.change
    const quiet = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => group(id, answers('csat', 150, 50)))
    const among = reply(asked({ by: 'team' }), [...one(170), ...quiet], [...one(184), ...quiet])
    const same = among.rows.find(({ group: id }) => id === 'refunds')?.change
    expect(alone?.distinguishable).toBe(true)
    expect(same?.distinguishable).toBe(false)
    expect(same?.z).toBe(alone?.z)
    expect(same?.p).toBeCloseTo((alone?.p ?? 0) * 7, 12)
  })

  test('each ranked group is set against all others together', () => {
    const { rows } = reply(asked({ by: 'team' }), now)
    expect(
      rows.map(({ label, againstRest }) => [
        label,
        againstRest && Math.sign(againstRest.delta) * Number(againstRest.distinguishable),
      ]),
    ).toEqual([
      ['Billing', 1],
      ['Refunds', 1],
      ['closed-down', -1],
      ['Key Accounts', null],
      ['weak', null],
      ['tiny', null],
    ])
  })

  test('a group asked and silent has its row; one that was neither asked nor answered has none', () => {
    const { rows } = reply(
      asked({ by: 'team' }),
      [group('refunds', answers('csat', 0, 0))],
      [group('billing', answers('csat', 50, 0))],
      [group('refunds', outcomes({ open: 4 }))],
    )
    expect(rows.map(({ group: id, n, response }) => [id, n, response.asked])).toEqual([['refunds', 0, 4]])
  })

  test('what belongs to nobody is a group of its own', () => {
    const { rows } = reply(asked({ by: 'agent' }), [
      group(null, answers('csat', 50, 0)),
      group('a-2', answers('csat', 50, 0)),
    ])
    expect(rows.map(({ group: id, label }) => [id, label])).toEqual([
      ['a-2', '张伟'],
      [null, ''],
    ])
  })

  test('what belongs to nobody has no place among those who have one, however good or bad', () => {
    const { rows } = reply(asked({ by: 'agent' }), [
      group(null, answers('csat', 60, 0)),
      group('a-1', answers('csat', 40, 20)),
      group('a-2', answers('csat', 50, 10)),
    ])
    expect(rows.map(({ group: id, rank }) => [id, rank])).toEqual([
      ['a-2', 1],
      ['a-1', 2],
      [null, null],
    ])
  })

  test('who is as good as another has the same place', () => {
    const { rows } = reply(
      asked({ by: 'team' }),
      ['a', 'b', 'c'].map((id) => group(id, answers('csat', 27, 3))).concat(group('d', answers('csat', 20, 10))),
    )
    expect(rows.map(({ group: id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 4],
    ])
  })

  test('two of one name are told apart', () => {
    const vocabulary = {
      ...VOCABULARY,
      agents: [
        { id: 'u1', names: ['王伟'] },
        { id: 'u2', names: ['王伟'] },
        { id: 'u3', names: ['李娜'] },
      ],
    }
    const figures = ['u1', 'u2', 'u3'].map((id) => group(id, answers('csat', 5, 1)))
    const { rows } = answer(asked({ by: 'agent' }), [figures, [], []], { ...options, vocabulary })
    expect(rows.map(({ label }) => label)).toEqual(['李娜', '王伟 (u1)', '王伟 (u2)'])
  })
})

describe('time', () => {
  test('every day has its row, in order, also a silent one', () => {
    const { rows, total } = reply(
      asked({ by: 'day' }),
      [group('2026-11-20', answers('csat', 8, 2)), group('2026-11-16', answers('csat', 5, 0))],
      [group(null, answers('csat', 50, 0))],
    )
    expect(rows.map(({ group: day, n }) => [day, n])).toEqual([
      ['2026-11-15', 0],
      ['2026-11-16', 5],
      ['2026-11-17', 0],
      ['2026-11-18', 0],
      ['2026-11-19', 0],
      ['2026-11-20', 10],
      ['2026-11-21', 0],
    ])
    expect(rows.every(({ rank, change }) => rank === null && change === null)).toBe(true)
    expect(total.change?.before.n).toBe(50)
  })

  test('weeks from Monday and months stand in their order, and those without answers too', () => {
    const period = { from: '2026-10-28', to: '2026-11-10', words: '' }
    const counted = (by: 'week' | 'month', figures: Figure[]) =>
      reply(asked({ by, period }), figures).rows.map(({ group: slot, n }) => [slot, n])
    const six = (day: string) => group(day, answers('csat', 5, 1))
    expect(counted('week', [six('2026-11-09'), six('2026-10-26')])).toEqual([
      ['2026-10-26', 6],
      ['2026-11-02', 0],
      ['2026-11-09', 6],
    ])
    expect(counted('month', [six('2026-11-01')])).toEqual([
      ['2026-10-01', 0],
      ['2026-11-01', 6],
    ])
  })
})

describe('what others were bitten by', () => {
  test('chatwoot#3242: a deleted agent or team does not empty a report', () => {
    const { rows, total } = reply(asked({ by: 'agent' }), [group('left-last-year', answers('csat', 40, 10))])
    expect(rows).toMatchObject([{ group: 'left-last-year', label: 'left-last-year', n: 50, score: 80 }])
    expect(total.n).toBe(50)
  })

  test('mozilla/fx-private-relay#1013: answers count by their value, not by the place of a button', () => {
    const one = (metric: Metric, value: number) => {
      const values = Array.from({ length: 11 }, (_, at) => (at === value ? 10 : 0))
      return reply(asked({ metric }), [group(null, values)]).total
    }
    expect([1, 2, 3, 4, 5].map((value) => one('csat', value).score)).toEqual([0, 0, 0, 100, 100])
    expect([0, 6, 7, 8, 9, 10].map((value) => one('nps', value).score)).toEqual([-100, -100, 0, 0, 100, 100])
    expect([1, 4, 5, 7].map((value) => one('ces', value).score)).toEqual([0, 0, 100, 100])
    expect([one('csat', 1).mean, one('nps', 0).mean, one('ces', 7).mean]).toEqual([1, 0, 7])
  })

  test('va.gov-team#87053: a response without a rating is not in the denominator', () => {
    const ended = [group(null, outcomes({ complete: 40, partial: 20 }))]
    const { total } = reply(asked(), [group(null, answers('csat', 8, 2))], [], ended)
    expect(total).toMatchObject({ n: 10, score: 80 })
  })

  test('formbricks#7090: a trend over time, not only a total', () => {
    const days = [group('2026-11-16', answers('csat', 10, 0)), group('2026-11-20', answers('csat', 0, 10))]
    const { rows } = reply(asked({ by: 'day' }), days)
    expect(rows.filter(({ n }) => n > 0).map(({ score }) => score)).toEqual([100, 0])
  })
})

const counters = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 })
  .map((v) => [0, ...v, 0, 0, 0, 0, 0])

test('splitting the whole into groups and adding them back gives the same total', () => {
  fc.assert(
    fc.property(fc.array(counters, { maxLength: 8 }), fc.array(counters, { maxLength: 8 }), (now, before) => {
      const split = (parts: number[][]) => parts.map((values, at) => group(`t${at}`, values))
      const whole = (parts: number[][]) => [
        group(
          null,
          parts.reduce((a, b) => b.map((n, i) => n + (a[i] ?? 0)), []),
        ),
      ]
      const byTeam = reply(asked({ by: 'team' }), split(now), split(before))
      expect(byTeam.total).toEqual(reply(asked(), whole(now), whole(before)).total)
      expect(byTeam.rows.reduce((sum, row) => sum + row.n, 0)).toBe(byTeam.total.n)
    }),
  )
})

test('a masked row looks the same whatever was answered: nothing in it tells the score', () => {
  const few = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(few, few, (one, other) => {
      const n = Math.min(one.length, other.length)
      const rowOf = (given: number[], by: 'team' | 'day') => {
        const values = Array.from({ length: 11 }, (_, at) => given.slice(0, n).filter((value) => value === at).length)
        const id = by === 'team' ? 'refunds' : '2026-11-16'
        const neighbour = group(by === 'team' ? 'billing' : '2026-11-17', answers('csat', 20, 20))
        const told = reply(asked({ by }), [group(id, values), neighbour], [group(id, answers('csat', 50, 50))])
        const said = LOCALES.map((locale) => render(told, locale).lines.filter((line) => /Refunds|16/.test(line)))
        return [told.rows.find((row) => row.group === id), said]
      }
      for (const by of ['team', 'day'] as const) expect(rowOf(one, by)).toEqual(rowOf(other, by))
    }),
  )
})

test('an answer survives being stored as JSON', () => {
  const told = reply(
    asked({ by: 'team' }),
    [group('refunds', answers('csat', 50, 0))],
    [group('refunds', answers('csat', 0, 50))],
  )
  expect(JSON.parse(JSON.stringify(told))).toEqual(told)
})
