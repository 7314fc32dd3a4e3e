import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../src/words/say.ts'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import { answer, endService, launch, rate, type Visitor, visit, WORDS, write } from './people.ts'

const path = chromium('an owner’s own teams on the page (test/browser/served.test.ts)')

const SETTINGS = `teams:
  leeds: { name: { en: Leeds, zh-Hant: 里茲 } }
  taipei: { name: { en: Taipei, zh-Hant: 臺北 } }
staff:
  jo: { name: Jo, roles: [agent], teams: [leeds] }
  max: { roles: [manager] }
`

describe.skipIf(path === null)('whoever tries the bot out', () => {
  let browser: Browser
  let bot: Bot
  let owner: Visitor
  beforeAll(async () => {
    browser = await launch(path ?? '')
    bot = await startBot(SETTINGS)
    owner = await visit(browser, bot.address)
  })
  afterAll(async () => {
    await browser.close()
    await bot.end()
  })

  test('ends services of the owner’s own teams and agents', async () => {
    const choices = async (label: string) =>
      owner.customer.getByLabel(label, { exact: true }).locator('option').allTextContents()
    await owner.customer.locator('option', { hasText: 'Leeds' }).waitFor({ state: 'attached' })
    expect(await choices(WORDS.en.trigger.agent)).toEqual(['Jo'])
    expect(await choices(WORDS.en.trigger.team)).toEqual(['Leeds', 'Taipei'])
    await owner.customer.getByLabel(WORDS.en.trigger.team, { exact: true }).selectOption('taipei')
    await endService(owner, 'en')
    await owner.customer.locator('.scale').waitFor()
    expect(owner.complaints).toEqual([])
  })

  test('works a task in one language, whatever that of the page is', async () => {
    const lead = await visit(browser, bot.origin, { locale: 'zh-Hant', like: owner })
    await endService(lead, 'zh-Hant')
    await rate(lead.customer, 1)
    await write(lead.customer, '等了四十分鐘')
    await answer(lead.customer, true)
    const card = lead.agent.getByRole('article')
    await card.getByRole('button', { name: say('en', 'task.choice.claim') }).click()
    await card.getByRole('button', { name: say('en', 'task.choice.resolve') }).click()
    expect(await card.getByRole('group').getAttribute('aria-label')).toBe(WORDS.en.agent.actions)
    const form = lead.page.getByRole('dialog')
    await form.getByRole('button', { name: WORDS.en.form.cancel, exact: true }).click()
    await form.waitFor({ state: 'detached' })
    expect(lead.complaints).toEqual([])
  })
})
