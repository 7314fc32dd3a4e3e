import { createHash } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Does `work` while no other process installs or builds the same checkout. The lock is outside of it, because an
 * installation removes node_modules and a build replaces dist.
 * @param {string} root the checkout
 * @param {() => Promise<void>} work
 */
export async function alone(root, work) {
  const name = createHash('sha256').update(`${userInfo().uid} ${root}`).digest('hex').slice(0, 16)
  const lock = join(tmpdir(), `afterword-${name}.lock`)
  let told = false
  while (!taken(lock)) {
    if (!told) console.error('Waiting for another process that prepares this checkout …')
    told = true
    await wait(200)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(holder(lock))) clear(lock)
    return false
  }
}

/** Takes away the lock of one who died, and of nobody else: another who waited may have cleared it and taken it since. */
function clear(lock) {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
    if (isAlive(holder(aside))) linkSync(aside, lock)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error // gone, or taken: the next round will see
  } finally {
    rmSync(aside, { force: true })
  }
}

function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8')) || process.ppid // being written: its writer lives
  } catch (error) {
    if (error.code === 'ENOENT') return process.ppid // just released; the next round will see
    throw error
  }
}

function isAlive(pid) {
  if (pid === process.pid) return false // an earlier process had our number, as happens in containers
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
