import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../src/locale.ts'
import { say } from '../../src/words/say.ts'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import {
  answer,
  DESKTOP,
  endService,
  launch,
  PHONE,
  rate,
  turnTo,
  type Visitor,
  visit,
  WORDS,
  write,
} from './people.ts'

const path = chromium('the whole loop in a browser (test/browser/loop.test.ts)')

const SPOKEN: Record<Locale, { why: string; missing: string; action: string; note: string; ask: string }> = {
  en: {
    why: 'I waited forty minutes and nobody could tell me where my refund is.',
    missing: 'The money is still not there.',
    action: 'Refunded by hand, and the queue is watched now.',
    note: 'Your refund went out today.',
    ask: '/scores last 7d by team',
  },
  'zh-Hans': {
    why: '等了四十分钟，谁也说不清我的退款到哪了，太失望了。',
    missing: '钱还是没有到账。',
    action: '已人工退款，并安排专人盯着退款队列。',
    note: '退款今天已经汇出。',
    ask: '满意度 近7天 按班组',
  },
  'zh-Hant': {
    why: '等了四十分鐘，沒有人說得清楚我的退款在哪裡，太失望了。',
    missing: '錢還是沒有入帳。',
    action: '已人工退款，並安排專人盯著退款進度。',
    note: '退款今天已經匯出。',
    ask: '滿意度 近7天 依團隊',
  },
}

describe.skipIf(path === null)('a bad experience is put right', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(path ?? '')
  })
  afterAll(() => browser.close())

  test.each(LOCALES)('in %s, on a desk and on a phone, with one re-opening', { timeout: 120_000 }, async (locale) => {
    const others = LOCALES.filter((one) => one !== locale)
    const bot: Bot = await startBot(`programme: { locales: [${[locale, ...others]}] }\ntargets: { minimumN: 1 }\n`)
    try {
      const visitor = await visit(browser, bot.address, { locale, size: DESKTOP })
      await loop(visitor, locale, 1)
      expect(visitor.page.url()).toBe(`${bot.origin}/`) // the key is not left in the address
      expect(await visitor.shift()).toBeLessThan(0.05)
      await visitor.page.setViewportSize(PHONE)
      await visitor.page.reload()
      await visitor.customer.getByRole('button', { name: WORDS[locale].customer.fresh }).click()
      await visitor.customer.getByText(WORDS[locale].customer.empty).waitFor()
      await loop(visitor, locale, 2)
      expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
      expect(await visitor.shift()).toBeLessThan(0.05)
      expect(visitor.complaints).toEqual([])
      await visitor.close()
    } finally {
      await bot.end()
    }
  })
})

/** The `n`th customer of this bot, and what the manager then hears. */
async function loop(visitor: Visitor, locale: Locale, n: 1 | 2): Promise<void> {
  const { customer, agent, manager } = visitor
  const words = WORDS[locale]
  const spoken = SPOKEN[locale]

  await endService(visitor, locale)
  await customer.getByText(say(locale, 'asking.asked')).waitFor()
  await rate(customer, 1)
  await customer.getByText(words.customer.answered('1'), { exact: true }).waitFor({ state: 'attached' })
  await write(customer, spoken.why)
  await answer(customer, true) // may we contact you

  await turnTo(visitor, 'agent')
  await agent.locator('blockquote', { hasText: spoken.why }).waitFor()
  expect(await agent.locator('mark').count()).toBeGreaterThan(0)
  await act(visitor, locale, 'claim')
  await act(visitor, locale, 'contacted')
  await resolve(visitor, locale, spoken)

  await turnTo(visitor, 'customer')
  await customer.getByText(spoken.note).waitFor()
  await answer(customer, false) // is it put right
  await write(customer, spoken.missing)

  await turnTo(visitor, 'agent')
  await agent.locator('.history').getByText(say(locale, 'task.history.reopened')).waitFor()
  await agent.locator('blockquote', { hasText: spoken.missing }).waitFor()
  await act(visitor, locale, 'claim')
  await resolve(visitor, locale, spoken)

  await turnTo(visitor, 'customer')
  await answer(customer, true)

  await turnTo(visitor, 'agent')
  await agent.locator('.history').getByText(say(locale, 'task.history.confirmed')).waitFor()
  expect(await agent.getByRole('article').getByRole('button').count()).toBe(0)

  await turnTo(visitor, 'manager')
  await write(manager, spoken.ask)
  const told = manager.locator('.row.bot').last()
  await told
    .getByText(new RegExp(`n = ${n}\\b`))
    .first()
    .waitFor() // of the whole, then of its one row
  expect(await told.textContent()).toMatch(/0\.0 ?%/) // nobody satisfied
  expect(await told.textContent()).toContain({ 1: '79.3', 2: '65.8' }[n]) // upper end of Wilson’s interval for 0 of n
}

const act = ({ agent }: Visitor, locale: Locale, choice: 'claim' | 'contacted' | 'resolve'): Promise<void> =>
  agent
    .getByRole('article')
    .getByRole('button', { name: say(locale, `task.choice.${choice}`) })
    .click()

/** Resolves the open task; sent empty it says by each field what is missing. */
async function resolve(
  visitor: Visitor,
  locale: Locale,
  { action, note }: { action: string; note: string },
): Promise<void> {
  await act(visitor, locale, 'resolve')
  const form = visitor.page.getByRole('dialog')
  const submit = form.getByRole('button', { name: say(locale, 'task.form.resolve.submit'), exact: true })
  await submit.click()
  await form.getByText(say(locale, 'task.invalid.cause')).waitFor()
  await form.getByText(say(locale, 'task.invalid.action')).waitFor()
  await form.getByRole('combobox').selectOption('process')
  await form.getByRole('textbox').first().fill(action)
  await form.getByRole('textbox').last().fill(note)
  await submit.click()
  await form.waitFor({ state: 'detached' })
}
