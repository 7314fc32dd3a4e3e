import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../src/words/say.ts'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import { launch, visit, WORDS } from './people.ts'

const path = chromium('the loop by keyboard alone (test/browser/keyboard.test.ts)')
const { en } = WORDS

describe.skipIf(path === null)('by keyboard alone', () => {
  let browser: Browser
  let bot: Bot
  beforeAll(async () => {
    browser = await launch(path ?? '')
    bot = await startBot()
  })
  afterAll(async () => {
    await browser.close()
    await bot.end()
  })

  test('a service is ended, rated, and its task claimed and resolved', async () => {
    const { page, customer, agent, complaints } = await visit(browser, bot.address)
    const { keyboard } = page
    await agent.getByText(en.agent.empty).waitFor()
    await tabTo(page, en.trigger.press)
    await keyboard.press('Enter')
    await customer.locator('.scale').waitFor()

    await tabTo(page, '1, Very dissatisfied')
    await keyboard.press('End')
    expect(await focused(page)).toBe('5, Very satisfied')
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowRight'])
      await keyboard.press(key)
    expect(await focused(page)).toBe('2')
    await keyboard.press('Enter')
    await customer.getByText('What went wrong?').waitFor()
    expect(await focused(page)).toBe(en.customer.log) // not lost with the buttons that retired

    await tabTo(page, en.customer.write)
    await keyboard.type('Nobody could tell me anything.')
    await keyboard.press('Enter')
    await customer.getByRole('button', { name: 'Yes, please' }).waitFor()
    await keyboard.press('Shift+Tab')
    expect(await focused(page)).toBe('Yes, please')
    await keyboard.press('Space')

    await agent.getByRole('article').waitFor()
    await tabTo(page, say('en', 'task.choice.claim'))
    await keyboard.press('Enter')
    await agent.getByRole('button', { name: say('en', 'task.choice.resolve') }).waitFor()
    await tabTo(page, say('en', 'task.choice.resolve'))
    await keyboard.press('Enter')
    const form = page.getByRole('dialog')
    await form.waitFor()
    expect(await focused(page)).toBe(say('en', 'task.form.cause')) // and not on what closes it
    await keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe(say('en', 'task.choice.resolve')) // back where it was opened
    await keyboard.press('Enter')
    await form.waitFor()
    await tabTo(page, say('en', 'task.form.cause'))
    await keyboard.type('Pro')
    await tabTo(page, say('en', 'task.form.action'))
    await keyboard.type('Called back.')
    await tabTo(page, say('en', 'task.form.resolve.submit'))
    await keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    await customer.getByText('Is it put right now?').waitFor()
    expect(complaints).toEqual([])
  })

  test('focus is always to be seen', async () => {
    const { page } = await visit(browser, bot.origin)
    await page.getByRole('textbox').first().waitFor()
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate('document.activeElement === document.body')) break // the end, and the browser’s own bars
      const seen = await page.evaluate(
        'getComputedStyle(document.activeElement).outlineStyle !== "none" || document.activeElement.closest(".composer") !== null',
      )
      expect([await focused(page), seen]).toEqual([await focused(page), true])
    }
  })
})

/** The name of what has the focus. */
const focused = (page: Page): Promise<unknown> =>
  page.evaluate(
    `(({ activeElement: on }) => on.getAttribute('aria-label') ?? on.labels?.[0]?.firstChild.textContent ?? on.textContent.trim())(document)`,
  )

/** Presses Tab until `name` has the focus; a page on which it cannot be reached fails. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: unknown[] = []
  for (let stop = 0; stop < 60; stop++) {
    passed.push(await focused(page))
    if (passed.at(-1) === name) return
    await page.keyboard.press('Tab')
  }
  expect(passed).toContain(name)
}
