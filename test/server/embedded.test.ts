import { spawn } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bench, homeOf, NOBODY, postmaster, query, ROOT, running } from './starters.ts'

const users = ROOT
  ? [
      { who: 'root, in a folder that only root can enter', uid: 0 },
      { who: 'an ordinary user', uid: NOBODY },
    ]
  : [{ who: 'an ordinary user', uid: process.getuid?.() ?? 0 }]

if (!ROOT) console.info('Not run without root: the embedded server as root (test/server/embedded.test.ts)')

let place: Awaited<ReturnType<typeof bench>>
beforeAll(async () => {
  place = await bench()
})
afterAll(() => place.remove())

describe.each(users)('the embedded server, for $who', ({ uid }) => {
  const other = ROOT && uid !== 0 ? { uid, gid: uid } : {}
  let folder: string // one for all tests of a user, because making a database takes the longest; each leaves it stopped
  const start = (at = folder, durable = false) => place.start(at, other.uid, durable)
  beforeAll(async () => {
    folder = await place.folder(`${uid}`, ROOT ? uid : undefined)
  })

  it('is made on the first start, joined by a second process, and stopped by the last one out', async () => {
    const one = await start()
    expect(one).toMatchObject({ error: null, adopted: false })
    const two = await start()
    expect(two).toMatchObject({ adopted: true, url: one.url, said: [] })
    await one.release()
    expect(await query(two.url, 'select 1 as still')).toEqual([{ still: 1 }])
    await two.release()
    expect(await postmaster(folder)).toBeNull()
  })

  it('keeps its data from one start to the next, in UTF-8 and UTC, closed to others', async () => {
    const one = await start()
    await query(one.url, `create table word as select '满意度 😊' as said`)
    await one.release()
    const two = await start(folder, true)
    expect(two.adopted).toBe(false)
    expect(await query(two.url, 'select said from word')).toEqual([{ said: '满意度 😊' }])
    const settings = `select name, setting from pg_settings where name in
      ('TimeZone', 'server_encoding', 'fsync', 'listen_addresses', 'unix_socket_directories', 'max_connections') order by 1`
    expect(await query(two.url, settings)).toEqual([
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'max_connections', setting: '60' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'unix_socket_directories', setting: '' },
    ])
    const locale = 'select datlocprovider as provider, datlocale as locale, datcollate as rest from pg_database'
    expect(await query(two.url, `${locale} where datname = current_database()`)).toEqual([
      { provider: 'b', locale: 'C.UTF-8', rest: 'C' },
    ])
    expect((await stat(join(await homeOf(folder), 'password'))).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    if (process.platform === 'linux') {
      const environment = await readFile(`/proc/${await postmaster(folder)}/environ`, 'utf8')
      expect(environment).not.toContain('a-secret-of-the-bot')
    }
    await expect(query(two.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication/)
    await two.release()
  })

  it('outlives a kill -9 of the process that started it, and is adopted', async () => {
    const one = await start()
    const server = await postmaster(folder)
    await query(one.url, 'create table orphan as select 1 as n')
    await one.kill()
    const two = await start()
    expect(two).toMatchObject({ adopted: true, url: one.url })
    expect(await postmaster(folder)).toBe(server)
    expect(await query(two.url, 'select n from orphan')).toEqual([{ n: 1 }])
    await two.release() // the killed process is no longer counted
    expect(await postmaster(folder)).toBeNull()
  })

  it('is started again at the same address when it is killed under its holders', async () => {
    const one = await start()
    const two = await start()
    await query(one.url, 'create table killed as select 1 as n')
    const server = await running(folder)
    const back = Promise.all([one.says('back'), two.says('back')])
    process.kill(server, 'SIGKILL')
    await back
    expect(await postmaster(folder)).not.toBe(server)
    expect(await query(one.url, 'select n from killed')).toEqual([{ n: 1 }])
    await one.release()
    expect(await query(two.url, 'select n from killed')).toEqual([{ n: 1 }])
    await two.release()
    expect(await postmaster(folder)).toBeNull()
  })

  it('starts again after it and its holder were killed together', async () => {
    const one = await start()
    await query(one.url, 'create table alike as select 1 as n')
    const server = await running(folder)
    process.kill(server, 'SIGKILL')
    await one.kill()
    const two = await start()
    expect(two).toMatchObject({ error: null, url: one.url })
    expect(await query(two.url, 'select n from alike')).toEqual([{ n: 1 }])
    await two.release()
  })

  it('waits while what is left of a killed server still holds its memory', async () => {
    const one = await start()
    const client = new pg.Client({ connectionString: one.url })
    client.on('error', () => {
      // it ends with its server
    })
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const left = rows[0]?.pid ?? Number.NaN
    process.kill(left, 'SIGSTOP')
    process.kill(await running(folder), 'SIGKILL')
    await one.kill()
    const starting = start()
    const log = join(await homeOf(folder), 'log')
    await expect.poll(() => readFile(log, 'utf8'), { timeout: 10_000 }).toContain('shared memory block')
    process.kill(left, 'SIGCONT')
    const two = await starting
    expect(two).toMatchObject({ error: null, url: one.url })
    await two.release()
  })

  it('is never started twice: of four processes at once, one starts it and three join', async () => {
    const fresh = await place.folder(`four-${uid}`, ROOT ? uid : undefined)
    const all = await Promise.all([start(fresh), start(fresh), start(fresh), start(fresh)])
    expect(all.map((one) => one.adopted).sort()).toEqual([false, true, true, true])
    expect(new Set(all.map((one) => one.url)).size).toBe(1)
    expect(await query(all[0].url, `select count(*)::int as n from pg_locks where locktype = 'advisory'`)).toEqual([
      { n: 4 },
    ])
    await Promise.all(all.map((one) => one.release()))
    expect(await postmaster(fresh)).toBeNull()
  })

  it('serves a newcomer who comes while the last one leaves', async () => {
    let present = await start()
    for (let round = 0; round < 5; round++) {
      const [next] = await Promise.all([start(), present.release()])
      expect(await query(next.url, 'select 1 as works')).toEqual([{ works: 1 }])
      present = next
    }
    await present.release()
    expect(await postmaster(folder)).toBeNull()
  })

  it('is not deceived by a file whose process number has gone to another program', async () => {
    const one = await start()
    const server = await running(folder)
    const note = join(await homeOf(folder), 'data', 'postmaster.pid')
    const lines = (await readFile(note, 'utf8')).split('\n')
    process.kill(server, 'SIGKILL')
    await one.kill()
    const stranger = spawn('sleep', ['60'], ROOT ? { uid: NOBODY, gid: NOBODY } : {})
    await writeFile(note, [`${stranger.pid}`, ...lines.slice(1)].join('\n'))
    const two = await start()
    stranger.kill()
    expect(two.error).toBeNull()
    await two.release()
  })
})

if (ROOT) {
  it('is one and the same for an ordinary user and for root in that user’s folder', async () => {
    const folder = await place.folder('shared', NOBODY)
    const user = await place.start(folder, NOBODY)
    await query(user.url, 'create table kept as select 1 as n')
    await user.release()
    const root = await place.start(folder)
    expect(await query(root.url, 'select n from kept')).toEqual([{ n: 1 }])
    const again = await place.start(folder, NOBODY)
    expect(again).toMatchObject({ adopted: true, url: root.url })
    await root.release()
    await again.release()
    expect(await postmaster(folder)).toBeNull()
  })
}
