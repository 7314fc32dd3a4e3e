import { expect, test } from 'vitest'
import { claimed, stand } from '../turn/stand.ts'

test('the next question leaves before the answered one changes, which may take a second of the chat’s budget', async () => {
  const bot = await stand()
  await bot.ask('mei')
  const score = bot.find('mei', '2').id
  const before = bot.sent.length
  await bot.press('mei', '2')
  const [next, retired, ...more] = bot.sent.slice(before).map(({ content }) => content)
  expect(next).toMatchObject({ kind: 'prompt' })
  expect(next).not.toHaveProperty('edits')
  expect(retired).toMatchObject({ kind: 'prompt', edits: score, answered: '2' })
  expect(more).toEqual([])
})

test('what had to be sent anew, as it was gone, stands from then on in the place of what was', async () => {
  const bot = await claimed({
    deliver: ({ id, content }) => ({ status: 'sent', ref: content.edits === undefined ? `first:${id}` : `anew:${id}` }),
  })
  await bot.press('anna', 'contacted')
  const cards = await bot.rows<{ ref: string; newest: string }>(`select ref,
      (select ref from message e where e.edits = m.id order by seq desc limit 1) as newest
    from message m where conversation = 'test:anna' and edits is null and content ->> 'kind' = 'card'`)
  expect(cards).toHaveLength(1)
  expect(cards[0]?.newest).toMatch(/^anew:/)
  expect(cards[0]?.ref).toBe(cards[0]?.newest)
})
