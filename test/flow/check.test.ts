import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFlow } from '../../src/flow/check.ts'
import { flowJsonSchema } from '../../src/flow/schema.ts'
import type { Locale } from '../../src/locale.ts'
import { written } from '../../src/problem.ts'

const GOOD = `id: trial
version: 1
stage: draft
locales: [en, zh-Hans]
settings: { settleAfter: 5m }
start: score
questions:
  score:
    kind: scale
    scale: csat5
    metric: csat
    text: { en: ['How was {agent}?', How was it?], zh-Hans: 满意吗？ }
    ends: { low: { en: Bad, zh-Hans: 差 }, high: { en: Good, zh-Hans: 好 } }
    next:
      - when: { answer: { score: { lte: 2 } } }
        goto: why
      - goto: end
  why:
    kind: choice
    text: { en: Why?, zh-Hans: 为什么？ }
    choices:
      - { id: slow, label: { en: Slow, zh-Hans: 慢 } }
      - { id: rude, label: { en: Rude, zh-Hans: 态度差 } }
    next:
      - goto: end
`

const problems = (yaml: string, locale: Locale = 'en') => {
  const checked = checkFlow('trial.yaml', yaml, locale)
  return 'problems' in checked ? checked.problems : []
}
/** GOOD with `from` replaced; the test is worth nothing when it is not there. */
const broken = (from: string, to: string): string => {
  expect(GOOD).toContain(from)
  return GOOD.replace(from, to)
}

test('a good flow comes out with its defaults', () => {
  expect(checkFlow('trial.yaml', GOOD, 'en')).toMatchObject({
    flow: { id: 'trial', settings: { remindAfter: '24h', settleAfter: '5m' }, questions: { why: { optional: false } } },
  })
})

const files = readdirSync(new URL('../../flows/', import.meta.url)).filter(
  (name) => name.endsWith('.yaml') && name !== 'taxonomy.yaml',
)
test.each(files)('%s is right', (name) => {
  expect(problems(readFileSync(new URL(`../../flows/${name}`, import.meta.url), 'utf8'))).toEqual([])
})

describe('one thing wrong is told with its line, its path and the remedy', () => {
  test.each<[string, string, string, string, RegExp, RegExp?]>([
    ['not YAML', 'start: score', 'start: [score', '', /not readable as YAML/],
    ['a tab before a name', 'start: score', '\tstart: score', '', /Tabs are not allowed/, /spaces instead of tabs/],
    ['a full-width colon', 'start: score', 'start：score', '', /not readable as YAML/, /narrow colon with a space/],
    ['a colon in a text', 'stage: draft', 'stage: draft: 1', '', /not readable as YAML/, /into quotes/],
    ['bytes that are not UTF-8', 'en: Why?', 'en: \ufffd\ufffd', '', /not in UTF-8/, /Save the file as UTF-8/],
    ['a key twice', 'version: 1', 'version: 1\nversion: 2', '', /unique/],
    [
      'an entry that is not known',
      'stage: draft',
      'stage: draft\nstagee: live',
      'stagee',
      /unknown entry "stagee"/,
      /spelling/,
    ],
    ['a stage that is not known', 'stage: draft', 'stage: beta', 'stage', /not offered/, /draft, pilot, live/],
    ['a version missing', 'version: 1\n', '', 'version', /version is missing/],
    ['a kind that is not known', 'kind: choice', 'kind: dropdown', 'questions.why.kind', /kind/, /yesno/],
    [
      'a bad length of time',
      'settleAfter: 5m',
      'settleAfter: 5 minutes',
      'settings.settleAfter',
      /length of time/,
      /24h/,
    ],
    ['a version below one', 'version: 1', 'version: 0', 'version', /Too small/, /at least 1/],
    [
      'a text that is none',
      '{ en: Why?, zh-Hans: 为什么？ }',
      '{ en: 5, zh-Hans: 为什么？ }',
      'questions.why.text.en',
      /none of the forms/,
    ],
    [
      'a tag that is no language',
      'locales: [en, zh-Hans]',
      'locales: [en, zh-Hans, 12]',
      'locales.2',
      /expected string/,
    ],
    [
      'a tag that Intl refuses',
      'locales: [en, zh-Hans]',
      'locales: [en, zh-Hans, x_y]',
      'locales.2',
      /not a language tag/,
    ],
    ['a choice with a bad id', 'id: slow', 'id: too slow', 'questions.why.choices.0.id', /id of a choice/],
    [
      'a theme that no comment can have',
      'when: { answer: { score: { lte: 2 } } }',
      'when: { answer: { score: { lte: 2 } }, any: [{ theme: [price, weather] }, { theme: "*" }] }',
      'questions.score.next.0.when.any.0.theme',
      /no theme “weather”/,
    ],
    ['a start that is not there', 'start: score', 'start: scoer', 'start', /no question "scoer"/, /score, why/],
    [
      'a way to nowhere',
      'goto: why',
      'goto: wyh',
      'questions.score.next.0.goto',
      /no question "wyh"/,
      /"end" or one of score, why/,
    ],
    [
      'nothing when no condition holds',
      '      - goto: end\n  why',
      '  why',
      'questions.score.next.0',
      /nowhere to go/,
      /without "when"/,
    ],
    ['a question that is never met', 'goto: why', 'goto: end', 'questions.why', /no way leads to this question/],
    [
      'a language missing',
      'en: Why?, zh-Hans: 为什么？',
      'en: Why?',
      'questions.why.text',
      /zh-Hans text is missing/,
      /Add it under "zh-Hans"/,
    ],
    [
      'a language missing in a label',
      'en: Rude, zh-Hans: 态度差',
      'zh-Hans: 态度差',
      'questions.why.choices.1.label',
      /en text is missing/,
    ],
    [
      'a language that is not the flow’s',
      'zh-Hans: 为什么？',
      'zh-Hans: 为什么？, fr: Pourquoi',
      'questions.why.text.fr',
      /not among/,
    ],
    [
      'a value off the scale',
      'lte: 2',
      'eq: 6',
      'questions.score.next.0.when.answer.score',
      /can never hold/,
      /1, 2, 3, 4, 5/,
    ],
    [
      'a range that no value is in',
      'lte: 2',
      'gte: 4, lte: 2',
      'questions.score.next.0.when.answer.score',
      /can never hold: no value/,
    ],
    ['a range below the scale', 'lte: 2', 'lte: 0', 'questions.score.next.0.when.answer.score', /can never hold/],
    [
      'a condition on a question that is not there',
      'answer: { score:',
      'answer: { scoer:',
      'questions.score.next.0.when.answer.scoer',
      /no question "scoer"/,
    ],
    [
      'a condition on what is asked later',
      'answer: { score: { lte: 2 } }',
      'answer: { why: { eq: slow } }',
      'questions.score.next.0.when.answer.why',
      /not answered yet/,
    ],
    [
      'a case that is taken before',
      '        goto: why\n',
      '        goto: why\n      - when: { answer: { score: { eq: 1 } } }\n        goto: why\n',
      'questions.score.next.1.when',
      /take all its cases/,
      /Move it up/,
    ],
    ['an empty condition', '{ answer: { score: { lte: 2 } } }', '{}', 'questions.score.next.0.when', /empty condition/],
    [
      'a placeholder that nothing fills',
      'How was it?',
      "'How was it, {customer}?'",
      'questions.score.text.en',
      /\{customer\}/,
      /\{agent\}/,
    ],
    [
      'no form without a placeholder',
      ', How was it?]',
      ']',
      'questions.score.text.en',
      /no form without a placeholder/,
    ],
    ['the same choice twice', 'id: rude', 'id: slow', 'questions.why.choices.1.id', /twice/],
    ['the id of a button of the dialog', 'id: rude', 'id: skip', 'questions.why.choices.1.id', /button of the dialog/],
    [
      'a label longer than a button',
      'en: Slow',
      `en: ${'s'.repeat(76)}`,
      'questions.why.choices.0.label.en',
      /more than a button/,
      /75/,
    ],
    [
      'a text longer than a message',
      'en: Why?',
      `en: ${'w'.repeat(3001)}`,
      'questions.why.text.en',
      /more than a message/,
      /3000/,
    ],
    [
      'ends missing',
      '    ends: { low: { en: Bad, zh-Hans: 差 }, high: { en: Good, zh-Hans: 好 } }\n',
      '',
      'questions.score',
      /good one/,
    ],
    ['NPS on a scale that is not NPS', 'metric: csat', 'metric: nps', 'questions.score.metric', /0 to 10/],
    ['an effort score of five values', 'metric: csat', 'metric: ces', 'questions.score.metric', /1 to 7/],
    [
      'satisfaction out of ten',
      'scale: csat5',
      'scale: custom\n    min: 1\n    max: 10',
      'questions.score.metric',
      /CSAT is counted on 1 to 5/,
      /a scale of 1 to 5/,
    ],
    [
      'a score of yes and no',
      GOOD.slice(GOOD.indexOf('kind: choice'), GOOD.indexOf('    next:\n      - goto: end')),
      'kind: yesno\n    metric: csat\n    text: { en: Why?, zh-Hans: 为什么？ }\n',
      'questions.why.metric',
      /CSAT is counted on 1 to 5/,
    ],
    ['limits on a built-in scale', 'scale: csat5', 'scale: csat5\n    max: 7', 'questions.score.max', /fixed/],
    ['acting on a rating too late', 'settleAfter: 5m', 'settleAfter: 30m', 'settings.settleAfter', /ten minutes/],
    [
      'a reminder after the end',
      'settleAfter: 5m',
      'remindAfter: 5d',
      'settings.remindAfter',
      /after the dialog has expired/,
    ],
    [
      'weights that are not 1',
      'metric: csat',
      'metric: csat\n    weight: 0.9',
      'questions.score.weight',
      /0\.9/,
      /add up to 1/,
    ],
    [
      'a language that the product does not speak',
      'locales: [en, zh-Hans]',
      'locales: [en, zh-Hans, fr]',
      'texts.privacy',
      /no text in fr/,
    ],
  ])('%s', (_, from, to, path, message, remedy = /\S/) => {
    const found = problems(broken(from, to))
    const hit = found.find((p) => p.path === path && message.test(p.message))
    expect(hit, found.map((each) => written('en', each)).join('\n')).toBeDefined()
    expect(hit?.remedy).toMatch(remedy)
    for (const locale of ['zh-Hans', 'zh-Hant'] as const) {
      const same = problems(broken(from, to), locale).find(({ line, path }) => line === hit?.line && path === hit?.path)
      expect([same?.message, same?.remedy].join()).toMatch(/\p{Script=Han}.*,.*\p{Script=Han}/u)
    }
    expect(hit?.file).toBe('trial.yaml')
    expect(hit?.line).toBeGreaterThan(0)
  })

  test('the line is that of the thing itself', () => {
    const yaml = broken('goto: why', 'goto: wyh')
    const [hit] = problems(yaml).filter(({ path }) => path.endsWith('goto'))
    const line = yaml.split('\n').findIndex((each) => each.includes('wyh'))
    expect(hit).toMatchObject({ line: line + 1, column: (yaml.split('\n')[line] ?? '').indexOf('goto') + 1 })
  })

  test('labels are for every value', () => {
    const labels = (values: number[]) =>
      `labels: { ${values.map((v) => `${v}: { en: L${v}, zh-Hans: 第${v} }`).join(', ')} }`
    const ends = '    ends: { low: { en: Bad, zh-Hans: 差 }, high: { en: Good, zh-Hans: 好 } }'
    expect(problems(broken(ends, `    ${labels([1, 2, 3, 4, 5])}`))).toEqual([])
    expect(problems(broken(ends, `    ${labels([1, 2, 4, 5])}`)).map(({ message }) => message)).toEqual([
      'no label for the value 3',
    ])
    expect(problems(broken(ends, `    ${labels([1, 2, 3, 4, 5, 6])}`)).map(({ message }) => message)).toEqual([
      '6 is off the scale',
    ])
  })
})

describe('circles', () => {
  const circle = (last: string) =>
    `${GOOD.replace('      - goto: end\n  why', '      - goto: why\n  why').replace(/- goto: end\n$/, last)}`
  test('one without a way out is told for every question in it', () => {
    expect(problems(circle('- goto: score\n')).map(({ path, message }) => [path, message])).toEqual([
      ['questions.score', expect.stringContaining('no way leads from here to the end')],
      ['questions.why', expect.stringContaining('no way leads from here to the end')],
    ])
  })
  test('one with a way out is allowed', () => {
    expect(
      problems(circle('- when: { answer: { why: { eq: slow } } }\n        goto: score\n      - goto: end\n')),
    ).toEqual([])
  })
  test('statements alone may not go round, as nobody could stop them', () => {
    const says = (id: string, to: string) =>
      `  ${id}:\n    kind: statement\n    text: { en: Hm, zh-Hans: 嗯 }\n    next:\n      - when: { sentiment: negative }\n        goto: ${to}\n      - goto: end\n`
    const yaml = `${GOOD.replace(/goto: end\n$/, 'goto: a\n')}${says('a', 'b')}${says('b', 'a')}`
    expect(problems(yaml).map(({ path }) => path)).toEqual(['questions.a', 'questions.b'])
  })
})

test('every problem is told at once', () => {
  const yaml = GOOD.replace('lte: 2', 'lte: 0').replace('en: Rude, ', '').replace('id: slow', 'id: done')
  expect(problems(yaml)).toHaveLength(3)
})

test('one slip of YAML is one problem, and keys that stand twice are each told', () => {
  expect(problems(broken('start: score', '\tstart: score'))).toHaveLength(1)
  expect(
    problems(GOOD.replace('version: 1', 'version: 1\nversion: 2').replace('start:', 'stage: live\nstart:')),
  ).toHaveLength(2)
})

test('no text makes the checker throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.nat(GOOD.length),
      fc.nat(40),
      (noise, from, length) => {
        checkFlow('x', noise, 'en')
        const checked = checkFlow('x', GOOD.slice(0, from) + noise.slice(0, 8) + GOOD.slice(from + length), 'en')
        if ('problems' in checked)
          for (const { line, column, remedy } of checked.problems)
            expect(line > 0 && column > 0 && remedy !== '').toBe(true)
      },
    ),
    { numRuns: 300, seed: 1 },
  )
  expect(
    problems(`a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]`)[0]?.message,
  ).toMatch(/alias/)
})

test('editors get a schema that knows the kinds of question', () => {
  const schema = JSON.stringify(flowJsonSchema())
  for (const word of ['scale', 'consent', 'statement', 'settleAfter', 'variants', 'sentiment'])
    expect(schema).toContain(`"${word}"`)
})
