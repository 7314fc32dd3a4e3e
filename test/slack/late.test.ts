/** A commit that comes when Slack has given up on the press: who pressed learns all the same what became of it. */
import { v7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { type Immediate, type Outbound, type Receipt, token } from '../../src/channel.ts'
import { standSlack } from './stand.ts'

const TEAM = 'C0REFUNDS'
const id = v7()
const card: Outbound = {
  kind: 'card',
  subject: 'task-12',
  title: '#12 · Refunds',
  tone: 'open',
  facts: [],
  quotes: [],
  history: [],
  choices: [{ id: 'claim', label: 'I will take it' }],
  locale: 'en',
}
const form: Immediate = {
  kind: 'form',
  token: token(id, 'resolve'),
  title: 'Resolve #12',
  submit: 'Resolve',
  locale: 'en',
  fields: [{ id: 'action', label: 'What was done', kind: 'long-text', required: true }],
}

/** A bot that is too slow for Slack from `slow` on; `commit` ends its turn. */
async function bot() {
  const stand = await standSlack({ deps: { patience: 5 } })
  onTestFinished(stand.close)
  const { slack } = stand
  const lin = slack.join('U0LINLIN0', { name: 'Lin', locale: 'zh-TW' })
  slack.channel(TEAM, [lin])
  await stand.channel.send({ key: TEAM }, card, { id })
  const waiting: ((receipt: Receipt) => void)[] = []
  return {
    ...stand,
    lin,
    /** The next turn waits for its commit; the same event again is one that was seen. */
    slow: () =>
      stand.receives(() =>
        waiting.length > 0 ? Promise.resolve({ outcome: 'seen' }) : new Promise((resolve) => waiting.push(resolve)),
      ),
    async commit(immediate?: Immediate): Promise<void> {
      await expect.poll(() => waiting.length).toBe(1)
      stand.clock.at += 3_001
      for (const end of waiting.splice(0)) end({ outcome: 'done', ...(immediate && { immediate }) })
      await stand.channel.stop() // which waits for what is still to be said
    },
  }
}

test('a notice is whispered where the button is', async () => {
  const { lin, slow, commit, errors } = await bot()
  slow()
  expect(await lin.press('I will take it', TEAM)).toMatchObject({ taken: false })
  await commit({ kind: 'notice', text: '吳先生已經接手了。' })
  expect(lin.whispers()).toEqual(['吳先生已經接手了。'])
  expect(errors).toEqual([])
})

test('a form that Slack does not open any more is to be asked for again', async () => {
  const { lin, slow, commit } = await bot()
  slow()
  await lin.press('I will take it', TEAM)
  await commit({ ...form, locale: 'zh-Hant' })
  expect(lin.modal()).toBeNull()
  expect(lin.whispers()).toEqual(['表單未能及時開啟，請再按一次按鈕。'])
})

test.each<[string, Immediate | undefined, string]>([
  ['was stored', undefined, '表單儲存得慢了一些，但已經儲存成功，視窗可以關閉了。'],
  ['has a mistake', { kind: 'invalid', problems: { action: '最多 2,000 個字。' } }, '最多 2,000 個字。'],
  ['came too late', { kind: 'notice', text: '#12 已經結案。' }, '#12 已經結案。'],
])('who filled in a form that %s is told so in their own conversation', async (_what, immediate, words) => {
  const { lin, slow, commit, answers } = await bot()
  answers({ outcome: 'done', immediate: form })
  await lin.press('I will take it', TEAM)
  await expect.poll(() => lin.modal()).not.toBeNull()
  slow()
  expect(await lin.fill({ action: '已退款' })).toMatchObject({ taken: false, errors: {} })
  await commit(immediate)
  expect(lin.whispers()).toEqual([words])
})

test('a command in a channel that the bot is not in is answered in the direct conversation', async () => {
  const { lin, slow, commit, slack } = await bot()
  slow()
  await lin.command('/scores', '', 'C0ELSEWHE')
  await commit({ kind: 'notice', text: '僅供員工使用。' })
  expect(lin.whispers()).toEqual(['僅供員工使用。'])
  expect(slack.world.whispers[0]?.channel).toBe(lin.direct)
})

test('words in a thread that came late, and are sent again, are answered once', async () => {
  const { lin, slow, commit, slack } = await bot()
  slow()
  const ts = slack.world.messages[0]?.ts ?? ''
  expect((await lin.say('我打電話給她了', { channel: TEAM, thread: ts })).attempts).toBeGreaterThan(1)
  await commit({ kind: 'notice', text: '這位客戶不希望被聯絡。' })
  expect(lin.whispers()).toEqual(['這位客戶不希望被聯絡。'])
})
