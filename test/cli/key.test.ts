import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { startBot } from '../../src/main.ts'
import { root } from '../../src/root.ts'
import { withClient } from '../chaos/sound.ts'
import { freshDatabase } from '../database.ts'
import { run } from './run.ts'

/** A running bot whose timers the test drives, and the command line on its record. */
async function running() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { url, drop } = await freshDatabase()
  onTestFinished(drop)
  const env = { DATABASE_URL: url, PORT: '0', AFTERWORD_CONFIG: 'test/turn/afterword.yaml' }
  const bot = await startBot(loadConfig(env, root), 'test', () => undefined, pino({ level: 'silent' }))
  onTestFinished(bot.stop)
  const own = { origin: new URL(bot.url).origin, 'content-type': 'application/json' }
  return {
    url,
    key: (...args: string[]) => run(['key', ...args], { env: { DATABASE_URL: url } }),
    /** @returns the cookie of the session; null: the key is refused */
    async signIn(address: string): Promise<string | null> {
      const body = JSON.stringify({ key: /#key=(\S+)/.exec(address)?.[1] })
      const response = await fetch(new URL('staff/session', bot.url), { method: 'POST', headers: own, body })
      return response.headers.get('set-cookie')?.split(';')[0] ?? null
    },
    async isIn(cookie: string | null): Promise<boolean> {
      const headers = { cookie: cookie ?? '', 'sec-fetch-site': 'same-origin' }
      return (await fetch(new URL('staff/session', bot.url), { headers })).status === 200
    },
    signOut: (cookie: string | null) =>
      fetch(new URL('staff/session', bot.url), { method: 'DELETE', headers: { ...own, cookie: cookie ?? '' } }),
    /** Other processes look at who the staff are every five seconds. */
    look: () => vi.advanceTimersByTime(5_000),
  }
}

test('who came by a key is listed, and withdrawn: signed out, and out for good, also when a new key is issued', async () => {
  const { key, signIn, isIn, look, url } = await running()
  const issued = await key('--role', 'manager')
  const unused = await key('--role', 'manager')
  const session = await signIn(issued.out)
  expect(await isIn(session)).toBe(true)
  const listed = await key('--list')
  expect(listed.out).toContain('web-manager  manager  by a key  1 unused key\n')
  expect(listed.out).toContain('anna  Anna  agent  from afterword.yaml\n')

  expect(await key('--withdraw', 'web-manager')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Withdrawn: web-manager/),
  })
  look()
  await expect.poll(() => isIn(session), { interval: 20 }).toBe(false)
  expect(await signIn(unused.out)).toBeNull()
  expect((await key('--list')).out).not.toContain('web-manager')

  const next = await signIn((await key('--role', 'manager')).out)
  expect([await isIn(next), await isIn(session)]).toEqual([true, false])
  const { rows } = await withClient(url, (client) =>
    client.query("select subject from audit where what = 'staff.withdrawn'"),
  )
  expect(rows).toEqual([{ subject: 'web-manager' }])
})

test('who is in the owner’s file is signed out by name, and what they have linked is undone; they stay staff', async () => {
  const { key, signIn, isIn, look, url } = await running()
  const session = await signIn((await key('--role', 'agent', '--staff', 'anna')).out)
  await withClient(url, (client) =>
    client.query("insert into staff_identity values ('telegram', '42', 'anna', 'link')"),
  )
  const { out } = await key('--withdraw', 'Anna')
  expect(out).toContain('Withdrawn: anna')
  expect(out).toContain('afterword.yaml')
  look()
  await expect.poll(() => isIn(session), { interval: 20 }).toBe(false)
  expect((await key('--list')).out).toContain('anna  Anna')
  const { rows } = await withClient(url, (client) =>
    client.query("select channel from staff_identity where staff_id = 'anna'"),
  )
  expect(rows).toEqual([{ channel: 'test' }])
})

test('who signs out is signed out everywhere, and nobody else is', async () => {
  const { key, signIn, isIn, signOut } = await running()
  const enter = async (...who: string[]) => signIn((await key('--role', 'agent', ...who)).out)
  const [one, other, bos] = [
    await enter('--staff', 'anna'),
    await enter('--staff', 'anna'),
    await enter('--staff', 'bo'),
  ]
  expect((await signOut(one)).status).toBe(204)
  expect([await isIn(one), await isIn(other), await isIn(bos)]).toEqual([false, false, true])
  expect(await isIn(await enter('--staff', 'anna'))).toBe(true)
})

test('what cannot be done is said in a line', async () => {
  const { key, url } = await running()
  expect(await key()).toMatchObject({ code: 2, err: expect.stringContaining('--withdraw ID') })
  expect(await key('--list', '--withdraw', 'anna')).toMatchObject({ code: 2 })
  expect(await key('--list', '--staff', 'anna')).toMatchObject({ code: 2 })
  expect(await key('--staff', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('nobody') })
  expect(await key('--staff', 'anna')).toMatchObject({ code: 0, out: expect.stringContaining('#key=') })
  expect(await key('--withdraw', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('--list') })
  await withClient(url, (client) => client.query("update staff set name = 'Mei' where id in ('anna', 'bo')"))
  expect(await key('--withdraw', 'Mei')).toMatchObject({ code: 2, err: expect.stringContaining('anna, bo') })
})
