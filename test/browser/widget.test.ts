import { SignJWT } from 'jose'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium } from '../requirements.ts'
import { freePort, startBot } from './bot.ts'
import { complaintsOf, launch, PHONE, WATCH, WORDS } from './people.ts'
import { type Site, startSite } from './site.ts'

const path = chromium('the widget on another website (test/browser/widget.test.ts)')
const SECRET = 'the website and the bot share this secret for its customers'
const { customer: words, chatTitle } = WORDS.en

const identity = (sub: string, life = 3_600) =>
  new SignJWT({ sub, exp: Math.floor(Date.now() / 1_000) + life })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(SECRET))

describe.skipIf(path === null)('the widget', () => {
  let browser: Browser
  let bot: Awaited<ReturnType<typeof startBot>>
  let shop: Site
  let stranger: Site
  beforeAll(async () => {
    browser = await launch(path ?? '')
    const port = await freePort()
    bot = await startBot('', {
      AFTERWORD_WEB_ORIGINS: `http://localhost:${port}`,
      AFTERWORD_WEB_IDENTITY_SECRET: SECRET,
    })
    shop = await startSite(bot.origin, { port })
    stranger = await startSite(bot.origin)
  })
  afterAll(async () => {
    await browser.close()
    await shop.close()
    await stranger.close()
    await bot.end()
  })

  const open = async (context: BrowserContext, site = shop) => {
    await context.addInitScript(WATCH)
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(site.origin)
    return { page, complaints, chat: page.frameLocator('iframe') }
  }
  const button = (page: Page) => page.getByRole('button', { name: 'Open feedback' })
  const badge = (page: Page) => page.locator('afterword-widget button span')
  const focused = (page: Page) =>
    page.evaluate('document.activeElement.shadowRoot?.activeElement?.tagName ?? document.activeElement.tagName')

  test('opens a chat on a site that is named, by keyboard, and gives the focus back', async () => {
    const { page, complaints, chat } = await open(await browser.newContext())
    await button(page).waitFor()
    expect(page.frames()).toHaveLength(1) // nothing is loaded for who does not want it
    await page.getByRole('link', { name: 'Something wrong' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await chat.getByRole('heading', { name: chatTitle }).waitFor()
    await expect.poll(() => chat.locator(':focus').getAttribute('aria-label')).toBe(words.write)
    await page.keyboard.type('2, the tin arrived dented')
    await page.keyboard.press('Enter')
    await chat.locator('.row.bot').first().waitFor()
    await page.keyboard.press('Escape')
    await button(page).waitFor()
    expect(await focused(page)).toBe('BUTTON')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('IFRAME')
    await chat.getByRole('button', { name: WORDS.en.close }).click()
    expect(await focused(page)).toBe('BUTTON')
    expect(complaints).toEqual([])

    await page.reload() // without any cookie the customer is the same
    await button(page).click()
    await chat.locator('.row.own', { hasText: 'the tin arrived dented' }).waitFor()
    expect(await page.context().cookies()).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('shows how much is unread while it is closed', async () => {
    const { page, chat } = await open(await browser.newContext())
    await button(page).click()
    await chat.getByRole('textbox').waitFor()
    await page.keyboard.press('Escape')
    const second = await page.context().newPage() // the same customer in another tab writes, and is answered
    await second.goto(shop.origin)
    await button(second).click()
    const other = second.frameLocator('iframe')
    await other.getByRole('textbox').fill('2, it was late')
    await other.getByRole('textbox').press('Enter')
    await expect.poll(() => badge(page).textContent()).toMatch(/^[1-9]$/)
    expect(await badge(second).textContent()).toBe('')
    await page.getByRole('button', { name: /new message/ }).click()
    expect(await badge(page).textContent()).toBe('')
    await page.context().close()
  })

  test('fills a phone', async () => {
    const { page, chat } = await open(await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true }))
    await button(page).tap()
    await chat.getByRole('heading', { name: chatTitle }).waitFor()
    await expect.poll(() => page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, ...PHONE })
    await chat.getByRole('button', { name: WORDS.en.close }).tap()
    await button(page).waitFor()
    await page.context().close()
  })

  test('is not there at all on a site that is not named', async () => {
    const { page, complaints } = await open(await browser.newContext(), stranger)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('Afterword.open() === undefined')).toBe(true)
    expect(await page.locator('afterword-widget').count()).toBe(0)
    expect(complaints).toEqual([])
    // Whoever frames it without asking gets nothing: the browser refuses by the page's own policy.
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: '${bot.origin}/chat' }))`,
    )
    await expect.poll(() => complaints.join(' ')).toContain('frame-ancestors')
    expect(await page.frameLocator('iframe').getByRole('textbox').count()).toBe(0)
    await page.context().close()
  })

  test('knows the customer whom the site proves, on every device, and keeps nobody for the next one', async () => {
    const jwt = await identity('customer-7')
    const said = async (context: BrowserContext, who: string | null, text?: string) => {
      const { page, chat, complaints } = await open(context)
      await button(page).waitFor()
      await page.evaluate(`Afterword.identify(${JSON.stringify(who)}); Afterword.open()`)
      await chat.getByRole('textbox').waitFor()
      if (text !== undefined) {
        await chat.getByRole('textbox').fill(text)
        await chat.getByRole('textbox').press('Enter')
        await chat.locator('.row.bot').first().waitFor()
      }
      const lines = await chat.locator('.row.own .bubble').allTextContents()
      expect(complaints).toEqual([]) // a proof out of date is no error either
      await page.close()
      return lines
    }
    const [desk, phone] = [await browser.newContext(), await browser.newContext({ viewport: PHONE })]
    expect(await said(desk, jwt, 'The parcel is late.')).toEqual(['The parcel is late.'])
    const { page, chat } = await open(phone)
    await button(page).waitFor()
    await page.evaluate(`Afterword.identify(${JSON.stringify(jwt)}); Afterword.open()`)
    await chat.locator('.row.own', { hasText: 'The parcel is late.' }).waitFor()
    expect(await said(desk, null)).toEqual([]) // signed out: the next person at this browser
    expect(await said(desk, await identity('customer-7', -3_600))).toEqual([]) // a proof out of date is none
    await desk.close()
    await phone.close()
  })

  test.each([
    ['its frame', 'if (window.parent === window) return', ['The parcel is late.']],
    ['the site itself', '', []],
  ])('goes on where the browser gives %s no storage', async (_, unless, after) => {
    const context = await browser.newContext()
    await context.addInitScript(`(() => { ${unless}
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } }) })()`)
    const { page, chat, complaints } = await open(context)
    await button(page).click()
    await chat.getByRole('textbox').fill('The parcel is late.')
    await chat.getByRole('textbox').press('Enter')
    await chat.locator('.row.bot').first().waitFor()
    await page.reload()
    await button(page).click()
    await chat.getByRole('textbox').waitFor()
    if (after.length > 0) await chat.locator('.row.own').waitFor()
    expect(await chat.locator('.row.own .bubble').allTextContents()).toEqual(after)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('hears nobody but the page around it', async () => {
    const context = await browser.newContext()
    const { page, chat } = await open(context)
    await button(page).click()
    await chat.getByRole('textbox').waitFor()
    const forged = {
      afterword: 'host',
      open: true,
      identity: await identity('customer-8'),
      locale: 'zh-Hans',
      theme: null,
    }
    const frame = page.frames()[1]
    await frame?.evaluate(`postMessage(${JSON.stringify(forged)}, '*')`) // from a window that is not the parent
    await page.evaluate(`postMessage({ afterword: 'close' }, '*')`) // to the site, from a window that is not the chat
    await chat.getByRole('textbox').fill('Still me.')
    await chat.getByRole('textbox').press('Enter')
    await chat.locator('.row.bot').first().waitFor()
    expect(await chat.getByRole('textbox').getAttribute('placeholder')).toBe(words.write)
    await context.close()
  })

  test('is a script of less than 5 kB', async () => {
    const body = await (await fetch(`${bot.origin}/widget.js`)).arrayBuffer()
    expect(body.byteLength).toBeLessThan(5_000)
  })
})
