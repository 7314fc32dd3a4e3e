import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

export interface Answer {
  status?: number
  headers?: Record<string, string>
  body: unknown
}

/** What a platform says to a call, by the last part of its path, and the whole; 'hang' for: nothing, ever. */
export type Says = (method: string, path: string) => Answer | 'hang'

/** A platform that says what it is told to, over HTTP. */
export async function platform(says: Says) {
  const calls: string[] = []
  const server = createServer((request, response) => {
    const method = request.url?.split('?')[0]?.split('/').at(-1) ?? ''
    calls.push(method)
    request.resume().on('end', () => {
      const answer = says(method, request.url ?? '')
      if (answer === 'hang') return
      const { status = 200, headers = {}, body } = answer
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  onTestFinished(close)
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, calls, close }
}
