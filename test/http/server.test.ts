import { afterEach, expect, test } from 'vitest'
import { createHttp, type Server } from '../../src/http/server.ts'

let server: Server | null = null
afterEach(() => server?.close())

async function serving(handle: () => Response): Promise<string> {
  server = createHttp((error) => {
    throw error
  })
  server.http.on('GET', '/here', async () => handle())
  return `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}/here`
}

test('HEAD leaves no stream open that nobody will ever read', async () => {
  let open = 0
  const stream = () =>
    new ReadableStream({
      start: () => void open++,
      cancel: () => void open--,
    })
  const address = await serving(() => new Response(stream(), { headers: { 'Content-Type': 'text/event-stream' } }))
  const head = await fetch(address, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/event-stream', ''])
  expect(open).toBe(0)
})
