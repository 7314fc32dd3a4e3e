import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

export interface Balancer {
  /** Without a slash at the end. */
  origin: string
  /** From now on requests go to these, one after the other in turn. */
  moved(to: string[]): void
  close(): Promise<void>
}

/** One address before several processes. It keeps nobody to the process that they met before. */
export async function openBalancer(): Promise<Balancer> {
  let urls: string[] = []
  let turn = 0

  function pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, headers } = asked
    const to = new URL(asked.url ?? '/', urls[turn++ % urls.length])
    const passed = request(to, { method, headers, agent: false }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.on('error', () => answer.destroy())
      given.pipe(answer)
    })
    answer.on('close', () => passed.destroy())
    passed.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()))
    asked.pipe(passed)
  }

  const server = createServer(pass).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    moved(to) {
      urls = to
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
