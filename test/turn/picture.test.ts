import { expect, test } from 'vitest'
import type { Outbound } from '../../src/channel.ts'
import { shownAfter } from '../../src/store/messages.ts'
import { stand } from './stand.ts'

const PICTURE: Outbound = { kind: 'picture', png: 'AAAA', alt: 'drawn', locale: 'en' }

test('what is broken down is answered in words and with a picture, kept as what it shows and drawn for who reads', async () => {
  const bot = await stand()
  for (const team of ['refunds', 'billing']) {
    for (let at = 0; at < 6; at++) {
      const who = `${team}-${at}`
      await bot.ask(who, { team })
      await bot.press(who, at < 4 ? '5' : '2')
    }
  }
  await bot.say('max', '/scores today by team')
  const said = bot.screen('max').map(({ content }) => content)
  expect(said).toMatchObject([
    { kind: 'text', text: expect.stringContaining('Refunds') },
    // This channel's deliverer draws nothing: the same in words.
    { kind: 'text', text: expect.stringMatching(/^Bar chart: .*n = 6/) },
  ])
  const kept = await bot.rows<{ size: number }>(
    "select length(content::text) as size from message where content ->> 'kind' = 'chart'",
  )
  expect(kept).toHaveLength(1)
  expect(kept[0]?.size).toBeLessThan(4_000)

  const drawn = await shownAfter(bot.database, 'test:max', 0, 10, async () => PICTURE)
  expect(await drawn.at(-1)?.content).toEqual(PICTURE)
  const told = await shownAfter(bot.database, 'test:max', 0, 10)
  expect(told.at(-1)).toMatchObject({ content: { kind: 'text' } })

  await bot.say('max', '/scores today')
  expect(bot.screen('max')).toHaveLength(3)
  expect(bot.errors).toEqual([])
})
