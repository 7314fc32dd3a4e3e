import type { Logged } from './deps.ts'
import { HEARTBEAT, REPLACED, renderReady, renderRow } from './render.ts'

/** Rows read ahead at once: all that a stream ever holds in memory. */
const PAGE = 32

export interface Source {
  /** Rows after `seq`, in order, at most `limit`. */
  read(seq: number, limit: number): Promise<Logged[]>
  subscribe(wake: () => void): () => void
  /** Calls back at an even pace until the returned function is called. */
  heartbeat(tick: () => void): () => void
  /** Whether the reader may go on reading; asked at every heartbeat. */
  allowed(): boolean
  /** Whose streams are counted together; null: nobody counts them. */
  reader: string | null
}

/** A page has one stream, and nobody looks at more pages: each costs a connection and its memory. */
const MOST = 10

type End = (why?: 'replaced') => void

/**
 * The open streams of a channel, by what ends them. A reader's oldest one ends where a newer one would be too many. After `close` none
 * stays open, not even one that comes late.
 */
export interface Streams {
  add(end: End, reader: string | null): void
  remove(end: End, reader: string | null): void
  close(): void
}

export function openStreams(): Streams {
  const ends = new Set<End>()
  const read = new Map<string, Set<End>>()
  let closed = false
  return {
    add(end, reader) {
      ends.add(end)
      if (closed) return end()
      if (reader === null) return
      const own = read.get(reader) ?? new Set()
      read.set(reader, own.add(end))
      const [oldest] = own
      if (own.size > MOST) oldest?.('replaced')
    },
    remove(end, reader) {
      ends.delete(end)
      const own = reader === null ? undefined : read.get(reader)
      own?.delete(end)
      if (reader !== null && own?.size === 0) read.delete(reader)
    },
    close() {
      closed = true
      for (const end of [...ends]) end()
    },
  }
}

/**
 * A conversation as a stream of server-sent events: first `ready`, then what is `pinned`, every row after `after`, and each as it comes.
 * It reads only when its reader asks for more, so a slow reader holds at most a page of rows. A heartbeat also looks
 * into the record, because a wake-up may get lost. It throws when the record cannot be read at once; when that happens later
 * it ends, and its reader comes back to hear why.
 */
export async function follow(
  source: Source,
  after: number,
  streams: Streams,
  pinned: readonly Logged[] = [],
): Promise<ReadableStream<Uint8Array>> {
  let last = after
  let page: Logged[] = []
  let behind = false
  let beat = false
  let over = false
  let replaced = false
  let cancelled = false
  let resume = (): void => undefined

  const wake = (): void => {
    behind = true
    resume()
  }
  const stops = [
    source.subscribe(wake),
    source.heartbeat(() => {
      if (!source.allowed()) return end()
      beat = true
      wake()
    }),
  ]
  function end(why?: 'replaced'): void {
    if (over) return
    over = true
    replaced = why === 'replaced'
    for (const stop of stops) stop()
    streams.remove(end, source.reader)
    resume()
  }

  async function read(): Promise<void> {
    behind = false // before the read: a wake-up that comes during it asks for another
    try {
      page = await source.read(last, PAGE)
    } catch (error) {
      end()
      throw error
    }
    if (page.length === PAGE) behind = true
  }

  /** The next thing to send, or null at the end. */
  async function next(): Promise<Uint8Array | null> {
    for (;;) {
      const row = page.shift()
      if (row) {
        last = Math.max(last, row.seq)
        return renderRow(row, last) // what is pinned stands before what is resumed from
      }
      if (replaced) {
        replaced = false
        return REPLACED
      }
      if (over) return null
      if (behind) {
        await read()
      } else if (beat) {
        beat = false
        return HEARTBEAT
      } else {
        await new Promise<void>((resolve) => {
          resume = resolve
        })
      }
    }
  }

  streams.add(end, source.reader)
  await read()
  page.unshift(...pinned)
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(renderReady(after))
      },
      async pull(controller) {
        const frame = await next().catch(() => null) // an error thrown here would be shown to the reader by the server
        if (cancelled) return
        if (frame) controller.enqueue(frame)
        else controller.close()
      },
      cancel() {
        cancelled = true
        end()
      },
    },
    { highWaterMark: 0 },
  )
}
