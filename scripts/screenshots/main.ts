import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Locale } from '../../src/locale.ts'
import { root } from '../../src/root.ts'
import { freePort, startBot } from '../../test/browser/bot.ts'
import { launch, PHONE, turnTo, type Visitor, visit, WORDS, write } from '../../test/browser/people.ts'
import { startSite } from '../../test/browser/site.ts'
import { chromium } from '../../test/requirements.ts'
import { complain, oneSaid, resolveForm, work } from './scene.ts'

const PAST = ['sample', '--days', '90', '--responses', '600', '--seed', '7']
const WIDE = { width: 1400, height: 860 }
const MOST = 250_000

const wanted = process.argv.slice(2)

/** Two bots, one that speaks English first and one Chinese, each with a past; then the six pictures. */
async function main(): Promise<void> {
  const browser = await launch(chromium('the screenshots') ?? '')
  try {
    await inEnglish(browser)
    await inChinese(browser)
  } finally {
    await browser.close()
  }
}

const settings = (first: Locale) => `
programme:
  name: Acme Care
  timeZone: UTC
  locales: [${[first, 'en'].join(', ').replace('en, en', 'en, zh-Hans')}]
  privacy: https://acme.example/privacy
teams:
  support: { name: { en: Support, zh-Hans: 售后支持 } }
`

async function inEnglish(browser: Browser): Promise<void> {
  const port = await freePort()
  const bot = await startBot(settings('en'), { AFTERWORD_WEB_ORIGINS: `http://localhost:${port}` }, PAST)
  const shop = await startSite(bot.origin, { port })
  try {
    const visitor = await visit(browser, bot.address, { size: WIDE, timeZone: 'UTC' })
    await scene(visitor, 'en', '/scores last 90d by week')
    await take(visitor.page, 'page')

    const phone = await visit(browser, bot.origin, { size: PHONE, scale: 2, timeZone: 'UTC', like: visitor })
    await turnTo(phone, 'manager')
    await write(phone.manager, '/scores last 90d by team')
    await phone.manager.locator('.drawn').nth(1).waitFor()
    await settled(phone.page)
    await take(phone.page, 'phone-manager')
    await turnTo(phone, 'agent')
    await resolveForm(phone, 'en')
    await take(phone.page, 'phone-agent')
    await phone.close()
    await visitor.close()

    const customer = await visit(browser, shop.origin, {
      size: { width: 1280, height: 800 },
      scale: 1.5,
      timeZone: 'UTC',
    })
    await customer.page.getByRole('button', { name: 'Open feedback' }).click()
    const chat = customer.page.frameLocator('iframe')
    await chat.getByRole('textbox').fill('The tea is lovely, but one tin arrived dented.')
    await chat.getByRole('textbox').press('Enter')
    await chat.locator('.scale').waitFor()
    await customer.page.mouse.move(200, 700)
    await settled(customer.page)
    await take(customer.page, 'widget')
    await customer.close()
  } finally {
    await shop.close()
    await bot.end()
  }
}

async function inChinese(browser: Browser): Promise<void> {
  const bot = await startBot(settings('zh-Hans'), {}, PAST)
  try {
    const visitor = await visit(browser, bot.address, {
      locale: 'zh-Hans',
      size: WIDE,
      timeZone: 'UTC',
      dark: true,
    })
    await scene(visitor, 'zh-Hans', '满意度 近90天 按周')
    await take(visitor.page, 'page-dark')
    await visitor.customer.getByRole('button', { name: WORDS['zh-Hans'].customer.fresh }).click()
    await complain(visitor, 'zh-Hans', { rating: 2, team: 'support' })
    const phone = await visit(browser, `${bot.origin}/chat`, {
      locale: 'zh-Hans',
      size: PHONE,
      scale: 2,
      timeZone: 'UTC',
      like: visitor,
    })
    await phone.page.locator('.row.own').first().waitFor()
    await settled(phone.page)
    await take(phone.page, 'phone-customer')
    await phone.close()
    await visitor.close()
  } finally {
    await bot.end()
  }
}

/** Three tasks in three states, a customer in the middle of a sentence, and a manager who has asked. */
async function scene(visitor: Visitor, locale: Locale, question: string): Promise<void> {
  const fresh = visitor.customer.getByRole('button', { name: WORDS[locale].customer.fresh })
  await visitor.agent.locator('.task-list, .empty-title').first().waitFor() // the past has left some behind
  await complain(visitor, locale, { rating: 2, team: 'support', said: 1 })
  await work(visitor, locale)
  await fresh.click()
  await complain(visitor, locale, { rating: 1, team: 'support', said: 0 })
  await write(visitor.manager, question)
  await visitor.manager.locator('.drawn').waitFor()
  await visitor.agent.locator('.task-row', { hasText: oneSaid(locale, 0) }).click()
  await settled(visitor.page)
}

/** Nothing is under way, nothing has the focus, nothing moves. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    'document.activeElement.blur(); document.querySelectorAll(".log").forEach((log) => { log.scrollTop = log.scrollHeight })',
  )
  await page.waitForTimeout(700)
}

async function take(page: Page, name: string): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return
  const path = join(root, 'docs', `${name}.png`)
  await page.screenshot({ path })
  const { size } = statSync(path)
  console.log(`docs/${name}.png ${Math.round(size / 1_000)} kB${size > MOST ? ' (too large)' : ''}`)
}

await main()
