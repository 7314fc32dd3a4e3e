import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf, DatabaseUnavailable } from './unavailable.ts'

// Node has no flock, and a lock file that is deleted when stale can be deleted by two waiters, the second of which takes
// a living lock away. So tickets are numbered and the highest is never deleted: whoever creates the next number, which
// the file system lets one process do, holds the lock. A ticket holds its owner's process id, or 'free'.

const POLL_MS = 25
const HALF_WRITTEN_MS = 5_000

/** Does `work` while no other process that uses the same folder does its own. A holder that was killed is passed over. */
export async function locked<T>(folder: string, work: () => Promise<T>, limitMs = 60_000): Promise<T> {
  const ticket = await take(folder, limitMs)
  try {
    return await work()
  } finally {
    await writeFile(ticket, 'free')
  }
}

async function take(folder: string, limitMs: number): Promise<string> {
  await mkdir(folder, { recursive: true })
  const until = Date.now() + limitMs
  for (;;) {
    const last = Math.max(0, ...(await tickets(folder)))
    const held = last > 0 && (await isHeld(join(folder, `${last}`)))
    if (!held && (await created(join(folder, `${last + 1}`)))) {
      const all = await tickets(folder)
      if (Math.max(...all) === last + 1) {
        await Promise.all(all.filter((n) => n <= last).map((n) => rm(join(folder, `${n}`), { force: true })))
        return join(folder, `${last + 1}`)
      }
      // While we read, others went further and cleared up behind them: our number is from the past.
      await rm(join(folder, `${last + 1}`), { force: true })
    }
    if (Date.now() > until) {
      throw new DatabaseUnavailable('database.locked', { seconds: limitMs / 1000, folder })
    }
    await wait(POLL_MS)
  }
}

async function tickets(folder: string): Promise<number[]> {
  return (await readdir(folder)).map(Number).filter(Number.isInteger)
}

async function created(ticket: string): Promise<boolean> {
  try {
    await writeFile(ticket, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function isHeld(ticket: string): Promise<boolean> {
  try {
    const [holder, { mtimeMs }] = await Promise.all([readFile(ticket, 'utf8'), stat(ticket)])
    if (holder === 'free') return false
    if (holder === '') return Date.now() - mtimeMs < HALF_WRITTEN_MS
    // After a container's restart our own number may be that of the one that was killed.
    if (Number(holder) === process.pid) return mtimeMs > Date.now() - process.uptime() * 1000
    return isAlive(Number(holder))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true // somebody has just gone further; look again
    throw error
  }
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
