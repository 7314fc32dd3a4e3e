import { expect, test } from 'vitest'
import { countsAreTrue, equalsReplay, everythingIsShown, nothingLostOrDoubled } from './after.ts'
import { createDice } from './dice.ts'
import { aTimerComesDue, leasesEnd, quiet, timePasses } from './hours.ts'
import { ownServer } from './own-server.ts'
import { IN_FLIGHT, KILLS, SEED, setScene } from './scene.ts'
import { withClient } from './sound.ts'

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
