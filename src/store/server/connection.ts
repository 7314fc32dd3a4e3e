import pg from 'pg'
import { codeOf } from './unavailable.ts'

const CANNOT_CONNECT_NOW = '57P03'

/** The address of the server at `port` for any PostgreSQL client. */
export function url(port: number, password: string): string {
  return `postgres://afterword:${password}@127.0.0.1:${port}/postgres`
}

/**
 * An open connection; 'busy' when a server is there but is starting, recovering or stopping; null when none of ours is.
 * The password is random, so whoever accepts it is the folder's own server.
 */
export async function connect(port: number, password: string): Promise<pg.Client | 'busy' | null> {
  const client = new pg.Client({
    connectionString: url(port, password),
    connectionTimeoutMillis: 3_000,
    application_name: 'afterword presence',
    keepAlive: true,
  })
  client.on('error', () => {
    // without a listener this would end the process; an 'end' always follows
  })
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => null)
    return codeOf(error) === CANNOT_CONNECT_NOW ? 'busy' : null
  }
}
