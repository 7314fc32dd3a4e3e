import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { locked } from '../../src/store/server/lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const past = new Date(Date.now() - 3_600_000)
const dead = spawnSync(process.execPath, ['--version']).pid

describe('locked', () => {
  it('lets one at a time work, however many come, and keeps one ticket', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside--
    }
    await Promise.all(Array.from({ length: 30 }, () => locked(folder, work)))
    expect(most).toBe(1)
    expect(await readdir(folder)).toEqual(['30'])
  })

  it('gives back what the work gave, and is free after a failure', async () => {
    await expect(locked(folder, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await locked(folder, async () => 'well')).toBe('well')
  })

  it.each([
    ['of a process that was killed', `${dead}`, new Date()],
    ['of an earlier process that had our number', `${process.pid}`, past],
    ['whose writer was killed before it wrote', '', past],
  ])('passes over a ticket %s', async (_which, content, at) => {
    await writeFile(join(folder, '7'), content)
    await utimes(join(folder, '7'), at, at)
    expect(await locked(folder, async () => 'in', 0)).toBe('in')
    expect(await readdir(folder)).toEqual(['8'])
  })

  it.each([
    ['a living process', `${process.ppid}`],
    ['this process', `${process.pid}`],
    ['somebody who is just writing it', ''],
  ])('waits for a ticket of %s, and says what to do when the wait is too long', async (_whose, content) => {
    await writeFile(join(folder, '7'), content)
    await expect(locked(folder, async () => 'in', 0)).rejects.toThrow(`delete ${folder}`)
  })
})
