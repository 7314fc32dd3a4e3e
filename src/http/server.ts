import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Http } from '../channel.ts'
import { peerOf } from './peer.ts'

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
  for (const path of ['/', '/chat', '/assets/*', '/widget.js']) app.use(path, compress()) // a third of the bytes, and no proxy needed for it
  const server = createServer(getRequestListener(app.fetch))
  server.requestTimeout = 30_000
  return {
    http: {
      on(method, path, handle) {
        app.on(method, path, async (context) => {
          const request = context.req.raw
          const peer = peerOf(getConnInfo(context).remote.address, context.req.header('x-forwarded-for'))
          const response = await handle(request, peer)
          if (request.method === 'HEAD') await response.body?.cancel() // it goes without; a stream would wait for a reader for ever
          return response
        })
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
