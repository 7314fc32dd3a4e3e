/** Whatever a reader is told to type works. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { loadConfig } from '../../src/config.ts'
import { checkFlow } from '../../src/flow/check.ts'
import { checkTaxonomy } from '../../src/text/own.ts'
import { freshDatabase } from '../database.ts'
import { platform } from '../onboarding/platform.ts'
import { type Checkout, openCheckout } from './checkout.ts'
import { type Block, pages } from './pages.ts'

const SECRET = 'a-secret-that-the-host-site-shares'
const LONG = 300_000

let checkout: Checkout
let stop: () => Promise<void>

beforeAll(async () => {
  checkout = await openCheckout({ AFTERWORD_WEB_IDENTITY_SECRET: SECRET })
  stop = await checkout.start('npm start') // the first command of the README
}, LONG)

afterAll(async () => {
  await stop?.()
  checkout?.remove()
}, LONG)

const done = new Set<string>(['npm start', 'npm test']) // the one above, and what runs this

test.each(pages)('$path: what it says to type works', { timeout: LONG }, async ({ blocks }) => {
  for (const block of blocks) {
    if (done.has(block.code)) continue
    done.add(block.code)
    await (READERS[block.language] ?? leave)(block)
  }
})

const READERS: Record<string, (block: Block) => unknown> = { sh: typed, js: identified, yaml: written }
const leave = () => undefined

async function typed({ code }: Block): Promise<void> {
  if (code.startsWith('docker ')) return console.info('Not run, as it needs Docker: docker build, docker run')
  if (code.startsWith('tar ')) return // below, with the bot stopped
  if (code.startsWith('pg_')) return console.info('Not run, as it needs the tools of the server’s own version: pg_dump')
  if (code.endsWith('npm start')) return startedWith(code)
  if (code.includes('-- setup ')) return setUp(code)
  if (code.includes('-- sample ')) return sampled(code)
  const ran = await checkout.run(code)
  expect(ran, code).toMatchObject({ code: 0, out: expect.not.stringContaining('"error"') })
  if (code.includes('/v1/interactions'))
    expect(JSON.parse(ran.out)).toMatchObject({ decision: { asked: true, message: expect.any(String) } })
}

/** In an empty record, and of fewer responses: ten thousand take two minutes. */
async function sampled(code: string): Promise<void> {
  const elsewhere = await openCheckout()
  try {
    const ran = await elsewhere.run(code.replace(/--responses \d+/, '--responses 20'))
    expect(ran, code).toMatchObject({ code: 0 })
  } finally {
    elsewhere.remove()
  }
}

/** What a person would type into the questions, and platforms that find it good. */
async function setUp(code: string): Promise<void> {
  const { url } = await platform((method) =>
    method === 'getMe'
      ? { body: { ok: true, result: { id: 4_242, is_bot: true, first_name: 'Afterword', username: 'afterword_bot' } } }
      : { body: { ok: true, result: true, url: 'wss://slack.example', access_token: 'x', expires_in: 3_600 } },
  )
  const elsewhere = await openCheckout({
    TELEGRAM_API_ROOT: url,
    TELEGRAM_BOT_TOKEN: '4242:as-BotFather-gives-it',
    SLACK_API_URL: `${url}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    TEAMS_API_URL: `${url}/`,
    TEAMS_APP_ID: '7a2c0d5e-7c4b-4b1e-9b56-1f5c2f0b9a11',
    TEAMS_APP_PASSWORD: 'the value of a client secret',
    WEBHOOK_URL: `${url}/messages`,
    ...(code.includes('teams') && { PUBLIC_URL: 'https://bot.example/' }),
  })
  try {
    expect(await elsewhere.run(`${code} --no-input`), code).toMatchObject({ code: 0 })
  } finally {
    elsewhere.remove()
  }
}

async function startedWith(code: string): Promise<void> {
  const database = await freshDatabase()
  const elsewhere = await openCheckout()
  try {
    const end = await elsewhere.start(code.replace('postgres://afterword:secret@db.example/afterword', database.url))
    expect((await fetch(`${elsewhere.origin}/readyz`)).status).toBe(200)
    await end()
  } finally {
    elsewhere.remove()
    await database.drop()
  }
}

const session = z.object({ session: z.string(), address: z.string() })

/** The identity that a site signs opens the conversation in which its customer was asked. */
async function identified({ code }: Block): Promise<void> {
  const file = join(checkout.folder, 'identity.mjs')
  writeFileSync(file, `${code}\nconsole.log(identity)\n`)
  const { out } = await checkout.run(`node ${file}`)
  const begun = await fetch(`${checkout.origin}/chat/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identity: out.trim() }),
  })
  const customer = session.parse(await begun.json())
  const [, subject] = /setSubject\('(.+)'\)/.exec(code) ?? []
  expect(customer.address).toBe(`sub:${subject}`)
  const events = await fetch(`${checkout.origin}/chat/events`, {
    headers: { authorization: `Bearer ${customer.session}` },
  })
  expect(await until(events, '"kind":"prompt"')).toBe(true)
}

async function until(response: Response, wanted: string): Promise<boolean> {
  let said = ''
  for await (const chunk of response.body ?? []) {
    said += Buffer.from(chunk).toString()
    if (said.includes(wanted)) return true // leaving the loop ends the stream
  }
  return false
}

/** An example of a flow is a flow, one of themes a taxonomy; every other one is an owner's file. */
function written({ code }: Block): void {
  if (/^id: /m.test(code)) {
    expect(checkFlow('example', code, 'en')).toHaveProperty('flow')
  } else if (/^themes:/m.test(code)) {
    expect(checkTaxonomy('example', code, 'en')).toHaveProperty('taxonomy')
  } else {
    const file = join(checkout.folder, 'example.yaml')
    writeFileSync(file, code)
    expect(() => loadConfig({ AFTERWORD_CONFIG: file })).not.toThrow()
  }
}

test('every metric is told about, and none that is not there', async () => {
  const operations = pages.find(({ path }) => path === 'docs/operations.md')
  const told = [...(operations?.text ?? '').matchAll(/`(afterword_\w+?)(?:\{[^`]*)?`/g)].map(([, name]) => name)
  const body = await (await fetch(`${checkout.origin}/metrics`)).text()
  const measured = [...body.matchAll(/^# TYPE (afterword_\w+)/gm)].map(([, name]) => name)
  expect(new Set(told)).toEqual(new Set(measured))
})

test('a back-up brings everything back', { timeout: LONG }, async () => {
  const blocks = pages.flatMap((page) => page.blocks).filter(({ code }) => code.startsWith('tar '))
  const [backUp, restore] = blocks.map(({ code }) => code)
  const ask = 'npm run --silent afterword -- scores "last 7d"'
  const before = await checkout.run(ask)
  expect(before.out).toContain('of 2 asked')
  await stop()
  expect(await checkout.run(backUp ?? '')).toMatchObject({ code: 0 })
  rmSync(join(checkout.folder, '.afterword'), { recursive: true })
  expect(await checkout.run(restore ?? '')).toMatchObject({ code: 0 })
  stop = await checkout.start('npm start')
  expect((await checkout.run(ask)).out).toBe(before.out)
})
