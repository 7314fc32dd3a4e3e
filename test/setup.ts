import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/store/migrate.ts'
import { embeddedServer } from '../src/store/server/embedded.ts'
import { isAlive } from '../src/store/server/lock.ts'
import { say, type Tell } from '../src/words/say.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { url: string; template: string }
  }
}

let teardowns: (() => Promise<void>)[] = []

/** Before all tests: one server for the run (DATABASE_URL_TEST, else an embedded one), and a migrated database to copy. */
export async function setup(project: TestProject): Promise<void> {
  const url = process.env.DATABASE_URL_TEST ?? (await temporaryServer())
  const template = `afterword_template_${process.pid}`
  await run(url, `drop database if exists ${template}`)
  await run(url, `create database ${template} encoding 'UTF8' template template0`)
  teardowns.unshift(() => run(url, `drop database ${template}`))
  const migrated = new URL(url)
  migrated.pathname = template
  await migrate(migrated.href)
  project.provide('database', { url, template })
}

/** After all tests: what `setup` made goes, in reverse. */
export async function teardown(): Promise<void> {
  for (const undo of teardowns) await undo()
  teardowns = []
}

const GB = 2 ** 30
const NOBODY = 65_534
const PREFIX = 'afterword-tests-'
const tell: Tell = (id, values) => console.info(say('en', id, values))

// A database is 300 files, and making those takes 300 ms on a busy disk and a few in memory.
async function temporaryServer(): Promise<string> {
  const roomy = existsSync('/dev/shm') && (await statfs('/dev/shm').then((at) => at.bavail * at.bsize)) > 2 * GB
  const base = roomy ? '/dev/shm' : tmpdir()
  await sweep(base)
  const parent = await mkdtemp(join(base, `${PREFIX}${process.pid}-`))
  const folder = join(parent, '.afterword')
  await mkdir(folder)
  if (process.getuid?.() === 0) for (const path of [parent, folder]) await chown(path, NOBODY, NOBODY)
  const server = await embeddedServer({ folder, durable: false, tell })
  teardowns.unshift(async () => {
    await server.release()
    await rm(parent, { recursive: true, force: true })
  })
  return server.url
}

/** A run that was killed has left its server: whoever adopts it is the last one out, and so stops it. */
async function sweep(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const pid = Number(name.match(/^afterword-tests-(\d+)-/)?.[1])
    if (!pid || isAlive(pid)) continue
    try {
      const folder = join(base, name, '.afterword')
      if (existsSync(folder)) await (await embeddedServer({ folder, durable: false, tell })).release()
      await rm(join(base, name), { recursive: true, force: true })
      console.info(`Removed what a killed test run had left: ${name}`)
    } catch (error) {
      console.info(
        `A killed test run of somebody else has left ${name} (${error instanceof Error ? error.message : error})`,
      )
    }
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
