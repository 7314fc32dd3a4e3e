import { expect, test } from 'vitest'
import { token } from '../../src/channel.ts'
import { syncStaff } from '../../src/store/staff.ts'
import { claimed } from './stand.ts'

const told = (bot: Awaited<ReturnType<typeof claimed>>, who: string): string =>
  JSON.stringify(bot.screen(who).map(({ content }) => content))

test('who has left the team reads no more of a customer, and does nothing to the task, though its card stands there', async () => {
  const bot = await claimed()
  const { bo } = bot.config.staff
  if (bo) bo.teams = ['cards']
  await syncStaff(bot.database, bot.config.staff)
  await bot.setting.staff.reload()
  const button = bot.find('bo', 'show').id
  await bot.say('mei', 'nobody has called me and I am furious')
  expect(told(bot, 'anna')).toContain('furious')
  expect(told(bot, 'bo')).not.toContain('furious')
  const press = (choice: string) => bot.receive(bot.inbound('bo', { kind: 'press', token: token(button, choice) }))
  for (const choice of ['show', 'claim', 'contacted'])
    expect(await press(choice)).toMatchObject({
      immediate: { kind: 'notice', text: expect.stringContaining('another team') },
    })
  expect(told(bot, 'bo')).not.toContain('furious')
})

test('the card of who has left the team keeps no words: it says once that the task is with others', async () => {
  const bot = await claimed()
  expect(told(bot, 'bo')).toContain('never came')
  const { bo } = bot.config.staff
  const moved = async (teams: string[]) => {
    if (bo) bo.teams = teams
    await syncStaff(bot.database, bot.config.staff)
    await bot.setting.staff.reload()
  }
  await moved(['cards'])
  const before = bot.sent.length
  await bot.say('mei', 'nobody has called me')
  await bot.say('mei', 'and I am furious')
  expect(bot.sent.slice(before).filter(({ to }) => to === 'bo')).toHaveLength(1)
  expect(bot.screen('bo')).toMatchObject([
    {
      content: {
        kind: 'card',
        title: '#1',
        facts: [],
        quotes: [],
        history: ['#1 is with another team.'],
        choices: [],
      },
    },
  ])
  await moved(['refunds'])
  await bot.say('mei', 'still nobody')
  expect(told(bot, 'bo')).toContain('furious')
})

test('what was said is shown as the card has it: without cards and accounts', async () => {
  const bot = await claimed()
  await bot.say('mei', 'my card 4111 1111 1111 1111 was charged twice')
  await bot.press('anna', 'show')
  expect(told(bot, 'anna')).toContain('was charged twice')
  expect(told(bot, 'anna')).not.toContain('4111')
})
