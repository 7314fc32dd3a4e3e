import { Refusal } from './refusal.ts'

/** At most `count` messages in `per` milliseconds. */
interface Limit {
  count: number
  per: number
}

const OVERALL: Limit = { count: 30, per: 1_000 }
const CHAT: Limit = { count: 1, per: 1_000 }
const GROUP: Limit = { count: 20, per: 60_000 }

/** What Telegram's FAQ says of how fast a bot may send, taken by the letter. `floods` counts what was refused for it. */
export function rateLimits(now: () => number) {
  const sent = new Map<string, number[]>()
  const limits = { on: true, floods: 0, take }
  return limits

  /** @throws Refusal 429 with `retry_after` */
  function take(chat: number): void {
    if (!limits.on) return
    const at = now()
    const each: [string, Limit][] = [
      ['overall', OVERALL],
      [`chat ${chat}`, CHAT],
      ...(chat < 0 ? [[`group ${chat}`, GROUP] satisfies [string, Limit]] : []),
    ]
    for (const [name, { per }] of each)
      sent.set(
        name,
        (sent.get(name) ?? []).filter((time) => time > at - per),
      )
    const waits = each.map(([name, { count, per }]) => {
      const times = sent.get(name) ?? []
      return times.length < count ? 0 : (times[times.length - count] ?? at) + per - at
    })
    const wait = Math.max(...waits)
    if (wait > 0) {
      limits.floods += 1
      const seconds = Math.ceil(wait / 1_000)
      throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, seconds)
    }
    for (const [name] of each) sent.get(name)?.push(at)
  }
}

export type Limits = ReturnType<typeof rateLimits>
