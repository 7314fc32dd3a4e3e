import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import { endService, launch, visit, WORDS } from './people.ts'

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
  beforeAll(async () => {
    browser = await launch(path ?? '')
    bot = await startBot(SETTINGS)
  })
  afterAll(async () => {
    await browser.close()
    await bot.end()
  })

  test('ends services of the owner’s own teams and agents', async () => {
    const owner = await visit(browser, bot.address)
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
})
