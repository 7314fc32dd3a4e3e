import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Http } from './channel.ts'
import { type Ground, instant } from './ground.ts'
import { healthRoutes } from './http/health.ts'
import type { Metrics } from './http/metrics.ts'
import { openApiRoute } from './http/openapi.ts'
import { triggerRoute } from './http/trigger.ts'
import { isOutage } from './store/failure.ts'
import { failedCount } from './store/inbound.ts'
import { secret } from './store/settings.ts'
import type { Turns } from './turn/turn.ts'

interface Routes {
  version: string
  metrics: Metrics
  ask: Turns['ask']
  signedIn: (request: Request) => Promise<{ roles: string[] } | null>
}

/** What is asked over HTTP and belongs to no channel. */
export async function openRoutes(
  { config, onError, record, database, fleet }: Ground,
  http: Http,
  { version, metrics, ask, signedIn }: Routes,
): Promise<void> {
  const { env } = config
  healthRoutes(
    http,
    () =>
      database.run([failedCount({})]).then(
        () => null,
        () => 'database',
      ),
    () => (fleet.connected() === false ? ['redis'] : []),
  )
  openApiRoute(http, version)
  metrics.route(http)
  triggerRoute(http, {
    ask,
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
}

/** The trigger's token, where the owner finds it and nobody else reads it. */
function tokenFile(folder: string, token: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'api-token'), `${token}\n`, { mode: 0o600 })
  return token
}
