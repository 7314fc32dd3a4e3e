/** The composition root: with `channels.ts`, which knows the adapters, the only file that knows every room. */

import { join } from 'node:path'
import type { Logger } from 'pino'
import { channelsOf, unreached } from './channels.ts'
import { type Config, ConfigError } from './config.ts'
import { addressOf, systemLocale, terminalLocale } from './environment.ts'
import { flowFiles, flowsOf } from './flow/load.ts'
import type { Flow } from './flow/schema.ts'
import { type Ground, instant, openGround } from './ground.ts'
import { filesOf } from './http/files.ts'
import { createHttp } from './http/server.ts'
import { createPainter, type Painter } from './picture/painter.ts'
import { drawingOf, pictureOf } from './picture/picture.ts'
import { root } from './root.ts'
import { openRoutes } from './routes.ts'
import { holdsSample, sampleChannel } from './sample/channel.ts'
import { alone } from './store/alone.ts'
import { foldCounts } from './store/counts.ts'
import { failure } from './store/failure.ts'
import { forgetKeys } from './store/inbound.ts'
import { shownAfter, shownCards, startOf } from './store/messages.ts'
import { secret } from './store/settings.ts'
import { endSessions, issueKey, redeemKey } from './store/staff.ts'
import { metricsOf, openTurns, startChannels } from './traffic.ts'
import { OWNER } from './turn/directory.ts'
import { homeOf } from './turn/home.ts'
import type { Tell } from './words/say.ts'

export interface Bot {
  /** Where its page is. On the embedded default it carries a one-time key for the owner. */
  url: string
  channels: string[]
  stop(): Promise<void>
}

const DAY = 24 * 60 * 60_000
const KEYS_KEPT = 30 * DAY
/** Every question also reads what is not folded yet: at a million responses in 90 days an hour of that took 3–5 of its 12 ms. */
const FOLDED_EVERY = 10 * 60_000

/** Starts everything, in the order in which it is needed. @throws ConfigError, DatabaseUnavailable */
export async function startBot(config: Config, version: string, tell: Tell, log: Logger): Promise<Bot> {
  const flows = ownFlows(config, tell)
  const onError = (error: unknown) => log.error({ error: failure(error) }, 'something failed')
  const ends: Ground['ends'] = []
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    const ground = await openGround({ config, flows, tell, log, onError, ends })
    const painter = createPainter()
    ends.push(painter.close)
    const server = createHttp(onError)
    const { channels, signedIn } = await openChannels(ground, painter)
    const metrics = metricsOf(ground)
    const { turns, deliverer } = openTurns(ground, channels, pictureOf(painter, onError), metrics)
    ends.push(turns.drained, server.close)
    await openRoutes(ground, server.http, { version, metrics, ask: turns.ask, signedIn })
    await startChannels(channels, server.http, turns, metrics, ends)
    const port = await server.listen(config.env.HOST, config.env.PORT)
    deliverer.start(1_000)
    ends.push(keepHouse(ground))
    return { url: await urlOf(ground, port), channels: [...channels.keys()], stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The flows of the program's folder; what is worth a look in them and in the owner's file is told. @throws ConfigError */
function ownFlows(config: Config, tell: Tell): Flow[] {
  const locale = terminalLocale()
  const { flows, problems, warnings } = flowsOf(config, flowFiles(join(root, 'flows')), process.cwd(), locale)
  if (problems.length > 0) throw new ConfigError(problems)
  for (const problem of [...warnings, ...unreached(config, locale)]) tell('cli.warning', { problem })
  return flows
}

async function openChannels({ config, log, onError, record, database, fleet, staff }: Ground, painter: Painter) {
  const open = channelsOf({
    env: config.env,
    web: {
      secret: Buffer.from(await secret(database, 'web.session')),
      staff: staff.byId,
      served: servedBy(config),
      sessionOf: staff.sessionOf,
      async signOut(id) {
        await endSessions(database, id)
        await staff.reload()
      },
      now: Date.now,
      history: (conversation, after, limit) =>
        shownAfter(database, conversation, after, limit, drawingOf(painter, onError)),
      startOf: (conversation, before, count) => startOf(database, conversation, before, count),
      pinned: (conversation) => shownCards(database, conversation, 200),
      live: fleet,
      limiter: fleet.limiter,
      async redeem(key) {
        const id = await redeemKey(database, key, instant())
        await staff.reload()
        return id
      },
      page: filesOf(join(root, 'dist', 'adapters', 'web', 'page')),
    },
    home: (channel, user) => homeOf(database, staff, channel, user),
    alone: (name) => (work, stop) => alone({ url: record.url, name, stop, work, onError }),
    log,
    onError,
  })
  if (await holdsSample(database)) open.channels.set(sampleChannel.name, sampleChannel)
  return open
}

/** Forgets old keys and folds counts, again and again. @returns what ends it */
function keepHouse({ database, onError }: Ground): () => void {
  const forget = () => forgetKeys(database, new Date(Date.now() - KEYS_KEPT).toISOString()).catch(onError)
  const purge = setInterval(forget, DAY / 24)
  void forget()
  const fold = setInterval(() => foldCounts(database).catch(onError), FOLDED_EVERY)
  return () => {
    clearInterval(purge)
    clearInterval(fold)
  }
}

/** Where the page is; whoever owns the machine of the embedded default gets a key to it. */
async function urlOf({ config, record, database, staff }: Ground, port: number): Promise<string> {
  const address = addressOf(config.env, port)
  if (!record.embedded) return address
  const owner = { ...OWNER, locale: systemLocale() } // whoever reads the terminal
  const key = await issueKey(database, owner, new Date(Date.now() + DAY).toISOString())
  await staff.reload()
  return `${address}#key=${key}`
}

/** Whoever tries the bot out ends services of the owner's own teams. */
const servedBy = ({ teams, staff }: Config) => ({
  teams: Object.entries(teams).map(([id, { name }]) => ({ id, name })),
  agents: Object.entries(staff).flatMap(([id, { name = id, roles }]) =>
    roles.includes('agent') ? [{ id, name }] : [],
  ),
})
