import { type Browser, chromium as driver, type Locator, type Page } from 'playwright-core'
import { en } from '../../adapters/web/page/words/en.ts'
import { zhHans } from '../../adapters/web/page/words/zh-Hans.ts'
import { zhHant } from '../../adapters/web/page/words/zh-Hant.ts'
import type { Locale } from '../../src/locale.ts'
import { CHROMIUM_FLAGS } from '../requirements.ts'

export const WORDS = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

export const launch = (executablePath: string): Promise<Browser> =>
  driver.launch({ executablePath, args: CHROMIUM_FLAGS })

/** Somebody at the page: what they see, everything that the browser complained about, and how much jumped by itself. */
export interface Visitor {
  page: Page
  complaints: string[]
  /** Layout shift since the page was loaded, as browsers score it: 0.1 is what they call good. */
  shift(): Promise<number>
  customer: Locator
  agent: Locator
  manager: Locator
  close(): Promise<void>
}

/** What breaks the content policy is said aloud, in every frame; what jumps without anybody's doing is added up. */
export const WATCH = `
  document.addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective))
  window.shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })`

/** Everything that a page and its frames complain about from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

interface Eyes {
  locale?: Locale
  size?: { width: number; height: number }
  dark?: boolean
  /** Dots a pixel. */
  scale?: number
  /** Whose browser this is too: the same sessions, on another screen. */
  like?: Visitor
  timeZone?: string
}

/** A browser of its own at `address`, in a language and a size. */
export async function visit(
  browser: Browser,
  address: string,
  { locale = 'en', size = DESKTOP, dark = false, scale = 1, timeZone, like }: Eyes = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: size,
    locale,
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: scale,
    ...(like === undefined ? {} : { storageState: await like.page.context().storageState() }),
    ...(timeZone === undefined ? {} : { timezoneId: timeZone }),
  })
  await context.addInitScript(WATCH)
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(address)
  return {
    page,
    complaints,
    shift: async () => Number(await page.evaluate('window.shift')),
    customer: page.locator('#customer-panel, main.public'),
    agent: page.locator('#agent-panel'),
    manager: page.locator('#manager-panel'),
    close: () => context.close(),
  }
}

/** Says that a service of the customer has just ended. */
export const endService = ({ customer }: Visitor, locale: Locale): Promise<void> =>
  customer.getByRole('button', { name: WORDS[locale].trigger.press }).click()

/** Writes into the composer of a pane and sends it by Enter. */
export async function write(pane: Locator, text: string): Promise<void> {
  await pane.getByRole('textbox').fill(text)
  await pane.getByRole('textbox').press('Enter')
}

/** The last question whose choices can still be pressed. */
export const openChoices = (pane: Locator): Locator => pane.locator('.choices:not(.answered)').last()

/** Presses the rating `value` of the open question. */
export const rate = (pane: Locator, value: number): Promise<void> =>
  openChoices(pane)
    .getByRole('button', { name: new RegExp(`^${value}\\b`) })
    .click()

/**
 * Answers the open question by the first (yes) or the second (no) of its two choices, once it has come. A rating before it
 * can still be pressed until the bot has marked it, so that a question with more choices is none.
 */
export const answer = (pane: Locator, yes: boolean): Promise<void> =>
  pane
    .locator('.choices:not(.answered)')
    .filter({ has: pane.page().locator('button:nth-child(2):last-child') })
    .last()
    .getByRole('button')
    .nth(yes ? 0 : 1)
    .click()

/** Brings a pane to the front where they stand behind each other. */
export async function turnTo({ page }: Pick<Visitor, 'page'>, pane: 'customer' | 'agent' | 'manager'): Promise<void> {
  const tab = page.locator(`#${pane}-tab`)
  if (await tab.isVisible()) await tab.click()
}
