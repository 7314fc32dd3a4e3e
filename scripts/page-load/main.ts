import type { Browser, BrowserContext } from 'playwright-core'
import { startBot } from '../../test/browser/bot.ts'
import { DESKTOP, launch, visit, write } from '../../test/browser/people.ts'
import { chromium } from '../../test/requirements.ts'

const LOADS = 7
const PAST = ['sample', '--days', '30', '--responses', '200', '--seed', '7']

/** What has to be there before a page counts as usable: where one writes, and the tasks. */
const USABLE = {
  '/': [
    '#customer-panel .composer',
    '#agent-panel :is(.task-list, .empty-title)',
    '#manager-panel :is(.composer, .empty-title)',
  ],
  '/chat': ['.composer'],
}

interface Load {
  /** Milliseconds after the navigation began: the first words, and everything usable in a frame that was drawn. */
  paint: number
  usable: number
  /** Milliseconds of the page's main thread. */
  busy: number
  script: number
  /** Requests, and how many of them waited for another. */
  requests: number
  depth: number
}

const watch = (wanted: readonly string[]) => `
  window.usable = new Promise((resolve) => {
    const look = () => {
      if (!${JSON.stringify(wanted)}.every((one) => document.querySelector(one))) return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    requestAnimationFrame(look)
  })`

/** One load in a browser that has nothing in its cache. */
async function load(
  browser: Browser,
  address: string,
  wanted: readonly string[],
  like: Awaited<ReturnType<BrowserContext['storageState']>> | null,
): Promise<Load> {
  const context = await browser.newContext({ viewport: DESKTOP, ...(like === null ? {} : { storageState: like }) })
  try {
    const page = await context.newPage()
    await page.addInitScript(watch(wanted))
    const devtools = await context.newCDPSession(page)
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' }) // what others use of the processor does not count
    const spent = async (name: string) =>
      1_000 * ((await devtools.send('Performance.getMetrics')).metrics.find((one) => one.name === name)?.value ?? 0)
    const [busy, script] = [await spent('TaskDuration'), await spent('ScriptDuration')]
    await page.goto(address, { waitUntil: 'commit' })
    const usable = Number(await page.evaluate('window.usable'))
    const [tasks, scripts] = [await spent('TaskDuration'), await spent('ScriptDuration')]
    const told: { paint: number; spans: [number, number][] } = await page.evaluate(`(async () => ({
      paint: await new Promise((resolve) => new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName('first-contentful-paint')
        if (first) resolve(first.startTime)
      }).observe({ type: 'paint', buffered: true })),
      spans: [[0, performance.getEntriesByType('navigation')[0].responseEnd], ...performance.getEntriesByType('resource')
        .filter(({ responseEnd }) => responseEnd <= ${usable}).map(({ startTime, responseEnd }) => [startTime, responseEnd])],
    }))()`)
    return {
      paint: told.paint,
      usable,
      busy: tasks - busy,
      script: scripts - script,
      requests: told.spans.length,
      depth: depthOf(told.spans),
    }
  } finally {
    await context.close()
  }
}

/** The most requests of which each began only when the one before it had ended. */
function depthOf(spans: readonly [from: number, to: number][]): number {
  const depths: number[] = []
  const sorted = [...spans].sort((a, b) => a[0] - b[0])
  for (const [from] of sorted) {
    const before = sorted.flatMap(([, to], n) => (to <= from && depths[n] !== undefined ? [depths[n]] : []))
    depths.push(1 + Math.max(0, ...before))
  }
  return Math.max(...depths)
}

const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

async function main(): Promise<void> {
  const browser = await launch(chromium('how long a page takes to load') ?? '')
  const bot = await startBot('targets: { minimumN: 1 }\n', {}, PAST)
  try {
    const owner = await visit(browser, bot.address)
    for (let n = 0; n < 4; n++) {
      await write(owner.manager, n % 2 === 0 ? '/scores last 30d by week' : '/scores last 30d by team')
      await owner.manager.locator('.drawn').nth(n).waitFor()
      await write(owner.customer, `2, I waited for an hour, and then for ${n} more`)
      await owner.customer.locator('.row.own.sent').nth(n).waitFor()
    }
    const known = await owner.page.context().storageState()
    await owner.close()
    console.log(`Medians of ${LOADS} loads with nothing cached (least–most), in milliseconds.`)
    console.log('page                    first paint        usable  main thread  of it script  requests  in series')
    for (const [name, path, like] of [
      ['/ for a stranger', '/', null],
      ['/ for its owner', '/', known],
      ['/chat for a stranger', '/chat', null],
      ['/chat with a past', '/chat', known],
    ] as const) {
      const loads: Load[] = []
      for (let n = 0; n < LOADS; n++) loads.push(await load(browser, bot.origin + path, USABLE[path], like))
      const cell = (part: keyof Load, width: number) =>
        median(loads.map((one) => one[part]))
          .toFixed(0)
          .padStart(width)
      const range = `(${Math.min(...loads.map(({ usable }) => usable)).toFixed(0)}–${Math.max(...loads.map(({ usable }) => usable)).toFixed(0)})`
      console.log(
        name.padEnd(22),
        cell('paint', 12),
        cell('usable', 5),
        range.padStart(12),
        cell('busy', 8),
        cell('script', 13),
        cell('requests', 9),
        cell('depth', 10),
      )
    }
  } finally {
    await browser.close()
    await bot.end()
  }
}

await main()
