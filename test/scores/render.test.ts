import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../src/locale.ts'
import { answer } from '../../src/scores/answer.ts'
import type { Figure } from '../../src/scores/figures.ts'
import { parseQuery } from '../../src/scores/parse.ts'
import type { Vocabulary } from '../../src/scores/query.ts'
import { render, renderProblem } from '../../src/scores/render.ts'
import { answers, group, outcomes } from './counts.ts'
import { ASKED_BACK, READ, TODAY, VOCABULARY } from './questions.ts'

const context = { today: TODAY, vocabulary: VOCABULARY }
const options = { minimumN: 5, responseRateTarget: 0.6, grades: { high: 90, medium: 60 } }

/** The vocabulary as the asker's language has it: the first name is the one shown. */
function speaking(locale: Locale): Vocabulary {
  const first = { en: 0, 'zh-Hans': 1, 'zh-Hant': 2 }[locale]
  const turned = ({ id, names }: { id: string; names: string[] }) => ({
    id,
    names: [...names.slice(first), ...names.slice(0, first)],
  })
  return { ...VOCABULARY, teams: VOCABULARY.teams.map(turned) }
}

function told(question: string, figures: Figure[][], locale: Locale): string {
  const parsed = parseQuery(question, context)
  if ('problem' in parsed) return renderProblem(parsed, locale).join('\n')
  const { title, lines, restated } = render(
    answer(parsed.query, figures, { ...options, vocabulary: speaking(locale) }),
    locale,
  )
  return [title, ...lines, '', restated].join('\n')
}

const WEEK = [
  [group(null, answers('csat', 104, 16))],
  [group(null, answers('csat', 90, 20))],
  [
    group(
      null,
      outcomes({
        complete: 118,
        partial: 4,
        no_contact: 40,
        refused: 6,
        open: 12,
        undeliverable: 2,
        cooldown: 21,
        opted_out: 3,
        not_asked: 9,
      }),
    ),
  ],
]

const TEAMS = [
  [
    group('refunds', answers('csat', 180, 20)),
    group('billing', answers('csat', 66, 34)),
    group('key-accounts', answers('csat', 11, 1)),
    group('tiny', answers('csat', 3, 0)),
  ],
  [
    group('refunds', answers('csat', 160, 40)),
    group('billing', answers('csat', 70, 30)),
    group('key-accounts', answers('csat', 10, 2)),
  ],
  [
    group('refunds', outcomes({ complete: 190, partial: 10, no_contact: 120 })),
    group('billing', outcomes({ complete: 100, no_contact: 90, unreachable: 2 })),
    group('key-accounts', outcomes({ complete: 12, open: 3 })),
    group('tiny', outcomes({ complete: 3 })),
    group('asleep', outcomes({ open: 7 })),
  ],
]

const DAYS = [
  [
    group('2026-11-16', answers('nps', 15, 9, 6)),
    group('2026-11-17', answers('nps', 1, 1, 9)),
    group('2026-11-19', answers('nps', 2, 0, 1)),
  ],
  [group(null, answers('nps', 20, 20, 10))],
  [],
]

describe('a week in one answer', () => {
  test.each(LOCALES)('%s', (locale) => {
    expect(told('last 7d', WEEK, locale)).toMatchSnapshot()
  })
})

describe('teams against one another', () => {
  test.each(LOCALES)('%s', (locale) => {
    expect(told('last 7d by team', TEAMS, locale)).toMatchSnapshot()
  })
})

describe('NPS by day', () => {
  test.each(LOCALES)('%s', (locale) => {
    expect(told('nps this week by day team refunds, billing', DAYS, locale)).toMatchSnapshot()
  })
})

describe('effort, with the mean beside it', () => {
  test.each(LOCALES)('%s', (locale) => {
    expect(
      told(
        'ces last month',
        [[group(null, answers('ces', 30, 12, 2))], [group(null, answers('ces', 2, 0))], []],
        locale,
      ),
    ).toMatchSnapshot()
  })
})

describe('nobody answered yet, and too few', () => {
  test.each(LOCALES)('%s', (locale) => {
    expect(told('today', [[], [], [group(null, outcomes({ open: 3 }))]], locale)).toMatchSnapshot()
    expect(told('today', [[group(null, answers('csat', 3, 0))], [], []], locale)).toMatchSnapshot()
  })
})

describe('a question that is not understood', () => {
  test.each(LOCALES)('%s', (locale) => {
    const questions = [
      'last 7 dyas',
      '天氣 今天',
      'csat teams last week',
      '按',
      '2026-02-30',
      '下周',
      'this week last week',
      'nps csat',
    ]
    expect(questions.map((question) => told(question, [], locale)).join('\n\n')).toMatchSnapshot()
  })
})

test('what is said back can be asked again and means the same, in every language', () => {
  for (const [question] of READ) {
    const parsed = parseQuery(question, context)
    if ('problem' in parsed) throw new Error(question)
    for (const locale of LOCALES) {
      const { restated } = render(answer(parsed.query, [], { ...options, vocabulary: speaking(locale) }), locale)
      const again = parseQuery(restated, context)
      if ('problem' in again) throw new Error(`${restated} ${JSON.stringify(again.problem)}`)
      const meaning = ({ metric, period, previous, by, filters }: typeof parsed.query) => ({
        metric,
        by,
        filters,
        days: [period.from, period.to, previous.from, previous.to],
      })
      expect(meaning(again.query), restated).toEqual(meaning(parsed.query))
    }
  }
})

test('every problem has its words', () => {
  for (const [question] of ASKED_BACK) {
    for (const locale of LOCALES) expect(told(question, [], locale)).not.toMatch(/scores\.|undefined|\{/)
  }
})

test('a long list is cut for the chat and says so', () => {
  const many = Array.from({ length: 45 }, (_, at) => group(`t${at}`, answers('csat', 40 + at, 10)))
  const lines = told('by team', [many, [], []], 'en').split('\n')
  expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(20)
  expect(lines).toContain('25 more not shown.')
  expect(told('last 90d by day', [[], [], []], 'zh-Hans')).toContain('更早的 59 行未显示。')
})

test('a score that reads nought has no sign, and a rate is judged as it reads', () => {
  const net = told('nps last 7d', [[group(null, answers('nps', 999, 500, 1000))], [], []], 'en')
  expect(net).toContain('NPS 0.0 ')
  const rate = told('last 7d', [WEEK[0] ?? [], [], [group(null, outcomes({ complete: 1199, no_contact: 800 }))]], 'en')
  expect(rate).toContain('60.0% (RR1: 1,199 complete of 1,999 asked), 60% target met')
})
