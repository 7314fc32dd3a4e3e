import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import { launch, visit, write } from './people.ts'

const path = chromium('pictures and their data in a browser (test/browser/drawn.test.ts)')

/** Dots that the opened data reach below the edge of the conversation. */
const BELOW = `document.querySelector('.drawn table').getBoundingClientRect().bottom
  - document.querySelector('.console .log').getBoundingClientRect().bottom`

describe.skipIf(path === null)('a picture of scores', () => {
  let browser: Browser
  let bot: Bot
  beforeAll(async () => {
    browser = await launch(path ?? '')
    bot = await startBot('targets: { minimumN: 1 }\n', {}, [
      'sample',
      '--days',
      '20',
      '--responses',
      '100',
      '--seed',
      '7',
    ])
  })
  afterAll(async () => {
    await browser.close()
    await bot.end()
  })

  test('has its data as a table, which comes into view when it is opened', async () => {
    const { page, manager, complaints, close } = await visit(browser, bot.address)
    await write(manager, '/scores last 7d by day')
    await manager.locator('.drawn summary').click()
    await expect.poll(() => page.evaluate(BELOW)).toBeLessThan(1)
    expect(complaints).toEqual([])
    await close()
  })
})
