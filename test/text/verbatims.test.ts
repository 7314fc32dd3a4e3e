import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { f1, figures, precision, recall } from '../../scripts/train/figures.ts'
import { readRows, Verbatim } from '../../scripts/train/verbatims.ts'
import { analyze } from '../../src/text/analyze.ts'

const rows = readRows(new URL('verbatims.jsonl', import.meta.url), Verbatim)

describe.each([
  ['written before the rules and never tuned on', true],
  ['tuned on', false],
])('comments %s', (_, frozen) => {
  const set = rows.filter((row) => row.frozen === frozen)
  const found = figures(
    set,
    set.map(({ text }) => analyze(text)),
  )

  test('there are three hundred of them, in three ways of writing', () => {
    expect(set.length).toBeGreaterThanOrEqual(300)
    for (const language of ['en', 'zh-Hans', 'zh-Hant'])
      expect(set.filter((row) => row.language === language).length).toBeGreaterThanOrEqual(50)
  })

  test('three labels: macro-F1 of at least 0.88', () => {
    expect(found.macroF1).toBeGreaterThanOrEqual(0.88)
  })

  test('themes: micro-F1 of at least 0.80, polarity right nine times in ten', () => {
    expect(f1(found.themeMicro)).toBeGreaterThanOrEqual(0.8)
    expect(found.themePolarity).toBeGreaterThanOrEqual(0.9)
  })

  test.each([...found.themes.keys()])('theme %s is found and not imagined', (id) => {
    const tally = found.themes.get(id)
    expect(tally && recall(tally)).toBeGreaterThanOrEqual(0.65)
    expect(tally && precision(tally)).toBeGreaterThanOrEqual(0.6)
  })

  test.each(['legal', 'safety', 'urgent'])('signal %s is hardly ever missed', (id) => {
    const tally = found.signals.get(id)
    expect(tally && recall(tally)).toBeGreaterThanOrEqual(0.95)
    expect(tally && precision(tally)).toBeGreaterThanOrEqual(0.8)
  })

  test.each(['churn', 'suggestion', 'praise', 'contact'])('signal %s', (id) => {
    const tally = found.signals.get(id)
    expect(tally && recall(tally)).toBeGreaterThanOrEqual(0.87)
    expect(tally && precision(tally)).toBeGreaterThanOrEqual(0.7)
  })

  test('the language is told from the text', () => {
    const right = set.filter((row) => analyze(row.text).language === row.language)
    expect(right.length / set.length).toBeGreaterThanOrEqual(0.95)
  })

  test('a confidence of p is right about p of the time', () => {
    const made = set.map((row) => ({ row, ...analyze(row.text).sentiment }))
    const sure = made.filter(({ unsure }) => !unsure)
    const right = sure.filter(({ row, label }) => row.label === label).length / sure.length
    const mean = sure.reduce((sum, { confidence }) => sum + confidence, 0) / sure.length
    expect(Math.abs(right - mean)).toBeLessThan(0.1)
    const doubted = made.filter(({ unsure }) => unsure)
    const rightThen = doubted.filter(({ row, label }) => row.label === label).length / Math.max(1, doubted.length)
    expect(rightThen).toBeLessThan(right)
  })
})

test('no comment is in the set twice', () => {
  const lines = readFileSync(new URL('verbatims.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  expect(new Set(rows.map(({ text }) => text)).size).toBe(lines.length)
})
