import type { Http } from '../channel.ts'
import { json } from './request.ts'

/** `/healthz`: the process answers. `/readyz`: it can take and record events. */
export function healthRoutes(http: Http, isReady: () => Promise<string | null>): void {
  http.on('GET', '/healthz', () => json(200, { status: 'ok' }))
  http.on('GET', '/readyz', async () => {
    const missing = await isReady()
    return missing === null ? json(200, { status: 'ready' }) : json(503, { status: 'not ready', missing })
  })
}
