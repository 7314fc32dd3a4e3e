import { expect, test } from 'vitest'
import { claimed, stand } from './stand.ts'

const lines = (bot: Awaited<ReturnType<typeof stand>>, who: string): string[] => {
  const last = bot.last(who)
  return last?.kind === 'text' ? last.text.split('\n') : []
}

test('tasks are listed for whom is asked: everybody, oneself, a team', async () => {
  const bot = await claimed() // Anna has Mei's
  await bot.ask('zoe', { team: 'billing' })
  await bot.press('zoe', '1')
  await bot.say('zoe', 'charged twice')
  await bot.press('zoe', 'yes')
  const asked = async (who: string, text: string) => {
    await bot.say(who, text)
    const [title, ...rows] = lines(bot, who)
    return [title, rows.length]
  }
  expect(await asked('anna', 'tasks')).toEqual(['2 open tasks', 2])
  expect(await asked('anna', 'my tasks')).toEqual(['1 open task, yours', 1])
  expect(await asked('bo', 'my tasks')).toEqual(['None such is open.', 0])
  expect(await asked('anna', '/tasks refunds')).toEqual(['1 open task, Refunds', 1])
  expect(await asked('lin', '任务 退款组')).toEqual(['1 个待处理任务，退款组', 1])
  expect(await asked('lin', '我的任務')).toEqual(['沒有這樣的待處理任務。', 0])
})

test('overdue ones alone are listed where somebody asks for them', async () => {
  const bot = await claimed()
  const asked = async (who: string, text: string) => {
    await bot.say(who, text)
    return lines(bot, who)[0]
  }
  expect(await asked('anna', 'overdue tasks')).toBe('None such is open.')
  await bot.wait(26 * 60)
  for (const text of ['overdue tasks', 'tasks overdue', '/tasks overdue refunds', 'my overdue tasks'])
    expect(await asked('anna', text), text).toMatch(/^1 open task, .*overdue$/)
  expect(await asked('bo', 'my overdue tasks')).toBe('None such is open.')
  expect(await asked('lin', '逾期任务')).toBe('1 个待处理任务，已逾期')
  expect(await asked('lin', '任務 逾期 退款組')).toMatch(/^1 個待處理任務，.+，已逾期$/)
  await bot.press('anna', 'contacted')
  await bot.wait(1)
  expect(await asked('anna', 'overdue tasks')).toBe('None such is open.')
})

test('what else is said of tasks is named, and not passed over', async () => {
  const bot = await stand()
  await bot.say('anna', 'tasks done last week')
  expect(lines(bot, 'anna')).toEqual([
    'I don’t know “done last week”.',
    'You can ask, for example:',
    '• tasks',
    '• my tasks',
    '• tasks Refunds',
  ])
})
