import { randomBytes } from 'node:crypto'
import { chown, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Tell } from '../../words/say.ts'
import { type Binaries, binaries } from './binaries.ts'
import { type Ended, run } from './command.ts'
import { connect } from './connection.ts'
import { exists } from './files.ts'
import { isAlive } from './lock.ts'
import type { Place } from './place.ts'
import { freePort } from './port.ts'
import { codeOf, DatabaseUnavailable } from './unavailable.ts'

/** A server that answers: an open connection to it, and whether it was there before we came. */
export type Reached = { client: pg.Client; port: number; adopted: boolean }

/** `durable: false` is for tests: what is committed outlives a killed server but not a power cut. */
type Settings = { durable: boolean; tell: Tell }

const RETRY_MS = 15_000
const LOG_LIMIT_BYTES = 10_000_000
const NO_PROCESS = 2 ** 31 - 1

/**
 * Connects to the server of `place`, starting it if it does not run and making it if it does not exist. Call it under the
 * folder's lock. After a killed postmaster the shared memory may be held for a while by what it left behind, so a start
 * that fails is repeated for 15 s; a server that recovers is waited for as long as it lives. `wantedPort` keeps the address
 * of a server that its clients know. Throws `DatabaseUnavailable` with the server's own reason.
 */
export async function reach(place: Place, settings: Settings, wantedPort?: number): Promise<Reached> {
  const { durable, tell } = settings
  const programs = await binaries(place)
  if (!(await exists(place.data))) await initialise(place, programs, settings)
  const password = await readPassword(place)
  const until = Date.now() + RETRY_MS
  const log = { from: 0 }
  for (let attempt = 0; ; attempt++) {
    const note = await postmasterNote(place.data)
    if (note) {
      const there = await connect(note.port, password)
      if (there === 'busy') {
        if (attempt === 0) tell('database.waiting')
        await wait(100)
        continue
      }
      if (there) return { client: there, port: note.port, adopted: true }
    }
    if (attempt > 0 && Date.now() > until) {
      throw new DatabaseUnavailable('database.no_start', { why: await lastWords(place.log, log.from), log: place.log })
    }
    if (attempt === 0) tell('database.starting')
    const port = await freePort(wantedPort ?? note?.port)
    log.from = await rotatedLog(place.log)
    const how = ['-l', place.log, '-t', '60', '-o', options(port, durable)]
    const { code } = await control(place, programs, 'start', how)
    const there = code === 0 ? await connect(port, password) : null
    if (there && there !== 'busy') return { client: there, port, adopted: false }
    await wait(250)
  }
}

/** Stops the server in an orderly way, ending whatever is still connected; true when it has stopped. */
export async function stop(place: Place): Promise<boolean> {
  const { code } = await control(place, await binaries(place), 'stop', ['-m', 'fast', '-t', '60'])
  return code === 0
}

/** The password of the place's server. */
export async function readPassword(place: Place): Promise<string> {
  try {
    return (await readFile(place.password, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new DatabaseUnavailable('database.no_password', { file: place.password, data: place.data })
  }
}

function control(place: Place, programs: Binaries, command: 'start' | 'stop', how: readonly string[]): Promise<Ended> {
  const args = [command, '-D', place.data, '-w', '-s', ...how]
  return run(programs.control, args, { cwd: place.home, owner: place.owner, detached: true })
}

async function initialise(place: Place, programs: Binaries, { durable, tell }: Settings): Promise<void> {
  tell('database.preparing')
  await writeFile(place.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (place.owner) await chown(place.password, place.owner.uid, place.owner.gid)
  const unfinished = join(place.home, 'data.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  const args = ['-D', unfinished, '--username=afterword', `--pwfile=${place.password}`, '--auth=scram-sha-256']
  args.push(
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  )
  if (!durable) args.push('--no-sync')
  const { code, printed } = await run(programs.initdb, args, { cwd: place.home, owner: place.owner }).catch(cannotRun)
  if (code !== 0) {
    const why = printed.split('\n').find((line) => line.includes('error:')) ?? printed.trim().split('\n').at(-1)
    throw new DatabaseUnavailable('database.no_prepare', { folder: place.home, why: why ?? '' })
  }
  await rename(unfinished, place.data) // a folder named data is a finished one
}

function cannotRun(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error)
  throw new DatabaseUnavailable('database.no_run', { why })
}

/** Loopback only, no socket files, little memory at rest, and a log that never holds a customer's words. */
function options(port: number, durable: boolean): string {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '60',
    shared_buffers: '64MB',
    io_method: 'sync', // the default keeps three more processes
    max_logical_replication_workers: '0',
    jit: 'off',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  return [`-p ${port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' ')
}

/** The port in postmaster.pid, or null when there is no such file or it is about another server. */
async function postmasterNote(data: string): Promise<{ port: number } | null> {
  const path = join(data, 'postmaster.pid')
  if (!(await exists(path))) return null
  const lines = (await readFile(path, 'utf8')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!(pid > 0 && port > 0)) return null // being written
  const ours = (await exists(lines[1] ?? '')) && (await realpath(lines[1] ?? '')) === (await realpath(data))
  if (ours && !(await isTaken(pid))) return { port }
  if (isAlive(pid)) {
    // PostgreSQL would take the living process for a server of this folder and refuse to start. The file stays, because
    // its last lines let PostgreSQL see whether the memory of the dead server is still in use.
    await writeFile(path, [`${NO_PROCESS}`, ...lines.slice(1)].join('\n'))
  }
  return ours ? { port } : null
}

/** Whether the number of a dead server has gone to another program, as it does in a container that is started again. */
async function isTaken(pid: number): Promise<boolean> {
  if (process.platform !== 'linux' || !isAlive(pid)) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return !command.includes('postgres')
}

async function rotatedLog(path: string): Promise<number> {
  if (!(await exists(path))) return 0
  const { size } = await stat(path)
  if (size < LOG_LIMIT_BYTES) return size
  await rename(path, `${path}.1`)
  return 0
}

async function lastWords(log: string, from: number): Promise<string> {
  if (!(await exists(log))) return 'it wrote no log'
  const file = await open(log)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096), position: Math.max(from, size - 4096) })
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n')
    return (
      lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line))?.replace(/^.*?(FATAL|PANIC|ERROR): +/, '') ??
      'no reason logged'
    )
  } finally {
    await file.close()
  }
}
