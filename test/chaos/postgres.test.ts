import { chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { embeddedServer } from '../../src/store/server/embedded.ts'
import { countsAreTrue, equalsReplay, everythingIsShown, nothingLostOrDoubled } from './after.ts'
import { createDice } from './dice.ts'
import { aTimerComesDue, leasesEnd, quiet, timePasses } from './hours.ts'
import { IN_FLIGHT, KILLS, SEED, setScene } from './scene.ts'
import { withClient } from './sound.ts'

const NOBODY = 65_534

/** A server of the test's own, with everything flushed to the disk as in production. It starts again by itself when it is killed. */
async function ownServer() {
  const parent = await mkdtemp(join(tmpdir(), 'afterword-chaos-'))
  const folder = join(parent, '.afterword')
  await mkdir(folder)
  // Root's server runs as another user; in a folder of that user it stays in the folder, and goes with it.
  if (process.getuid?.() === 0) for (const path of [parent, folder]) await chown(path, NOBODY, NOBODY)
  const hearers = new Set<(line: string) => void>()
  const server = await embeddedServer({ folder, say: (line) => hearers.forEach((hear) => void hear(line)) })
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
        hearers.add((line) => {
          if (line.includes('back')) resolve()
        })
      })
      process.kill(pid, 'SIGKILL')
      await back
    },
  }
}

test('a database that is killed under the bot loses nothing that was acknowledged', {
  timeout: 90_000 + KILLS.postgres * 30_000,
}, async () => {
  const server = await ownServer()
  const dice = createDice(SEED)
  const scene = await withClient(server.url, (client) => setScene(server.url, client))
  const { line, crowd } = scene
  for (let kill = 1; kill <= KILLS.postgres; kill++) {
    const enough = line.traffic().acknowledged + dice.among(20, 120)
    await scene.moment(enough, dice.among(IN_FLIGHT, IN_FLIGHT + 30))
    await withClient(server.url, timePasses) // so that timers are under way as well
    const { inFlight } = await scene.moment(enough, IN_FLIGHT)
    await server.kill()
    await withClient(server.url, leasesEnd) // of what was claimed in a transaction whose end nobody heard
    console.info(`kill ${kill}: ${inFlight} requests in flight`, line.traffic())
    await withClient(server.url, timePasses)
  }
  expect(line.traffic().refused).toBeGreaterThan(0)
  await crowd.end()
  await withClient(server.url, async (client) => {
    await leasesEnd(client)
    await aTimerComesDue(client)
    await quiet(client)
    await nothingLostOrDoubled(client, crowd)
    await everythingIsShown(client, line, crowd)
    await scene.kill()
    await countsAreTrue(server.url)
    await equalsReplay(client)
  })
})
