import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { place } from '../../src/store/server/place.ts'

const isRoot = process.getuid?.() === 0

test.skipIf(!isRoot)('a database of root’s that is gone is told of, and no empty one takes its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-place-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { home } = await place(folder)
  expect(await place(folder)).toMatchObject({ home })
  await rm(home, { recursive: true })
  await expect(place(folder)).rejects.toThrow(`The database in ${home} is gone: restore it`)
  await expect(place(folder)).rejects.toThrow('is gone') // still
})
