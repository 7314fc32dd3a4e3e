import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Http } from '../channel.ts'

export interface Server {
  http: Http
  /** @returns the port, which the system chooses when 0 is asked for */
  listen(host: string, port: number): Promise<number>
  /** Takes no more requests, and waits for those under way. */
  close(): Promise<void>
}

/** Milliseconds that requests under way have left when the server closes. */
const GRACE = 2_000

/** The one HTTP server: whoever has routes hangs them here. */
export function createHttp(onError: (error: unknown) => void): Server {
  const app = new Hono()
  app.onError((error, context) => {
    onError(error)
    return context.json(
      { error: { code: 'internal', message: 'Something went wrong on our side; it has been logged.' } },
      500,
    )
  })
  app.notFound((context) =>
    context.json({ error: { code: 'not_found', message: 'There is nothing at this address.' } }, 404),
  )
  const server = createServer(getRequestListener(app.fetch))
  server.requestTimeout = 30_000
  return {
    http: {
      on(method, path, handle) {
        app.on(method, path, (context) => handle(context.req.raw))
      },
    },
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          const address = server.address()
          resolve(typeof address === 'object' && address !== null ? address.port : port)
        })
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // Browsers open connections that they may never use; node does not count those as idle.
        setTimeout(() => server.closeAllConnections(), GRACE).unref()
      }),
  }
}
