import { join } from 'node:path'
import { chromium as browsers } from 'playwright-core'
import { renderCard } from '../../adapters/slack/card.ts'
import { root } from '../../src/root.ts'
import { card } from '../../src/task/card.ts'
import { CHROMIUM_FLAGS, chromium } from '../../test/requirements.ts'
import { page } from './html.ts'
import { view } from './view.ts'

const task = view()
const blocks = renderCard(card(task, 'en'), task.id)
const browser = await browsers.launch({ executablePath: chromium('the picture') ?? '', args: CHROMIUM_FLAGS })
try {
  const tab = await browser.newPage({ viewport: { width: 660, height: 400 }, deviceScaleFactor: 2 })
  await tab.setContent(page(blocks))
  await tab.locator('article').screenshot({ path: join(root, 'docs', 'slack-card.png') })
} finally {
  await browser.close()
}
