import { describe, expect, test } from 'vitest'
import { ownComments } from '../../scripts/train/examples.ts'
import { f1, figures, precision, recall } from '../../scripts/train/figures.ts'
import { readRows, Verbatim } from '../../scripts/train/verbatims.ts'
import { analyze } from '../../src/text/analyze.ts'
import { packageFile } from '../../src/text/shipped.ts'

/** What must hold at least, three points under what was measured; `of` is precision and recall of any one theme. */
interface Floors {
  /** How many comments there are, and in each of three ways of writing. */
  n: [all: number, each: number]
  macroF1: number
  themes: number
  polarity: number
  of: [precision: number, recall: number]
  /** Of leaving, law, danger and haste. */
  grave: [precision: number, recall: number]
  signals: [precision: number, recall: number]
}

const SETS: [name: string, file: string, frozen: boolean, floors: Floors][] = [
  [
    'first set, frozen',
    'verbatims.jsonl',
    true,
    {
      n: [300, 50],
      macroF1: 0.92,
      themes: 0.84,
      polarity: 0.94,
      of: [0.7, 0.65],
      grave: [0.8, 0.95],
      signals: [0.7, 0.87],
    },
  ],
  [
    'first set, tuned on',
    'verbatims.jsonl',
    false,
    {
      n: [300, 50],
      macroF1: 0.95,
      themes: 0.95,
      polarity: 0.94,
      of: [0.9, 0.95],
      grave: [0.85, 0.95],
      signals: [0.8, 0.95],
    },
  ],
  [
    'second set, frozen',
    'voices.jsonl',
    true,
    {
      n: [300, 50],
      macroF1: 0.88,
      themes: 0.74,
      polarity: 0.87,
      of: [0.53, 0.35],
      grave: [0.63, 0.92],
      signals: [0.65, 0.6],
    },
  ],
  [
    'second set, tuned on',
    'voices.jsonl',
    false,
    {
      n: [300, 50],
      macroF1: 0.93,
      themes: 0.94,
      polarity: 0.9,
      of: [0.82, 0.95],
      grave: [0.8, 0.95],
      signals: [0.64, 0.88],
    },
  ],
  [
    'third set, tuned on',
    'customers.jsonl',
    false,
    {
      n: [150, 45],
      macroF1: 0.95,
      themes: 0.94,
      polarity: 0.92,
      of: [0.85, 0.95],
      grave: [0.7, 0.95],
      signals: [0.75, 0.95],
    },
  ],
  [
    'written by others, frozen',
    'strangers.jsonl',
    true,
    {
      n: [300, 50],
      macroF1: 0.88,
      themes: 0.8,
      polarity: 0.87,
      of: [0.6, 0.6],
      grave: [0.7, 0.82],
      signals: [0.6, 0.8],
    },
  ],
  [
    'written by others later, frozen',
    'others.jsonl',
    true,
    {
      n: [3108, 981],
      macroF1: 0.86,
      themes: 0.73,
      polarity: 0.9,
      of: [0.55, 0.5],
      grave: [0.7, 0.85],
      signals: [0.65, 0.65],
    },
  ],
]
const rows = ['verbatims.jsonl', 'voices.jsonl', 'customers.jsonl', 'strangers.jsonl', 'others.jsonl'].flatMap((file) =>
  readRows(new URL(file, import.meta.url), Verbatim).map((row) => ({ ...row, file })),
)

describe.each(SETS)('%s', (_, file, frozen, floors) => {
  const set = rows.filter((row) => row.file === file && row.frozen === frozen)
  const analyses = set.map(({ text }) => analyze(text))
  const found = figures(set, analyses)

  test('there are enough of them, in three ways of writing', () => {
    expect(set.length).toBeGreaterThanOrEqual(floors.n[0])
    for (const language of ['en', 'zh-Hans', 'zh-Hant'])
      expect(set.filter((row) => row.language === language).length).toBeGreaterThanOrEqual(floors.n[1])
  })

  test('three labels', () => {
    expect(found.macroF1).toBeGreaterThanOrEqual(floors.macroF1)
  })

  test('themes and their polarity', () => {
    expect(f1(found.themeMicro)).toBeGreaterThanOrEqual(floors.themes)
    expect(found.themePolarity).toBeGreaterThanOrEqual(floors.polarity)
  })

  test.each([...found.themes.keys()])('theme %s is found and not imagined', (id) => {
    const tally = found.themes.get(id)
    expect(tally && precision(tally)).toBeGreaterThanOrEqual(floors.of[0])
    expect(tally && recall(tally)).toBeGreaterThanOrEqual(floors.of[1])
  })

  test.each(['churn', 'legal', 'safety', 'urgent'])('signal %s is hardly ever missed', (id) => {
    const tally = found.signals.get(id)
    expect(tally && precision(tally)).toBeGreaterThanOrEqual(floors.grave[0])
    expect(tally && recall(tally)).toBeGreaterThanOrEqual(floors.grave[1])
  })

  test.each(['suggestion', 'praise', 'contact'])('signal %s', (id) => {
    const tally = found.signals.get(id)
    expect(tally && precision(tally)).toBeGreaterThanOrEqual(floors.signals[0])
    expect(tally && recall(tally)).toBeGreaterThanOrEqual(floors.signals[1])
  })

  test('the language is told from the text', () => {
    const right = set.filter((row, i) => analyses[i]?.language === row.language)
    expect(right.length / set.length).toBeGreaterThanOrEqual(0.95)
  })

  test('a confidence of p is right about p of the time', () => {
    const made = set.flatMap((row, i) => {
      const sentiment = analyses[i]?.sentiment
      return sentiment ? [{ row, ...sentiment }] : []
    })
    const sure = made.filter(({ unsure }) => !unsure)
    const right = sure.filter(({ row, label }) => row.label === label).length / sure.length
    const mean = sure.reduce((sum, { confidence }) => sum + confidence, 0) / sure.length
    expect(Math.abs(right - mean)).toBeLessThan(0.1)
    const doubted = made.filter(({ unsure }) => unsure)
    const rightThen = doubted.filter(({ row, label }) => row.label === label).length / Math.max(1, doubted.length)
    if (made.some(({ row, label }) => row.label !== label)) expect(rightThen).toBeLessThan(right)
  })
})

test('no comment is in the sets twice, and none that is frozen was trained on', () => {
  const texts = rows.map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
  const trained = new Set(ownComments(packageFile('.')).map(({ text }) => text))
  const isLong = (text: string) => text.length > 5 // "ok" is everybody's
  expect(
    rows.filter(({ frozen, text }) => frozen && isLong(text) && trained.has(text)).map(({ text }) => text),
  ).toEqual([])
})
