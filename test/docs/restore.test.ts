/** The back-up and the restore that operations.md describes for a PostgreSQL of one's own, by its own commands. */
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { run } from '../../src/store/server/command.ts'
import { freePort } from '../chaos/process.ts'
import { withClient } from '../chaos/sound.ts'
import { run as afterword } from '../cli/run.ts'
import { stand } from '../turn/stand.ts'
import { pages } from './pages.ts'

const NOBODY = { uid: 65_534, gid: 65_534 }
const OLDEST = 15

/** Folder of a whole PostgreSQL, server and tools of one version, as Debian installs it; null: there is none. */
function tools(): string | null {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base)
    ? readdirSync(base)
        .map(Number)
        .filter((version) => version >= OLDEST)
    : []
  const bin = join(base, String(Math.max(0, ...versions)), 'bin')
  if (existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'pg_dump'))) return bin
  console.info('Not run without a PostgreSQL of the system: the documented back-up and restore')
  return null
}

/** A server of the system's own with two empty databases, of which one is for what is restored. */
async function server(bin: string) {
  const owner = process.getuid?.() === 0 ? NOBODY : null
  const folder = await mkdtemp(join(tmpdir(), 'afterword-restore-'))
  if (owner) await chown(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const of = async (program: string, ...args: string[]) => {
    const ended = await run(join(bin, program), args, { cwd: folder, owner, detached: program === 'pg_ctl' })
    expect(ended, program).toMatchObject({ code: 0 })
  }
  await of('initdb', '-D', data, '--username=afterword', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync')
  const port = await freePort()
  await of(
    'pg_ctl',
    'start',
    '-D',
    data,
    '-w',
    '-s',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -h 127.0.0.1 -k ${folder} -F`,
  )
  onTestFinished(async () => {
    await of('pg_ctl', 'stop', '-D', data, '-m', 'immediate', '-s')
    await rm(folder, { recursive: true, force: true })
  })
  const url = (name: string) => `postgres://afterword@127.0.0.1:${port}/${name}`
  await withClient(url('postgres'), async (client) => {
    await client.query('create database bot template template0')
    await client.query('create database restored template template0')
  })
  return { folder, before: url('bot'), after: url('restored') }
}

/** Every table with all of its rows. */
const record = (url: string): Promise<Record<string, unknown[]>> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    )
    const found: Record<string, unknown[]> = {}
    for (const { name } of rows) {
      const { rows: all } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      found[name] = all.map(({ row }) => row)
    }
    return found
  })

const bin = tools()

test.skipIf(bin === null)('what is dumped while the bot runs is restored as it was, and counts true', async () => {
  const { folder, before, after } = await server(bin ?? '')
  await migrate(before)
  const bot = await stand({ url: before })
  for (const [who, rating] of [
    ['mei', '1'],
    ['tom', '5'],
  ] as const) {
    await bot.ask(who)
    await bot.press(who, rating)
    await bot.say(who, '等了三个星期')
  }

  const commands = pages
    .flatMap(({ blocks }) => blocks.map(({ code }) => code))
    .filter((code) => code.startsWith('pg_'))
  const [dump = '', restore = ''] = commands
  expect([commands.length, dump, restore]).toEqual([
    2,
    expect.stringMatching(/^pg_dump /),
    expect.stringMatching(/^pg_restore /),
  ])
  const typed = async (code: string, DATABASE_URL: string) => {
    const line = `export PATH='${bin}':"$PATH" DATABASE_URL='${DATABASE_URL}'; ${code}`
    expect(await run('/bin/sh', ['-c', line], { cwd: folder, owner: null }), code).toEqual({ code: 0, printed: '' })
  }
  await typed(dump, before)
  await typed(restore, after)

  const restored = await record(after)
  expect(restored).toEqual(await record(before))
  expect(restored.answer?.length).toBeGreaterThan(1)
  expect(await afterword(['recount'], { env: { DATABASE_URL: after } })).toMatchObject({
    code: 0,
    out: expect.stringContaining('no difference'),
  })
})
