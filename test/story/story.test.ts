import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.ts'
import { freshDatabase } from '../database.ts'
import { PLATFORMS } from './platforms.ts'
import { openScene } from './scene.ts'
import { story } from './story.ts'
import { createTranscript } from './transcript.ts'
import { type CustomerLocale, STAFF, type StaffLocale } from './words.ts'

type Channel = keyof typeof PLATFORMS
const PAIRS: [customers: Channel, staff: Channel, CustomerLocale, StaffLocale][] = [
  ['telegram', 'slack', 'en', 'en'],
  ['telegram', 'slack', 'zh-Hant', 'zh-Hans'],
  ['slack', 'slack', 'en', 'en'],
  ['web', 'web', 'zh-Hant', 'zh-Hans'],
  ['teams', 'teams', 'zh-Hant', 'zh-Hans'],
  ['webhook', 'webhook', 'en', 'en'],
]

/** Milliseconds from the last word to the card, of each story. */
const cards: number[] = []

// Telegram's pace, a message a second in a chat, makes 40 seconds of it.
const LONG = { timeout: 180_000 }

test.concurrent.for(PAIRS)(
  '%s → %s, %s → %s: from a bad score to a confirmed end',
  LONG,
  async (pair, { onTestFinished }) => {
    const [customers, staff, theirs, ours] = pair
    const database = await freshDatabase()
    const scene = await openScene({
      customers: PLATFORMS[customers],
      staff: PLATFORMS[staff],
      locale: ours,
      databaseUrl: database.url,
    })
    onTestFinished(async () => {
      await scene.close()
      await database.drop()
    })
    const { teller, text } = createTranscript()
    const figures = await story(scene, { customer: theirs, staff: ours }, teller)
    cards.push(figures.card)
    const { names } = STAFF[ours]
    const told = text(figures, [names.first, names.second])
    const file = join(root, 'test/story/transcripts', `${pair.join('-')}.txt`)
    if (process.env.UPDATE === '1') {
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, told)
    }
    expect(told).toBe(readFileSync(file, 'utf8'))
    expect(scene.refusals()).toBe(0)
  },
)

// 100–150 ms with two cores to itself, up to 600 on a crowded machine. The quickest counts: all stories run at once, and any of them
// may stand in another's way.
test('the card is there within a second of the last word', () => {
  console.info(`Last word → card: ${cards.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`)
  expect(cards).toHaveLength(PAIRS.length)
  expect(Math.min(...cards)).toBeLessThan(1_000)
})
