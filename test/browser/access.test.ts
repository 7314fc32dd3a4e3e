import axe from 'axe-core'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../src/locale.ts'
import { say } from '../../src/words/say.ts'
import { chromium } from '../requirements.ts'
import { type Bot, freePort, startBot } from './bot.ts'
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
import { type Site, startSite } from './site.ts'

const path = chromium('what assistive technology finds (test/browser/access.test.ts)')
const RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`

/** What is to be pressed and smaller than a finger: 44 pixels. A link in a line of text has its room around it. */
const SMALL = `[...document.querySelectorAll('button:not(.link), select, summary, [role=tab]')]
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && height > 0 && (height < 44 || width < 44))
  .map(([one, { width, height }]) => one.className + ' ' + one.textContent.slice(0, 20) + ' ' + width + 'x' + height)`

/** What axe-core objects to in a page or frame, in light and in dark. */
async function objections(page: Page, frame: Page | Frame = page): Promise<string[]> {
  const found: string[] = []
  await frame.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const said: string[] = await frame.evaluate(RUN)
    found.push(...said.map((one) => `${colorScheme}: ${one}`))
  }
  return found
}

describe.skipIf(path === null)('axe-core finds nothing', () => {
  let browser: Browser
  let bot: Bot
  let shop: Site
  beforeAll(async () => {
    browser = await launch(path ?? '')
    const port = await freePort()
    bot = await startBot('targets: { minimumN: 1 }\n', { AFTERWORD_WEB_ORIGINS: `http://localhost:${port}` })
    shop = await startSite(bot.origin, { port })
  })
  afterAll(async () => {
    await browser.close()
    await shop.close()
    await bot.end()
  })

  test('with all that a page can show, on a desk and on a phone', async () => {
    const locale: Locale = 'en'
    const visitor = await visit(browser, bot.address, { locale, size: DESKTOP })
    const { page, customer, agent, manager } = visitor
    await agent.getByText(WORDS[locale].agent.empty).waitFor()
    expect(await objections(page)).toEqual([])
    await badService(visitor, locale)
    await write(manager, '/scores last 7d by agent')
    await manager.locator('.row.bot').last().waitFor()
    await customer.locator('.row.bot').last().waitFor()
    expect(await objections(page)).toEqual([])
    const claim = agent.getByRole('article').getByRole('button', { name: say(locale, 'task.choice.claim') })
    await claim.click()
    await claim.waitFor({ state: 'detached' })
    await agent
      .getByRole('article')
      .getByRole('button', { name: say(locale, 'task.choice.resolve') })
      .click()
    const form = page.getByRole('dialog')
    await form.getByRole('button', { name: say(locale, 'task.form.resolve.submit') }).click()
    await form.getByText(say(locale, 'task.invalid.cause')).waitFor()
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize(PHONE)
    for (const pane of ['customer', 'agent', 'manager'] as const) {
      await turnTo(visitor, pane)
      expect(await objections(page)).toEqual([])
      expect(await page.evaluate(SMALL)).toEqual([])
    }
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })

  test.each(['/', '/chat'])('for somebody who has only just come to %s', async (address) => {
    const visitor = await visit(browser, bot.origin + address, { locale: 'zh-Hant' })
    await visitor.customer.getByRole('textbox').waitFor()
    expect(await objections(visitor.page)).toEqual([])
    await write(visitor.customer, '2，等太久了')
    await visitor.customer.locator('.row.bot').first().waitFor()
    expect(await objections(visitor.page)).toEqual([])
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })

  test('in the widget, closed and open, and in its frame', async () => {
    const { page, complaints, close } = await visit(browser, shop.origin)
    const button = page.getByRole('button', { name: 'Open feedback' })
    await button.waitFor()
    expect(await objections(page)).toEqual([])
    await button.click()
    await page.frameLocator('iframe').getByRole('textbox').waitFor()
    const [, frame] = page.frames()
    expect(await objections(page)).toEqual([])
    expect(frame && (await objections(page, frame))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

async function badService(visitor: Visitor, locale: Locale): Promise<void> {
  await endService(visitor, locale)
  await rate(visitor.customer, 1)
  await write(visitor.customer, 'Nobody could tell me where my refund is.')
  await answer(visitor.customer, true)
  await visitor.agent.getByRole('article').waitFor()
}
