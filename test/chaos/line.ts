import { setTimeout as pause } from 'node:timers/promises'

/** The way to a bot that may be down: whoever sends waits until it is there again. Of several processes each request meets the next. */
export interface Line {
  /** From now on the bot is at this address, or at these; null: it is gone. */
  moved(to: string | string[] | null): void
  address(): Promise<string>
  /** Sends the same request until it is acknowledged, as a platform does. @returns the body of the acknowledgement */
  deliver(path: string, headers: Record<string, string>, body: unknown): Promise<unknown>
  /** Resolves as soon as `holds`, which is asked whenever a request leaves or is acknowledged. */
  when(holds: (now: Traffic) => boolean): Promise<Traffic>
  traffic(): Traffic
}

export interface Traffic {
  /** Requests that have left and have no answer. */
  inFlight: number
  acknowledged: number
  /** Answers "nothing was stored, send it again" (503). */
  refused: number
  /** Requests that broke off: whether they had their effect is not known. */
  broken: number
}

/** Milliseconds until a request that found no bot or no record is sent again. */
const AGAIN = 100

export function createLine(): Line {
  const now: Traffic = { inFlight: 0, acknowledged: 0, refused: 0, broken: 0 }
  let urls: string[] = []
  let turn = 0
  const waiting = new Set<(url: string) => void>()
  const watching = new Set<() => void>()
  const changed = () => {
    for (const look of [...watching]) look()
  }

  const next = (): string | undefined => urls[turn++ % urls.length]

  const line: Line = {
    moved(to) {
      urls = to === null ? [] : [to].flat()
      if (urls.length === 0) return
      for (const go of [...waiting]) go(next() ?? '')
      waiting.clear()
    },
    address: async () => next() ?? (await new Promise<string>((resolve) => waiting.add(resolve))),
    async deliver(path, headers, body) {
      const request = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
      for (;;) {
        const answer = await attempt(new URL(path, await line.address()), request)
        if (answer) return answer.body
        await pause(AGAIN)
      }
    },
    when(holds) {
      return new Promise((resolve) => {
        const look = () => {
          if (!holds(now)) return
          watching.delete(look)
          resolve({ ...now })
        }
        watching.add(look)
        look()
      })
    },
    traffic: () => ({ ...now }),
  }
  return line

  /** Null: the same request has to be sent again. @throws when the bot refuses it for good */
  async function attempt(to: URL, request: RequestInit): Promise<{ body: unknown } | null> {
    now.inFlight++
    changed()
    try {
      const response = await fetch(to, request)
      const body: unknown = await response.json()
      if (response.status === 503) {
        now.refused++
        return null
      }
      if (!response.ok) throw new Error(`${to.pathname}: ${response.status} ${JSON.stringify(body)}`)
      now.acknowledged++
      return { body }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error // fetch's own for a broken connection
      now.broken++
      return null
    } finally {
      now.inFlight--
      changed()
    }
  }
}
