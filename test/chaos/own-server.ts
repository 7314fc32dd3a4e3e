import { chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { embeddedServer } from '../../src/store/server/embedded.ts'
import type { WordId } from '../../src/words/say.ts'

const NOBODY = 65_534

/** A server of the test's own, with everything flushed to the disk as in production. It starts again by itself when it is killed. */
export async function ownServer() {
  const parent = await mkdtemp(join(tmpdir(), 'afterword-chaos-'))
  const folder = join(parent, '.afterword')
  await mkdir(folder)
  // Root's server runs as another user; in a folder of that user it stays in the folder, and goes with it.
  if (process.getuid?.() === 0) for (const path of [parent, folder]) await chown(path, NOBODY, NOBODY)
  const hearers = new Set<(id: WordId) => void>()
  const server = await embeddedServer({ folder, tell: (id) => hearers.forEach((hear) => void hear(id)) })
  onTestFinished(async () => {
    await server.release()
    await rm(parent, { recursive: true, force: true })
  })
  await migrate(server.url)
  return {
    url: server.url,
    /** Resolves when the server that was killed is back. */
    async kill(): Promise<void> {
      const pid = Number.parseInt(await readFile(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10)
      const back = new Promise<void>((resolve) => {
        hearers.add((id) => {
          if (id === 'database.back') resolve()
        })
      })
      process.kill(pid, 'SIGKILL')
      await back
    },
  }
}
