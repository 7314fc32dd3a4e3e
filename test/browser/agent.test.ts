import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../src/words/say.ts'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import { answer, endService, launch, PHONE, rate, turnTo, type Visitor, visit, WORDS, write } from './people.ts'

const path = chromium('tasks as agents meet them in a browser (test/browser/agent.test.ts)')

/** Some names have no place at which a line could end. */
const LONG = 'Rückerstattungsangelegenheitenbearbeitungsstelleoberabteilung'

/** What is wider than the pane it stands in, or would have to be scrolled sideways. */
const CUT = `[...document.querySelectorAll('.pane :not(.toasts)')]
  .filter((one) => {
    const { right, width } = one.getBoundingClientRect()
    const sideways = getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth
    return width > 0 && (sideways || right > one.closest('.pane').getBoundingClientRect().right)
  })
  .map((one) => one.tagName + '.' + one.className)`

describe.skipIf(path === null)('an agent at the page', () => {
  let browser: Browser
  let bot: Bot
  let owner: Visitor
  beforeAll(async () => {
    browser = await launch(path ?? '')
    bot = await startBot(`teams: { refunds: { name: { en: ${LONG} } } }\n`)
    owner = await visit(browser, bot.address)
    await owner.agent.getByText(WORDS.en.agent.empty).waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await bot.end()
  })

  test('reads on a phone what was said to the customer below the card, from its first line', async () => {
    const visitor = await visit(browser, bot.origin, { like: owner, size: PHONE })
    const { page, agent, manager, complaints } = visitor
    await complain(visitor, 'Nobody could tell me anything.')
    await turnTo(visitor, 'agent')
    await agent.getByRole('button', { name: say('en', 'task.choice.show') }).click()
    const thread = agent.getByRole('log', { name: WORDS.en.agent.thread })
    const first = thread.getByText(say('en', 'task.transcript', { number: 1 }))
    await first.waitFor()
    await expect.poll(async () => (await first.boundingBox())?.y).toBeGreaterThan(0)
    const [shown, actions] = [await first.boundingBox(), await agent.locator('.card-actions').boundingBox()]
    expect(shown?.y).toBeLessThan(actions?.y ?? 0)
    expect(await thread.textContent()).toContain('Nobody could tell me anything.')
    await turnTo({ page }, 'manager')
    await manager.getByText(WORDS.en.manager.empty).waitFor()
    expect(complaints).toEqual([])
    await visitor.close()
  })

  test('finds the pane again that was open on the phone', async () => {
    const { page, agent, close } = await visit(browser, bot.origin, { like: owner, size: PHONE })
    await turnTo({ page }, 'agent')
    await page.reload()
    await agent.getByRole('article').waitFor({ timeout: 5000 })
    await close()
  })

  test('meets no name that is wider than its place', async () => {
    const { page, agent, close } = await visit(browser, bot.origin, { like: owner })
    await agent.getByRole('article').getByText(LONG).first().waitFor()
    expect(await page.evaluate(CUT)).toEqual([])
    await page.setViewportSize({ width: 320, height: 600 })
    await page.getByRole('tab', { name: WORDS.en.customer.name }).waitFor()
    expect(await page.evaluate(CUT)).toEqual([])
    await turnTo({ page }, 'agent')
    expect(await page.evaluate(CUT)).toEqual([])
    await close()
  })

  test('sees what opens, and no frame around what is no bubble, where the system chooses the colours', async () => {
    const { page, manager, close } = await visit(browser, bot.origin, { like: owner })
    await page.emulateMedia({ forcedColors: 'active' })
    await write(manager, 'help')
    await manager.locator('.row.bot .bubble').first().waitFor()
    const drawn = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)
    expect(await drawn('select.quiet', 'appearance')).toBe('auto')
    expect(await drawn('.console .row.bot .bubble', 'borderTopWidth')).toBe('0px')
    await close()
  })

  test('is told in a word too how a task in the list stands, and not by a colour alone', async () => {
    const list = owner.agent.getByRole('navigation', { name: WORDS.en.agent.list })
    const row = list.getByRole('button', { name: new RegExp(`^${WORDS.en.agent.tones.open} #1\\b`) })
    await row.getByTitle(WORDS.en.agent.tones.open).waitFor({ timeout: 5000 })
  })

  test('keeps the card and the focus in it while another task comes', async () => {
    const { page, agent } = owner
    const [read, other] = [agent.getByRole('article'), await visit(browser, bot.origin, { like: owner })]
    const title = (await read.getAttribute('aria-label')) ?? ''
    await read.getByRole('region', { name: WORDS.en.agent.facts }).focus()
    await complain(other, 'وصل الطرد فارغا (#5).')
    const words = agent.getByRole('navigation').getByText('وصل الطرد فارغا')
    await words.waitFor()
    expect(await words.getAttribute('dir')).toBe('auto') // else its full stop stood at its head
    expect(await read.getAttribute('aria-label')).toBe(title)
    expect(await page.evaluate('document.activeElement.className')).toBe('card-body')
    await other.close()
  })

  test('keeps the card that the pointer is on while another task comes', async () => {
    const visitor = await visit(browser, bot.origin, { like: owner })
    const other = await visit(browser, bot.origin, { like: owner })
    const read = visitor.agent.getByRole('article')
    await read.getByRole('button', { name: say('en', 'task.choice.claim') }).hover()
    const title = (await read.getAttribute('aria-label')) ?? ''
    await complain(other, 'The courier shouted at me.')
    await visitor.agent.getByRole('button', { name: 'The courier shouted at me.' }).waitFor()
    expect(await read.getAttribute('aria-label')).toBe(title)
    await Promise.all([visitor.close(), other.close()])
  })
})

/** A new customer rates 1, says why and wants somebody to be in touch. */
async function complain(visitor: Visitor, why: string): Promise<void> {
  await turnTo(visitor, 'customer')
  await visitor.customer.getByRole('button', { name: WORDS.en.customer.fresh }).click()
  await visitor.customer.getByText(WORDS.en.customer.empty).waitFor()
  await endService(visitor, 'en')
  await rate(visitor.customer, 1)
  await write(visitor.customer, why)
  await answer(visitor.customer, true)
  await visitor.customer.locator('.choices.answered').nth(1).waitFor()
}
