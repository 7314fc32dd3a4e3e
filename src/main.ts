/** The composition root: with `channels.ts`, which knows the adapters, the only file that knows every room. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Logger } from 'pino'
import { channelsOf, unreached } from './channels.ts'
import { type Config, ConfigError } from './config.ts'
import { addressOf, terminalLocale } from './environment.ts'
import { allowance } from './fleet/budget.ts'
import { catalogue } from './flow/catalogue.ts'
import { flowFiles, flowsOf } from './flow/load.ts'
import { filesOf } from './http/files.ts'
import { healthRoutes } from './http/health.ts'
import { createMetrics } from './http/metrics.ts'
import { openApiRoute } from './http/openapi.ts'
import { createHttp } from './http/server.ts'
import { triggerRoute } from './http/trigger.ts'
import { createDeliverer } from './outbox/deliver.ts'
import { createPainter } from './picture/painter.ts'
import { drawingOf, pictureOf } from './picture/picture.ts'
import { publishFlows } from './published.ts'
import { root } from './root.ts'
import { holdsSample, sampleChannel } from './sample/channel.ts'
import { openFleet, shareOutbox, shareStaff } from './sharing.ts'
import { alone } from './store/alone.ts'
import { foldCounts } from './store/counts.ts'
import { openDatabase } from './store/database.ts'
import { failure, isOutage } from './store/failure.ts'
import { failedCount, forgetKeys } from './store/inbound.ts'
import { shownAfter, shownCards, startOf } from './store/messages.ts'
import { backlog } from './store/outbox.ts'
import { openRecord } from './store/record.ts'
import { secret } from './store/settings.ts'
import { endSessions, issueKey, redeemKey, syncStaff } from './store/staff.ts'
import { OWNER, openDirectory } from './turn/directory.ts'
import { homeOf } from './turn/home.ts'
import { createTurns } from './turn/turn.ts'
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
  const { env } = config
  const instant = () => new Date().toISOString()
  const owned = flowFiles(join(root, 'flows'))
  const { flows, problems, warnings } = flowsOf(config, owned, process.cwd(), terminalLocale())
  if (problems.length > 0) throw new ConfigError(problems)
  for (const problem of [...warnings, ...unreached(config, terminalLocale())]) tell('cli.warning', { problem })

  const onError = (error: unknown) => log.error({ error: failure(error) }, 'something failed')
  /** What ends what has begun: run backwards, when the bot stops and when it cannot start. */
  const ends: (() => unknown)[] = []
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    const record = await openRecord({ databaseUrl: env.DATABASE_URL, folder: config.folder, tell })
    ends.push(record.release)
    const database = openDatabase(record.url, { connections: env.AFTERWORD_CONNECTIONS, onError })
    ends.push(database.close)
    const published = await publishFlows(database, flows, instant())
    await syncStaff(database, config.staff)
    const fleet = await openFleet(env, database, log)
    ends.push(fleet.close)
    const staff = shareStaff(await openDirectory(database, config.programme.locales[0] ?? 'en'), fleet, onError)
    ends.push(staff.unshare)
    const painter = createPainter()
    ends.push(painter.close)
    const draw = pictureOf(painter, onError)
    const server = createHttp(onError)
    const { channels, signedIn } = channelsOf({
      env,
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
    if (await holdsSample(database)) channels.set(sampleChannel.name, sampleChannel)
    const setting = { config, flows: catalogue(published), staff, channels }
    const metrics = createMetrics(async () => {
      const now = instant()
      const [[rows], [failed]] = await database.run([backlog({ now }), failedCount({})])
      const { due = 0, later = 0, dead = 0, oldest = null } = rows ?? {}
      const waited = oldest === null ? 0 : (Date.parse(now) - Date.parse(oldest)) / 1_000
      return { due, later, dead, failed: failed?.count ?? 0, oldest: waited }
    }, fleet.connected)
    const allowances = new Map(
      [...channels].map(([name, { capabilities }]) => [
        name,
        allowance(name, capabilities.budgets, fleet.ledger, (ms) => metrics.waited(name, ms / 1_000)),
      ]),
    )
    const turns = createTurns({
      database,
      setting,
      now: instant,
      nudge() {
        deliverer.nudge()
        tellOthers()
      },
      onFailure: (error, { channel }) =>
        log.error({ channel, error: failure(error) }, 'a turn failed; its event is kept'),
    })
    const deliverer = createDeliverer({
      database,
      channels,
      now: Date.now,
      allowed: async (channel, conversation) => allowances.get(channel)?.next(conversation),
      fire: turns.fire,
      undelivered: turns.undelivered,
      onError,
      draw,
      onDelivery: metrics.delivered,
    })
    const tellOthers = shareOutbox(fleet, deliverer.nudge)
    ends.push(async () => {
      const delivered = deliverer.stop()
      for (const { end } of allowances.values()) end()
      await delivered
    })
    ends.push(turns.drained, server.close)

    healthRoutes(
      server.http,
      () =>
        database.run([failedCount({})]).then(
          () => null,
          () => 'database',
        ),
      () => (fleet.connected() === false ? ['redis'] : []),
    )
    openApiRoute(server.http, version)
    metrics.route(server.http)
    triggerRoute(server.http, {
      ask: turns.ask,
      token:
        env.AFTERWORD_API_TOKEN ??
        (record.embedded ? tokenFile(config.folder, await secret(database, 'api.token')) : null),
      webhookSecret: env.AFTERWORD_WEBHOOK_SECRET ?? null,
      async isManager(request) {
        const member = await signedIn(request)
        return member?.roles.some((role) => role === 'manager' || role === 'admin') ?? false
      },
      timeZone: config.programme.timeZone,
      now: instant,
      onError,
      mayPass: isOutage,
    })
    for (const channel of channels.values()) {
      ends.push(channel.stop)
      await channel.start(async (inbound) => {
        const began = performance.now()
        const receipt = await turns.receive(inbound)
        metrics.received(inbound.channel, receipt.outcome, (performance.now() - began) / 1_000)
        return receipt
      }, server.http)
    }
    const port = await server.listen(env.HOST, env.PORT)
    deliverer.start(1_000)
    const forget = () => forgetKeys(database, new Date(Date.now() - KEYS_KEPT).toISOString()).catch(onError)
    const purge = setInterval(forget, DAY / 24)
    void forget()
    const fold = setInterval(() => foldCounts(database).catch(onError), FOLDED_EVERY)
    ends.push(() => {
      clearInterval(purge)
      clearInterval(fold)
    })

    const address = addressOf(env, port)
    const url = record.embedded ? `${address}#key=${await ownersKey()}` : address
    return { url, channels: [...channels.keys()], stop }

    async function ownersKey(): Promise<string> {
      const key = await issueKey(database, OWNER, new Date(Date.now() + DAY).toISOString())
      await staff.reload()
      return key
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Whoever tries the bot out ends services of the owner's own teams. */
const servedBy = ({ teams, staff }: Config) => ({
  teams: Object.entries(teams).map(([id, { name }]) => ({ id, name })),
  agents: Object.entries(staff).flatMap(([id, { name = id, roles }]) =>
    roles.includes('agent') ? [{ id, name }] : [],
  ),
})

/** The trigger's token, where the owner finds it and nobody else reads it. */
function tokenFile(folder: string, token: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'api-token'), `${token}\n`, { mode: 0o600 })
  return token
}
