import type { Http } from '../channel.ts'
import { json } from './request.ts'

/**
 * `/healthz`: the process answers. `/readyz`: it can take and record events; what it does without is `degraded`, and no reason to take
 * it out of a balancer, for its neighbours do without it too.
 */
export function healthRoutes(http: Http, isReady: () => Promise<string | null>, degraded: () => string[]): void {
  http.on('GET', '/healthz', () => json(200, { status: 'ok' }))
  http.on('GET', '/readyz', async () => {
    const missing = await isReady()
    if (missing !== null) return json(503, { status: 'not ready', missing })
    const without = degraded()
    return json(200, without.length === 0 ? { status: 'ready' } : { status: 'ready', degraded: without })
  })
}
