import pg from 'pg'

/** The version of the PostgreSQL at `url`, such as 16.4. @throws whatever keeps it from answering within `patience` milliseconds */
export async function serverVersion(url: string, patience: number): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience })
  client.on('error', () => undefined) // a connection that breaks fails its query, which is what the caller hears
  await client.connect()
  try {
    const { rows } = await client.query<{ number: number }>(
      "select current_setting('server_version_num')::int as number",
    )
    return (rows[0]?.number ?? 0) / 10_000
  } finally {
    await client.end()
  }
}
