import { expect, test } from 'vitest'
import { stand } from '../turn/stand.ts'

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
