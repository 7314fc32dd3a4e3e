import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Line } from './line.ts'

/** One row of a conversation as `GET /chat/events` shows it. */
export const rowSchema = z.object({
  seq: z.number(),
  id: z.string(),
  direction: z.enum(['in', 'out']),
  content: z.object({
    kind: z.string(),
    text: z.string().optional(),
    subject: z.string().optional(),
    choices: z.array(z.object({ id: z.string() })).optional(),
    edits: z.string().optional(),
    answered: z.string().optional(),
  }),
})
export type Row = z.infer<typeof rowSchema>

/** Reads a conversation as a page does: from the beginning, and after every break from where it was. */
export interface Reader {
  /** In the order in which they came. */
  rows: Row[]
  until(holds: (rows: Row[]) => boolean): Promise<void>
  /** Calls back for each row that is read from now on. */
  each(hear: (row: Row) => void): void
  close(): void
}

const AGAIN = 50

export function createReader(line: Line, headers: Record<string, string>): Reader {
  const rows: Row[] = []
  const hearers = new Set<(row: Row) => void>()
  const closing = new AbortController()

  async function follow(): Promise<void> {
    while (!closing.signal.aborted) {
      const to = new URL('chat/events', await line.address())
      const after = { 'last-event-id': String(rows.at(-1)?.seq ?? 0) }
      try {
        const response = await fetch(to, { headers: { ...headers, ...after }, signal: closing.signal })
        if (response.ok && response.body) await listen(response.body)
        else await response.text()
      } catch (error) {
        if (!closing.signal.aborted && !(error instanceof TypeError)) throw error
      }
      if (!closing.signal.aborted) await pause(AGAIN)
    }
  }

  async function listen(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = ''
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + text).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) {
        const data = /^event: message\ndata: (.*)$/m.exec(frame)?.[1]
        if (data === undefined) continue
        const row = rowSchema.parse(JSON.parse(data))
        rows.push(row)
        for (const hear of [...hearers]) hear(row)
      }
    }
  }

  const following = follow()
  following.catch(() => closing.abort())
  return {
    rows,
    until(holds) {
      return new Promise((resolve, reject) => {
        following.catch(reject)
        const look = () => {
          if (!holds(rows)) return
          hearers.delete(look)
          resolve()
        }
        hearers.add(look)
        look()
      })
    },
    each: (hear) => void hearers.add(hear),
    close: () => closing.abort(),
  }
}
