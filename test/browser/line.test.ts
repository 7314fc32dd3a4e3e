import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../src/words/say.ts'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import {
  answer,
  endService,
  launch,
  openChoices,
  PHONE,
  rate,
  turnTo,
  type Visitor,
  visit,
  WORDS,
  write,
} from './people.ts'

const path = chromium('lost connections, two tabs, hasty and odd customers in a browser (test/browser/line.test.ts)')
const { customer: words, lost, locked } = WORDS.en

describe.skipIf(path === null)('the page', () => {
  let browser: Browser
  let bot: Bot
  let owner: Visitor
  beforeAll(async () => {
    browser = await launch(path ?? '')
    bot = await startBot()
    owner = await visit(browser, bot.address)
  })
  afterAll(async () => {
    await browser.close()
    await bot.end()
  })

  const fresh = async () => {
    await owner.customer.getByRole('button', { name: words.fresh }).click()
    await owner.customer.getByText(words.empty).waitFor()
    await endService(owner, 'en')
    await owner.customer.locator('.scale').waitFor()
  }

  test('heals a connection that breaks in the middle of a question, and loses nothing that was written meanwhile', async () => {
    await fresh()
    await bot.stop()
    await owner.customer.getByText(lost).waitFor()
    await write(owner.customer, '2, I waited for an hour')
    await owner.customer.locator('.row.sending').waitFor()
    await bot.start()
    await owner.customer.locator('.row.own.sent', { hasText: '2, I waited for an hour' }).waitFor()
    await owner.customer.getByText(lost).waitFor({ state: 'detached' })
    await owner.customer.getByText(words.answered('2'), { exact: true }).waitFor({ state: 'attached' })
    expect(await owner.customer.locator('.row.own').count()).toBe(1)
    owner.complaints.length = 0 // the browser itself reports each attempt that failed
  })

  test('keeps two tabs of one customer in step', async () => {
    await fresh()
    const second = await owner.page.context().newPage()
    await second.goto(`${bot.origin}/chat`)
    const other = second.getByRole('main')
    await rate(other, 2)
    await owner.customer.getByText(words.answered('2'), { exact: true }).waitFor({ state: 'attached' })
    await write(owner.customer, 'Nobody answered.')
    await other.locator('.row.own', { hasText: 'Nobody answered.' }).waitFor()
    await answer(other, false)
    await owner.customer.getByText('Understood, nobody will get in touch.').waitFor()
    expect(await texts(owner)).toEqual(await second.locator('.bubble').allTextContents())
    await owner.customer.getByRole('button', { name: words.fresh }).click()
    await other.getByText(words.greeting).waitFor() // the other tab goes along
    await second.close()
  })

  test('asks for a stream that a newer page has taken only once it is in front', async () => {
    const page = await owner.page.context().newPage()
    await page.clock.install()
    await page.addInitScript({ content: 'document.hasFocus = () => false' })
    let asked = 0
    const body = 'event: ready\ndata: {"after":0}\n\nevent: replaced\ndata: {}\n\n'
    await page.route('**/chat/events*', (route) => {
      asked += 1
      return route.fulfill({ contentType: 'text/event-stream', body })
    })
    await page.goto(`${bot.origin}/chat`)
    await expect.poll(() => asked).toBe(1)
    await page.clock.runFor(60_000)
    expect(asked).toBe(1)
    await page.evaluate('dispatchEvent(new Event("focus"))')
    await page.clock.runFor(1_000)
    await expect.poll(() => asked).toBe(2)
    await page.close()
  })

  test('takes a double click once', async () => {
    await fresh()
    await openChoices(owner.customer).getByRole('button', { name: /^5/ }).dblclick()
    await owner.customer.getByText('Glad to hear it.').waitFor()
    await write(owner.customer, 'All good.')
    await owner.customer.getByText('pass it on').waitFor()
    expect(await owner.customer.getByText('Glad to hear it.').count()).toBe(1)
    expect(await owner.customer.locator('.toast').count()).toBe(0)
  })

  test('takes a double click on a task once', async () => {
    await fresh()
    await rate(owner.customer, 1)
    await openChoices(owner.customer).getByRole('button', { name: 'Skip' }).click()
    await answer(owner.customer, false)
    const card = owner.agent.getByRole('article')
    let presses = 0
    owner.page.on('request', (request) => {
      if (request.postData()?.includes('"token"')) presses++
    })
    await card.getByRole('button', { name: say('en', 'task.choice.claim') }).dblclick()
    await card.getByRole('button', { name: say('en', 'task.choice.resolve') }).waitFor()
    await card.getByRole('button', { name: say('en', 'task.choice.snooze') }).click() // goes out after what was pressed before
    await owner.page.getByRole('dialog').waitFor()
    await owner.page.keyboard.press('Escape')
    expect(presses).toBe(2)
  })

  test('keeps all of a text that is too long, counts it, and sends it once it is shorter', async () => {
    await fresh()
    const box = owner.customer.getByRole('textbox')
    const { length, tooLong } = WORDS.en
    await box.fill('x'.repeat(3_900))
    await owner.customer.getByText(length('3900').trim()).waitFor()
    expect(await owner.customer.getByRole('alert').count()).toBe(0)
    await box.fill('x'.repeat(4_012))
    await owner.customer.getByText(length('4012').trim()).waitFor()
    await owner.customer.getByRole('alert').getByText(tooLong).waitFor()
    await box.press('Enter')
    expect([await box.inputValue(), await owner.customer.locator('.row.own').count()]).toEqual(['x'.repeat(4_012), 0])
    await box.fill('x'.repeat(4_000))
    await box.press('Enter')
    await owner.customer.locator('.row.own').waitFor()
    expect(await box.inputValue()).toBe('')
  })

  test('meets nonsense kindly, and markup as words', async () => {
    await fresh()
    await write(owner.customer, '<img src=x onerror=alert()> 👍')
    await expect.poll(() => owner.customer.locator('.row.bot').count()).toBeGreaterThan(1) // asked once more
    expect(await owner.page.locator('.log img').count()).toBe(0)
    await rate(owner.customer, 4)
    await owner.customer.getByText(words.answered('4'), { exact: true }).waitFor({ state: 'attached' })
  })

  test('sends what is typed while Chinese is composed only when it is done', async () => {
    await fresh()
    const box = owner.customer.getByRole('textbox')
    await box.fill('还行')
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await owner.customer.locator('.row.own').count()).toBe(0)
    await box.press('Enter')
    await owner.customer.locator('.row.own', { hasText: '还行' }).waitFor()
  })

  test('says why somebody is not asked again, and offers another customer', async () => {
    await fresh()
    await endService(owner, 'en')
    await owner.customer.locator('.decision').getByRole('button', { name: words.fresh }).click()
    await owner.customer.getByText(words.empty).waitFor()
    await endService(owner, 'en')
    await owner.customer.getByText(say('en', 'asking.asked')).waitFor()
  })

  test('changes the customer’s language in the middle of a question, and its own without touching it', async () => {
    await fresh()
    await owner.customer.getByRole('combobox', { name: words.language }).selectOption('zh-Hant')
    await owner.customer.getByText('您滿意嗎').waitFor()
    await owner.page.getByRole('combobox', { name: WORDS.en.language, exact: true }).selectOption('zh-Hans')
    await owner.page.getByRole('heading', { name: WORDS['zh-Hans'].customer.name, exact: true }).waitFor()
    expect(await owner.customer.getByRole('textbox').getAttribute('placeholder')).toBe(WORDS['zh-Hant'].customer.write)
    await owner.page.getByRole('combobox', { name: WORDS['zh-Hans'].language, exact: true }).selectOption('en')
    await owner.customer.getByRole('combobox', { name: words.language }).selectOption('en')
  })

  test('calls back earlier commands by the up arrow', async () => {
    const box = owner.manager.getByRole('textbox')
    await write(owner.manager, 'help')
    await write(owner.manager, '/scores today')
    await owner.manager.locator('.row.own.sent', { hasText: '/scores today' }).waitFor()
    await box.press('ArrowUp')
    await box.press('ArrowUp')
    expect(await box.inputValue()).toBe('help')
    await box.press('ArrowDown')
    await box.press('ArrowDown')
    expect(await box.inputValue()).toBe('')
  })

  test('tells somebody without a key how to get one, and lets them chat', async () => {
    const stranger = await visit(browser, `${bot.origin}/#key=made-up`)
    const { complaints } = stranger
    await stranger.agent.getByText(locked.refused).waitFor()
    await stranger.manager.getByText('npm run afterword -- key --role manager').waitFor()
    expect(stranger.page.url()).toBe(`${bot.origin}/`)
    await write(stranger.customer, 'Hello?')
    await stranger.customer.locator('.row.bot').waitFor()
    expect(complaints).toEqual([])
    await stranger.close()
  })

  test('shows that a message is on its way, and sends one again that failed', async () => {
    await fresh()
    const { page } = owner
    let hold = (): void => undefined
    const held = new Promise<void>((go) => {
      hold = go
    })
    await page.route('**/chat/messages', async (route) => {
      await held
      await route.fulfill({ status: 403, json: { error: { code: 'origin', message: 'Not from here.' } } })
    })
    await write(owner.customer, '4, thank you')
    await owner.customer.locator('.under-way').waitFor()
    hold()
    await owner.customer.getByText('Not from here.').waitFor()
    await page.unroute('**/chat/messages')
    await owner.customer.getByRole('button', { name: words.again }).click()
    await owner.customer.locator('.row.own.sent', { hasText: '4, thank you' }).waitFor()
    await owner.customer.getByText(words.answered('4'), { exact: true }).waitFor({ state: 'attached' })
    expect(await owner.customer.locator('.row.own').count()).toBe(1)
    owner.complaints.length = 0 // the browser itself reports the 403
  })

  test('asks for patience when somebody writes too much at once, and sends it by itself later', async () => {
    await fresh()
    const { page } = owner
    let refused = 0
    await page.route('**/chat/messages', async (route) => {
      if (refused++ > 0) return route.continue()
      const message = 'Please wait a moment, then go on.'
      await route.fulfill({ status: 429, headers: { 'retry-after': '1' }, json: { error: { code: 'busy', message } } })
    })
    await write(owner.customer, '5')
    await page.getByText('Please wait a moment').waitFor()
    await owner.customer.getByText(words.answered('5'), { exact: true }).waitFor({ state: 'attached' })
    await page.unroute('**/chat/messages')
    owner.complaints.length = 0 // the browser itself reports the 429
  })

  test('opens a long conversation at its end, and brings the earlier part on demand without moving what is read', async () => {
    const begun = await fetch(`${bot.origin}/chat/sessions`, { method: 'POST', body: '{"locale":"en"}' })
    const session: { session: string } = JSON.parse(await begun.text())
    for (let n = 1; n <= 36; n++) {
      const body = JSON.stringify({ key: `message-${n}`, text: n === 1 ? '3' : `And one more thing, number ${n}.` })
      const headers = { authorization: `Bearer ${session.session}`, 'content-type': 'application/json' }
      await fetch(`${bot.origin}/chat/messages`, { method: 'POST', headers, body })
    }
    const reader = await visit(browser, `${bot.origin}/chat`)
    // One may write before the server has answered: what it answers must not take the place of what is put here.
    await expect.poll(() => reader.page.evaluate(`localStorage.getItem('afterword.customer')`)).not.toBeNull()
    await reader.page.evaluate(`localStorage.setItem('afterword.customer', ${JSON.stringify(JSON.stringify(session))})`)
    await reader.page.reload()
    await reader.customer.locator('.row.own', { hasText: 'number 36.' }).waitFor()
    const first = reader.customer.locator('.row.own .bubble').first()
    const before = await first.textContent()
    const more = reader.customer.getByRole('button', { name: WORDS.en.earlier })
    await more.scrollIntoViewIfNeeded()
    const place = async () => (await reader.customer.getByText(before ?? '', { exact: true }).boundingBox())?.y ?? 0
    const at = await place()
    await more.click()
    await more.waitFor({ state: 'detached' })
    await reader.customer.locator('.row.own .bubble', { hasText: /^3$/ }).waitFor()
    expect(Math.abs((await place()) - at)).toBeLessThan(60) // the button above it has gone
    expect(reader.complaints).toEqual([])
    await reader.close()
  })

  test.each(['/', '/chat'])('greets somebody new at %s without a word in the console', async (address) => {
    const stranger = await visit(browser, bot.origin + address)
    await stranger.customer.getByRole('textbox').waitFor()
    if (address === '/') await stranger.manager.getByText('npm run afterword -- key').waitFor()
    expect(stranger.complaints).toEqual([])
    await stranger.close()
  })

  test('lets somebody write before the server has let them in, and sends it then', async () => {
    const stranger = await visit(browser, 'about:blank')
    const { page, customer } = stranger
    let open = (): void => undefined
    const opened = new Promise<void>((go) => {
      open = go
    })
    await page.route('**/{chat,staff}/session*', async (route) => {
      await opened
      await route.continue()
    })
    await page.goto(`${bot.origin}/chat`)
    await write(customer, '4, but slow')
    await customer.locator('.under-way').waitFor()
    open()
    await customer.locator('.row.own.sent', { hasText: '4, but slow' }).waitFor()
    await customer.locator('.row.bot').first().waitFor()
    expect(stranger.complaints).toEqual([])
    await stranger.close()
  })

  test('shows an answer that is longer than the window from its question on', async () => {
    const { page, manager, complaints, close } = await visit(browser, bot.origin, { like: owner, size: PHONE })
    await turnTo({ page }, 'manager')
    await write(manager, 'help')
    await manager.locator('.row.bot').last().waitFor()
    await page.setViewportSize({ width: 260, height: 600 }) // the head takes a row less since, so the window is narrower for the answer to be longer
    await write(manager, 'help')
    const top = async () => {
      const [log, asked] = [manager.locator('.log'), manager.locator('.row.own').last()]
      return ((await asked.boundingBox())?.y ?? 0) - ((await log.boundingBox())?.y ?? 0)
    }
    await manager.getByRole('button', { name: WORDS.en.newest }).waitFor()
    expect(await top()).toBeGreaterThanOrEqual(0)
    expect(await top()).toBeLessThan(40)
    await manager.getByRole('button', { name: WORDS.en.newest }).click()
    await manager.getByRole('button', { name: WORDS.en.newest }).waitFor({ state: 'detached' })
    await page.reload() // a past that is only read is shown from its end
    await turnTo({ page }, 'manager')
    await expect.poll(() => manager.locator('.row.bot').count()).toBeGreaterThan(1)
    await expect
      .poll(() =>
        page.evaluate(
          `(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('.console .log'))`,
        ),
      )
      .toBeLessThan(60)
    expect(complaints).toEqual([])
    await close()
  })

  test.each([
    ['a phone on its side', { width: 640, height: 360 }],
    ['a page magnified four times', { width: 320, height: 256 }],
  ])('leaves the conversation room on %s', async (_, size) => {
    const { page, customer, close } = await visit(browser, bot.origin, { like: owner, size })
    await customer.getByRole('textbox').focus()
    expect((await customer.locator('.log').boundingBox())?.height).toBeGreaterThan(160)
    expect(await page.evaluate('document.documentElement.scrollHeight > innerHeight')).toBe(true)
    await close()
  })

  test('says at once when the browser is offline, and goes on when it is back', async () => {
    const { page, customer, close } = await visit(browser, `${bot.origin}/chat`)
    await expect.poll(() => customer.locator('.log').getAttribute('aria-busy')).toBe('false')
    await page.context().setOffline(true)
    await customer.getByText(lost).waitFor()
    await write(customer, '5')
    await page.context().setOffline(false)
    await customer.getByText(lost).waitFor({ state: 'detached' })
    await customer.locator('.row.own.sent').waitFor()
    await close()
  })

  test('begins anew without a word in the console when a session is over', async () => {
    const stranger = await visit(browser, `${bot.origin}/chat`)
    await stranger.customer.getByRole('textbox').waitFor()
    const known = () => stranger.page.evaluate(`localStorage.getItem('afterword.customer')`)
    await expect.poll(known).not.toBeNull()
    const over = JSON.stringify({ session: 'a.b.c', address: 'visitor:gone', conversation: 'web:visitor:gone' })
    await stranger.page.evaluate(
      `localStorage.setItem('afterword.customer', ${JSON.stringify(over)}); localStorage.setItem('afterword.opened', 'visitor:gone')`,
    )
    await stranger.page.reload()
    await expect.poll(known).not.toContain('gone')
    await write(stranger.customer, 'Hello?')
    await stranger.customer.locator('.row.bot').first().waitFor()
    expect(stranger.complaints).toEqual([])
    await stranger.close()
  })

  test('runs no script but its own', async () => {
    const { page, complaints, close } = await visit(browser, `${bot.origin}/chat`)
    await page.getByRole('textbox').waitFor()
    const ran = await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })), window.ran === true",
    )
    expect(ran).toBe(false)
    expect(complaints.join()).toMatch(/Content Security Policy/)
    await close()
  })

  test.each(['/', '/chat'])('%s weighs less than 50 kB', async (address) => {
    const html = await (await fetch(bot.origin + address)).text()
    const parts = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(async ([, part]) =>
      (await fetch(`${bot.origin}${part}`)).text(),
    )
    const all = [html, ...(await Promise.all(parts))]
    expect(all.length).toBe(3) // the page, its style, its script
    expect(all.reduce((sum, one) => sum + gzipSync(one).length, 0)).toBeLessThan(50_000)
  })

  test('kept its content policy, and the console stayed silent', () => {
    expect(owner.complaints).toEqual([])
  })
})

const texts = ({ customer }: Visitor): Promise<string[]> => customer.locator('.bubble').allTextContents()
