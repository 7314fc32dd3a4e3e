import { createServer } from 'node:net'

/** A free TCP port of the loopback interface: `wanted` if it is free, else any. */
export async function freePort(wanted?: number): Promise<number> {
  return (wanted ? await bound(wanted) : null) ?? (await bound(0)) ?? freePort()
}

function bound(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}
