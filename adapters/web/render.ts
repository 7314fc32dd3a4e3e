import type { Logged } from './deps.ts'

const encoder = new TextEncoder()

/** One row of the record, drawn, as JSON. */
export const rendered = async (row: Logged): Promise<object> => ({ ...row, content: await row.content })

/** One row of the record as a server-sent event: its `id`, `last`, is where a reader resumes. JSON leaves no line break inside. */
export const renderRow = async (row: Logged, last: number): Promise<Uint8Array> =>
  encoder.encode(`id: ${last}\nevent: message\ndata: ${JSON.stringify(await rendered(row))}\n\n`)

/** The first event of every stream: the reader is connected and gets what comes after `after`. */
export const renderReady = (after: number): Uint8Array =>
  encoder.encode(`event: ready\ndata: ${JSON.stringify({ after })}\n\n`)

/** The last event of a stream that had to make room for a newer one of the same reader. */
export const REPLACED = encoder.encode('event: replaced\ndata: {}\n\n')

/** A comment, which readers ignore: it keeps proxies from closing a quiet stream. */
export const HEARTBEAT = encoder.encode(': still here\n\n')
