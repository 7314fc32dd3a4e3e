import { join } from 'node:path'
import { pino } from 'pino'
import { type Browser, chromium as driver, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { startBot } from '../../src/main.ts'
import { root } from '../../src/root.ts'
import { freshDatabase } from '../database.ts'
import { CHROMIUM_FLAGS, chromium } from '../requirements.ts'
import { ALEX, startPlayground } from './playground.ts'
import { APP } from './stand-in/issuer.ts'
import { startTeams } from './stand-in/teams.ts'

const path = chromium('Microsoft’s own client (test/teams/playground.test.ts)')
const TOKEN = 'the-trigger-of-the-playground'

describe.skipIf(path === null)('Microsoft’s own client in a browser', () => {
  let browser: Browser
  const undo: (() => Promise<void>)[] = []
  let origin = ''
  let page: Page

  beforeAll(async () => {
    const database = await freshDatabase()
    undo.push(database.drop)
    const teams = await startTeams()
    undo.push(teams.close)
    const env = {
      TEAMS_APP_ID: APP.id,
      TEAMS_APP_PASSWORD: APP.password,
      TEAMS_TENANT_ID: APP.tenant,
      TEAMS_API_URL: teams.apiUrl,
      DATABASE_URL: database.url,
      AFTERWORD_API_TOKEN: TOKEN,
      PORT: '0',
    }
    const defaults = loadConfig(env, join(root, 'test/teams'))
    const alex = {
      name: 'Alex',
      roles: ['agent' as const, 'manager' as const],
      teams: ['refunds'],
      locale: 'en' as const,
      identities: { teams: ALEX },
    }
    const config = {
      ...defaults,
      teams: { refunds: { name: { en: 'Refunds' }, flow: 'csat' } },
      staff: { alex },
      targets: { ...defaults.targets, minimumN: 1 },
    }
    const bot = await startBot(
      config,
      'playground',
      () => undefined,
      pino({ level: 'warn', base: null }, pino.destination(2)),
    )
    undo.push(bot.stop)
    ;({ origin } = new URL(bot.url))
    const playground = await startPlayground(teams, `${origin}/teams/messages`)
    undo.push(playground.close)
    browser = await driver.launch({ executablePath: path ?? '', args: CHROMIUM_FLAGS })
    undo.push(() => browser.close())
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } })
    // Its fonts are at Microsoft's; nothing leaves this machine.
    await page.route(/^https:/, (route) => route.abort())
    await page.goto(playground.url)
    await page.getByText('conversationUpdate').first().waitFor()
  })
  afterAll(async () => {
    for (const act of undo.toReversed()) await act()
  })

  async function serve(id: string): Promise<void> {
    const response = await fetch(`${origin}/v1/interactions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        id,
        endedAt: new Date().toISOString(),
        customer: { id: 'alex', name: 'Alex', channel: 'teams', address: ALEX, locale: 'en' },
        agent: { id: 'kim', name: 'Kim' },
        team: 'refunds',
      }),
    })
    expect(await response.json()).toMatchObject({ decision: { asked: true } })
  }
  const button = (label: string) => page.getByRole('button', { name: label, exact: true }).last()
  async function say(words: string): Promise<void> {
    await page.locator('[contenteditable]').first().click()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }

  test('a question, the card in place after the answer, words, a task with its form, and a score', {
    timeout: 180_000,
  }, async () => {
    await serve('service-1')
    await page.getByText('1 = Very dissatisfied · 5 = Very satisfied').waitFor()
    await button('2').click()
    await page.getByText('✓ 2').waitFor()
    expect(await page.getByRole('button', { name: '5', exact: true }).count()).toBe(0) // its buttons are gone
    await say('I waited three weeks for my refund.')
    await button('Yes, please').click()

    await page.getByText('#1 · Refunds').waitFor()
    await button('Claim').click()
    await page.getByText('Alex claimed it').waitFor()
    await button('Resolve…').click()
    await page.getByText('Root cause (required)').waitFor()
    await button('Cancel').click()
    await page.getByText('Alex claimed it').waitFor() // the form gives the card back
    await button('Resolve…').click()
    await button('Resolve').click()
    await page.getByText('Choose the root cause.').waitFor()
    await page.getByRole('combobox').last().click()
    await page.getByRole('option', { name: 'Process' }).click()
    await page.locator('textarea').first().fill('Refunded by hand.')
    await photograph(page)
    await button('Resolve').click()
    await page.getByText('Root cause: Process', { exact: true }).waitFor()
    await say('/scores today')
    await page.getByText('n = 1 ').waitFor()
  })
})

/** For people: SCREENSHOT=file.png shows how it looks. */
async function photograph(page: Page): Promise<void> {
  if (process.env.SCREENSHOT !== undefined) await page.screenshot({ path: process.env.SCREENSHOT })
}
