import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../src/scores/parse.ts'
import { ASKED_BACK, READ, TODAY, VOCABULARY } from './questions.ts'

const context = { today: TODAY, vocabulary: VOCABULARY }
const days = ({ from, to }: { from: string; to: string }) => [from, to]

function read(question: string) {
  const parsed = parseQuery(question, context)
  if ('problem' in parsed) throw new Error(`not read: ${question} ${JSON.stringify(parsed.problem)}`)
  return parsed.query
}

function asksBack(question: string) {
  const parsed = parseQuery(question, context)
  if ('query' in parsed) throw new Error(`read: ${question} ${JSON.stringify(parsed.query)}`)
  return parsed
}

describe('questions are read as meant', () => {
  test.each(READ)('%s', (question, right) => {
    const query = read(question)
    expect({
      metric: query.metric,
      days: days(query.period),
      by: query.by,
      filters: query.filters,
    }).toEqual({ metric: right.metric ?? 'csat', days: right.days, by: right.by ?? null, filters: right.filters ?? {} })
    if (right.before) expect(days(query.previous)).toEqual(right.before)
  })
})

describe('what is not understood is named and nothing is guessed', () => {
  for (const [question, at, why, offered] of ASKED_BACK) {
    test(question, () => {
      const { problem, examples } = asksBack(question)
      expect(problem).toMatchObject({ at, why })
      if (offered !== undefined) expect(problem.suggestions[0]).toBe(offered)
      for (const text of [...problem.suggestions, ...examples]) expect(() => read(text)).not.toThrow()
    })
  }
})

test('a question may be shouted, padded, or typed in full width', () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　')
  for (const [question] of READ) {
    const query = read(question)
    for (const same of [question.toUpperCase(), `\n  ${question.replaceAll(' ', '  ')}  `, wide(question)]) {
      const again = read(same)
      expect({ ...again, period: days(again.period), previous: days(again.previous) }, same).toEqual({
        ...query,
        period: days(query.period),
        previous: days(query.previous),
      })
    }
  }
})

test('the words that named a period are kept', () => {
  expect(read('csat last 7d by team').period.words).toBe('last 7d')
  expect(read('滿意度 近7天 依團隊').period.words).toBe('近7天')
  expect(read('nps by team').period.words).toBe('')
  expect(read('本周 对比 上周').previous.words).toBe('上周')
})

test('examples are in the language of the question, name a team of the programme, and work', () => {
  expect(asksBack('wether').examples.at(-1)).toBe('csat this week team Refunds')
  expect(asksBack('天气').examples.at(-1)).toBe('满意度 本周 班组 退款组')
  expect(asksBack('天氣').examples.at(-1)).toBe('滿意度 本週 團隊 退款組')
})

test('a page of text is turned away', () => {
  expect(asksBack('csat '.repeat(200)).problem.why).toBe('long')
})

test('a word nobody knows is never passed over, wherever it stands', () => {
  const strange = fc.constantFrom('not', 'except', 'zzz', 'median', 'male', '除', '女性', '旬', 'ohne', '😀', '%')
  fc.assert(
    fc.property(fc.constantFrom(...READ), strange, fc.nat(), ([question], word, seed) => {
      const parts = question.split(' ')
      const at = /^\/?scores/i.test(question) ? 1 + (seed % parts.length) : seed % (parts.length + 1)
      const { problem } = asksBack([...parts.slice(0, at), word, ...parts.slice(at)].join(' '))
      expect(problem.why).toBe('unknown')
    }),
    { numRuns: 400 },
  )
})

const WORDS = READ.flatMap(([question]) => question.split(/\s+/)).concat('xyz', '，', '..', '0', '31', '十', '的')

test('any text gives a query with its days in order and begun, or names words of that text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((w) => w.join(' ')),
  )
  fc.assert(
    fc.property(text, (question) => {
      const parsed = parseQuery(question, context)
      if ('query' in parsed) {
        const { period, previous } = parsed.query
        expect(period.from <= period.to && period.from <= TODAY).toBe(true)
        expect(previous.from <= previous.to && previous.to < period.to).toBe(true)
      } else if (parsed.problem.why !== 'long') {
        expect(question.trim().replace(/\s+/g, ' ')).toContain(parsed.problem.at)
      }
    }),
    { numRuns: 500 },
  )
})

test('every day of a leap year and its neighbours has its periods', () => {
  const day = fc.date({ min: new Date('2027-12-01'), max: new Date('2029-03-01'), noInvalidDate: true })
  const asked = fc.constantFrom(
    'last month',
    '上季度',
    'last 3 months',
    '近半年',
    'this week',
    'feb',
    '2月',
    'this year',
  )
  fc.assert(
    fc.property(day, asked, (at, question) => {
      const parsed = parseQuery(question, { today: at.toISOString().slice(0, 10), vocabulary: VOCABULARY })
      if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem))
      const { period, previous } = parsed.query
      expect(previous.from <= previous.to && previous.to < period.from && period.from <= period.to).toBe(true)
    }),
  )
})
