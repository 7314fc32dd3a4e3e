import type { Locale } from '../../src/locale.ts'
import { say } from '../../src/words/say.ts'
import { answer, endService, rate, type Visitor, WORDS, write } from '../../test/browser/people.ts'

const SAID: Record<Locale, [refund: string, delay: string]> = {
  en: [
    'I waited forty minutes on the line, and nobody could tell me where my refund is.',
    'The technician came two days late and never called.',
  ],
  'zh-Hans': ['等了四十分钟，谁也说不清我的退款到哪了，太失望了。', '师傅晚了两天才上门，也没有提前打电话。'],
  'zh-Hant': ['等了四十分鐘，沒有人說得清楚我的退款在哪裡，太失望了。', '師傅晚了兩天才到府，也沒有先打電話。'],
}
const DONE: Record<Locale, { action: string; note: string }> = {
  en: {
    action: 'Refunded by hand and apologised by phone; the queue is watched now.',
    note: 'Your refund of €49.90 left us today. Sorry for the wait, and thank you for telling us.',
  },
  'zh-Hans': {
    action: '已人工退款并致电道歉，安排专人盯着退款队列。',
    note: '退款 49.90 元今天已经汇出。让您久等了，谢谢您告诉我们。',
  },
  'zh-Hant': {
    action: '已人工退款並致電道歉，安排專人盯著退款進度。',
    note: '退款 499 元今天已經匯出。讓您久等了，謝謝您告訴我們。',
  },
}

export const oneSaid = (locale: Locale, which: 0 | 1): string => SAID[locale][which]

/** A service of a team ends, and its customer is not content, says why and may be contacted. */
export async function complain(
  visitor: Visitor,
  locale: Locale,
  { rating, team, said = 0 }: { rating: number; team: string; said?: 0 | 1 },
): Promise<void> {
  const { customer } = visitor
  await customer.getByRole('combobox', { name: WORDS[locale].trigger.team }).selectOption(team)
  await endService(visitor, locale)
  await customer.locator('.scale').waitFor()
  await rate(customer, rating)
  await customer
    .getByText(WORDS[locale].customer.answered(String(rating)), { exact: true })
    .waitFor({ state: 'attached' })
  await write(customer, SAID[locale][said])
  await answer(customer, true)
  await visitor.agent.locator('.task-row', { hasText: SAID[locale][said] }).waitFor({ state: 'attached' })
}

const press = ({ agent }: Visitor, locale: Locale, choice: 'claim' | 'contacted' | 'resolve') =>
  agent
    .getByRole('article')
    .getByRole('button', { name: say(locale, `task.choice.${choice}`) })
    .click()

/** The open task is claimed, the customer contacted, and the matter resolved. */
export async function work(visitor: Visitor, locale: Locale): Promise<void> {
  await press(visitor, locale, 'claim')
  await press(visitor, locale, 'contacted')
  await resolveForm(visitor, locale)
  const form = visitor.page.getByRole('dialog')
  await form.getByRole('button', { name: say(locale, 'task.form.resolve.submit'), exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

/** The form by which a task is resolved, filled in and not sent. */
export async function resolveForm(visitor: Visitor, locale: Locale): Promise<void> {
  const { page, agent } = visitor
  const claim = agent.getByRole('article').getByRole('button', { name: say(locale, 'task.choice.claim') })
  if (await claim.isVisible()) {
    await claim.click()
    await claim.waitFor({ state: 'detached' })
  }
  await press(visitor, locale, 'resolve')
  const form = page.getByRole('dialog')
  await form.getByRole('combobox').selectOption('process')
  await form.getByRole('textbox').first().fill(DONE[locale].action)
  await form.getByRole('textbox').last().fill(DONE[locale].note)
}
