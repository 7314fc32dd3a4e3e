import { expect, test } from 'vitest'
import { stand } from './stand.ts'

test('a manager asks for the words of a period, and is told of how many comments that is', async () => {
  const bot = await stand()
  for (const [who, words] of [
    ['mei', '验证码一直收不到，电话13812345678'],
    ['li', '收不到验证码'],
    ['bob', 'the agent was rude'],
  ] as const) {
    await bot.ask(who)
    await bot.press(who, '1')
    await bot.say(who, words)
    await bot.wait(1)
  }
  const asked = async (who: string, question: string) => {
    await bot.say(who, question)
    const content = bot.last(who)
    return content?.kind === 'text' ? content.text : ''
  }
  const all = await asked('max', '关键词 今天')
  expect(all).toContain('验证码：2 条留言提到')
  expect(all).toContain('3 条留言')
  expect(all).not.toContain('1381')
  expect(await asked('max', '/words today')).toContain('验证码: in 2 comments')
  expect(await asked('max', 'words yesterday')).toContain('No word stands out')
  expect(await asked('max', 'words last 7 dyas')).toContain('dyas')
  expect(await asked('anna', 'words today')).toContain('role')
})
