import type { Fields } from './fields.ts'
import { bad, Refusal } from './refusal.ts'

export interface Update extends Fields {
  update_id: number
}

interface Hook {
  url: string
  secret: string
}

export interface Outcome {
  /** HTTP status of the web hook; 0 where it could not be reached. */
  status: number
  /** The update stays to be delivered again. */
  repeat: boolean
}

/** What has happened and is not acknowledged yet: asked for with `getUpdates`, or sent to the web hook. */
export function openUpdates() {
  let pending: Update[] = []
  let hook: Hook | null = null
  let last = 7_000
  let wake: (() => void) | null = null
  /** Ends the question that is held, for another has come. */
  let displace: (() => void) | null = null
  let conflicts = 0
  const idle = new Set<() => void>()
  const settle = () => {
    if (pending.length === 0) for (const done of idle) done()
  }

  const updates = {
    hook: () => hook,
    /** Questions that were ended by another: two programs ask at once. */
    conflicts: () => conflicts,
    pending: () => pending.map(({ update_id }) => update_id),
    next: () => ++last,
    add(update: Update): void {
      pending.push(update)
      wake?.()
    },
    /** Resolves when all has been acknowledged. */
    acknowledged: (): Promise<void> =>
      new Promise((done) => {
        idle.add(done)
        settle()
      }),

    /** An update is forgotten when a later one is asked for. Without any, it waits as long as it is asked to. @throws Refusal */
    async get(fields: Fields, gone: AbortSignal): Promise<Update[]> {
      if (hook)
        throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      const offset = Number(fields.offset ?? 0)
      const limit = Number(fields.limit ?? 100)
      if (limit < 1 || limit > 100) throw bad('limit must be between 1 and 100')
      displace?.()
      pending = pending.filter(({ update_id }) => update_id >= offset)
      settle()
      if (pending.length === 0 && Number(fields.timeout ?? 0) > 0) await something(Number(fields.timeout), gone)
      return pending.filter(({ update_id }) => update_id >= offset).slice(0, limit)
    },

    set(fields: Fields): true {
      const url = String(fields.url ?? '')
      const secret = String(fields.secret_token ?? '')
      if (url !== '' && !/^https?:\/\//.test(url)) throw bad('bad webhook: An HTTPS URL must be provided for webhook')
      if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret)) throw bad('secret token contains unallowed characters')
      hook = url === '' ? null : { url, secret }
      return true
    },

    /** Sends one body to the web hook as Telegram does: anything but 2xx means that it comes again. */
    async post(body: string): Promise<Outcome> {
      if (!hook) throw new Error('no web hook is set')
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': hook.secret }
      const { status } = await fetch(hook.url, { method: 'POST', headers, body })
      return { status, repeat: status < 200 || status > 299 }
    },

    /** Delivers what is pending to the web hook, in order, each until it is taken, at most `tries` times. */
    async deliver(tries = 10): Promise<void> {
      for (let tried = 0; pending.length > 0 && tried < tries; ) {
        const { repeat } = await updates.post(JSON.stringify(pending[0]))
        if (repeat) tried += 1
        else pending.shift()
      }
      settle()
    },
  }
  return updates

  function something(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((done, fail) => {
      const end = () => {
        clearTimeout(timer)
        gone.removeEventListener('abort', end)
        if (wake === end) [wake, displace] = [null, null]
        done()
      }
      const timer = setTimeout(end, seconds * 1_000)
      gone.addEventListener('abort', end)
      wake = end
      displace = () => {
        conflicts += 1
        fail(
          new Refusal(
            409,
            'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
          ),
        )
        end()
      }
    })
  }
}

export type Updates = ReturnType<typeof openUpdates>
