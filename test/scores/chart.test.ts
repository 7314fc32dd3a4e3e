import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/locale.ts'
import { answer } from '../../src/scores/answer.ts'
import { chartOf } from '../../src/scores/chart/chart.ts'
import { svg } from '../../src/scores/chart/svg.ts'
import { clip, widthOf, wrap } from '../../src/scores/chart/wrap.ts'
import type { Figure } from '../../src/scores/figures.ts'
import type { Metric } from '../../src/scores/metric.ts'
import type { Dimension } from '../../src/scores/query.ts'

const vocabulary = {
  teams: [
    { id: 'refunds', names: ['退款组 <Refunds & more>'] },
    { id: 'delivery', names: ['Home delivery and installation of very large goods'] },
    { id: 'tiny', names: ['Tiny'] },
  ],
  agents: [],
  flows: ['csat'],
  channels: ['web'],
}

/** n answers of which `top` are the best of the scale and the others the worst. */
const answers = (metric: Metric, top: number, n: number): number[] => {
  const values = new Array<number>(11).fill(0)
  values[metric === 'csat' ? 5 : metric === 'ces' ? 7 : 10] = top
  values[metric === 'nps' ? 0 : 1] = n - top
  return values
}

function asked(metric: Metric, by: Dimension | null, figures: Figure[], to = '2026-11-20') {
  const period = { from: '2026-11-14', to, words: '' }
  const previous = { from: '2026-11-07', to: '2026-11-13', words: '' }
  const options = { minimumN: 5, responseRateTarget: 0.6, grades: { high: 90, medium: 60 }, vocabulary }
  return answer({ metric, by, period, previous, filters: {} }, [figures, [], []], options)
}

const TEAMS: Figure[] = [
  { group: 'refunds', values: answers('csat', 60, 120) },
  { group: 'delivery', values: answers('csat', 180, 200) },
  { group: 'tiny', values: answers('csat', 2, 3) },
]
const DAYS: Figure[] = [14, 15, 16, 17, 18, 19, 20].map((day) => ({
  group: `2026-11-${day}`,
  values: answers('csat', day, day === 17 ? 2 : 30),
}))

describe('what is drawn', () => {
  test('groups: their score, interval and n, as in the answer; those with too few answers are told and not drawn', () => {
    const found = asked('csat', 'team', TEAMS)
    const chart = chartOf(found, 'en')
    expect(chart).toMatchObject({ kind: 'bars', axis: { min: 0, max: 100, percent: true } })
    expect(chart?.points.map(({ label, value, n, tone }) => ({ label, value, n, tone }))).toEqual([
      { label: 'Home delivery and installation of very large goods', value: 90, n: 200, tone: 'good' },
      { label: '退款组 <Refunds & more>', value: 50, n: 120, tone: 'bad' },
    ])
    expect(chart?.points[0]?.interval).toEqual(found.rows[0]?.interval)
    expect(chart?.notes.join(' ')).toContain('Not drawn: 1')
    expect(chart?.notes.join(' ')).toContain('▲ ▼: above or below the others')
    expect(chart?.alt).toContain('90.0%')
  })

  test('time: a slot for each day, a gap where there are too few answers', () => {
    const chart = chartOf(asked('csat', 'day', DAYS), 'zh-Hans')
    expect(chart).toMatchObject({ kind: 'trend' })
    expect(chart?.points.map(({ tick }) => tick)).toEqual([
      '11/14',
      '11/15',
      '11/16',
      '11/17',
      '11/18',
      '11/19',
      '11/20',
    ])
    expect(chart?.points.map(({ value }) => value === null)).toEqual([false, false, false, true, false, false, false])
  })

  test('no breakdown: the share of each answer; they add up to the whole', () => {
    const chart = chartOf(asked('nps', null, [{ group: null, values: [5, 0, 0, 0, 0, 0, 5, 10, 0, 30, 50] }]), 'en')
    expect(chart?.points).toHaveLength(11)
    expect(chart?.points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(100)
    expect(chart?.points.map(({ tone }) => tone).join(' ')).toBe('bad bad bad bad bad bad bad plain plain good good')
  })

  test.each([
    ['nobody answered', asked('csat', 'team', [])],
    ['too few answers', asked('csat', null, [{ group: null, values: answers('csat', 2, 4) }])],
    ['one group alone', asked('csat', 'team', [{ group: 'refunds', values: answers('csat', 60, 120) }])],
    ['one day alone', asked('csat', 'day', DAYS.slice(0, 1))],
  ])('nothing where %s', (_, found) => {
    expect(chartOf(found, 'en')).toBeNull()
  })

  test('it is plain JSON and small: the record keeps it for ever', () => {
    const many = Array.from({ length: 92 }, (_, at) => ({
      group: new Date(Date.parse('2026-08-23') + at * 86_400_000).toISOString().slice(0, 10),
      values: answers('csat', 40, 50),
    }))
    const chart = chartOf(asked('csat', 'day', many), 'en')
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    expect(JSON.stringify(chart).length).toBeLessThan(16_000)
  })
})

describe('the drawing', () => {
  const charts = LOCALES.flatMap((locale) =>
    [
      asked('csat', 'team', TEAMS),
      asked('csat', 'day', DAYS),
      asked('csat', null, [{ group: null, values: answers('csat', 6, 9) }]),
    ].map((found) => chartOf(found, locale)),
  ).filter((chart) => chart !== null)

  test('says in words what it shows, fits a phone, and is the same each time', () => {
    expect(charts).toHaveLength(9)
    for (const chart of charts) {
      const picture = svg(chart)
      expect(picture).toMatch(/^<svg role="img" lang="[\w-]+" width="390"/)
      expect(picture).toContain('<desc>')
      expect(picture).not.toContain('<Refunds')
      expect(picture).not.toMatch(/NaN|undefined|Infinity/)
      expect(svg(chart)).toBe(picture)
      for (const { shown } of chart.kind === 'bars' ? chart.points : []) expect(picture).toContain(shown)
    }
  })
})

test('eleven narrow columns have their shares rounded, and a few answers are not none', () => {
  const values = [3, 1, 0, 3, 2, 7, 4, 31, 60, 90, 160] // of 361
  const chart = chartOf(asked('nps', null, [{ group: null, values }]), 'en')
  const labels =
    chart === null ? [] : [...svg(chart).matchAll(/font-size:10px[^>]*>([^<]+%)</g)].map(([, label]) => label)
  expect(labels).toEqual(['1%', '&lt;1%', '0%', '1%', '1%', '2%', '1%', '9%', '17%', '25%', '44%'])
})

test('lines end where there is room, whatever the script', () => {
  for (const text of [
    '95% interval 75.8 to 78.4 · grade medium · n = 4,084',
    '满意度 77.1%（CSAT，5 分制中评 4–5 分的占比），等级：中',
  ]) {
    const lines = wrap(text, 150, 12)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('').replace(/[\s·]/g, '')).toBe(text.replace(/[\s·]/g, ''))
    for (const line of lines) expect(line).not.toMatch(/^[，。·、）]/)
  }
  expect(widthOf(clip('Home delivery and installation', 80, 12), 12)).toBeLessThanOrEqual(80)
  expect(clip('退款组', 80, 12)).toBe('退款组')
})
