import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium } from '../requirements.ts'
import { type Bot, startBot } from './bot.ts'
import { launch, visit, write } from './people.ts'

const path = chromium('an answer that breaks off, in a browser (test/browser/cut.test.ts)')

/** Stands before the bot, and cuts off the answer to the first message in the middle. */
async function cutting(to: URL): Promise<Server> {
  let isCut = false
  const server = createServer((asked, reply) => {
    const { method, url, headers } = asked
    const passed = request({ host: to.hostname, port: to.port, path: url, method, headers }, (answer) => {
      if (isCut || method !== 'POST' || url !== '/chat/messages') {
        reply.writeHead(answer.statusCode ?? 200, answer.headers)
        answer.pipe(reply)
        return
      }
      isCut = true
      answer.resume()
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
      reply.write('{"outcome":', () => reply.destroy())
    })
    asked.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

describe.skipIf(path === null)('the page', () => {
  let browser: Browser
  let bot: Bot
  let line: Server
  beforeAll(async () => {
    browser = await launch(path ?? '')
    bot = await startBot()
    line = await cutting(new URL(bot.origin))
  })
  afterAll(async () => {
    await browser.close()
    line.closeAllConnections()
    line.close()
    await bot.end()
  })

  test('sends again what was answered by half, and then what was said meanwhile, each once', async () => {
    const { port } = line.address() as AddressInfo
    const { customer } = await visit(browser, `http://127.0.0.1:${port}/chat`)
    await write(customer, 'the parcel never came')
    await write(customer, 'and nobody called')
    for (const text of ['the parcel never came', 'and nobody called'])
      await customer.locator('.row.own:not(.sending)', { hasText: text }).waitFor()
    expect(await customer.locator('.row.own').count()).toBe(2)
  })
})
