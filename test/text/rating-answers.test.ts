import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SCALES, understand } from '../../src/text/rating/understand.ts'

/** One labelled answer. `comment` absent: not checked. `frozen`: written before the reader was, and never changed since. */
const Row = z.strictObject({
  scale: z.enum(['csat5', 'nps11', 'ces7']),
  language: z.string(),
  text: z.string(),
  value: z.int().nullable(),
  comment: z.string().nullable().optional(),
  frozen: z.boolean().optional(),
})

const rowsOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => Row.parse(JSON.parse(line)))

const rows = rowsOf('./rating-answers.jsonl')

/** Share of `part` read as labelled, and what was not. */
function read(part: typeof rows) {
  const wrong = part.filter((row) => understand(row.text, SCALES[row.scale]).value !== row.value)
  return { share: 1 - wrong.length / part.length, wrong: wrong.map((row) => `${row.scale} ${row.text}`) }
}

const OURS: [string, typeof rows][] = [
  ['frozen before the reader was written', rows.filter((row) => row.frozen)],
  ['written afterwards', rows.filter((row) => !row.frozen)],
]

describe.each([...OURS, ['by somebody who knew no more than the scales', rowsOf('./rating-strangers.jsonl')] as const])(
  'labelled answers %s',
  (_, part) => {
    test('are enough to mean something, in every script', () => {
      expect(part.length).toBeGreaterThan(300)
      for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
        expect(part.filter((row) => row.language === language).length).toBeGreaterThan(30)
      }
    })

    test('at least 97 of 100 ratings are read right', () => {
      const { share, wrong } = read(part.filter((row) => row.value !== null))
      expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(0.97)
    })

    test('at least 98 of 100 unclear answers are left unclear', () => {
      const { share, wrong } = read(part.filter((row) => row.value === null))
      expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    })
  },
)

test.each(OURS)('what else was said in answers %s is kept, word for word, in at least 97 of 100', (_, part) => {
  const said = part.filter((row) => row.comment !== undefined)
  const lost = said.filter((row) => understand(row.text, SCALES[row.scale]).comment !== row.comment)
  expect(1 - lost.length / said.length, lost.map((row) => row.text).join('\n')).toBeGreaterThanOrEqual(0.97)
})
