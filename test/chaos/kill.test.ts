import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { countsAreTrue, equalsReplay, everythingIsShown, nothingLostOrDoubled } from './after.ts'
import { createDice } from './dice.ts'
import { aTimerComesDue, leasesEnd, quiet, timePasses } from './hours.ts'
import { IN_FLIGHT, KILLS, SEED, setScene } from './scene.ts'
import { withClient } from './sound.ts'

test('a bot that is killed again and again loses nothing and does nothing twice', {
  timeout: 90_000 + KILLS.bot * 30_000,
}, async () => {
  const { url, drop } = await freshDatabase()
  const dice = createDice(SEED)
  await withClient(url, async (client) => {
    const scene = await setScene(url, client)
    const { line, crowd } = scene
    for (let kill = 1; kill <= KILLS.bot; kill++) {
      const enough = line.traffic().acknowledged + dice.among(20, 120)
      await scene.moment(enough, dice.among(IN_FLIGHT, IN_FLIGHT + 30))
      await timePasses(client) // so that timers are under way as well
      const { inFlight } = await scene.moment(enough, IN_FLIGHT)
      line.moved(null)
      await scene.kill()
      console.info(`kill ${kill}: ${inFlight} requests in flight`, line.traffic())
      expect(inFlight).toBeGreaterThanOrEqual(IN_FLIGHT)
      if (dice.chance(0.5)) await leasesEnd(client)
      await timePasses(client)
      await scene.restart()
    }
    await crowd.end()
    await leasesEnd(client)
    await aTimerComesDue(client)
    await quiet(client)
    await nothingLostOrDoubled(client, crowd)
    await everythingIsShown(client, line, crowd)
    await scene.kill()
    await countsAreTrue(url)
    await equalsReplay(client)
  })
  await drop()
})
