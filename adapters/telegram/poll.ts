import type { Api } from 'grammy'
import type { Log } from './deps.ts'
import { reasonOf, wishOf } from './errors.ts'
import type { Parsed } from './parse.ts'
import { ASKED_FOR } from './update.ts'

/** Seconds that Telegram holds the question while nothing happens. */
export const HOLD = 30
const LONGEST_PAUSE = 30_000

export interface Polling {
  api: Api
  read(update: unknown): Parsed
  take(parsed: Parsed): Promise<'taken' | 'again'>
  pause(ms: number, signal: AbortSignal): Promise<void>
  /** Tells Telegram that what is before `offset` was taken; else it would come again at the next start. */
  acknowledge(offset: number): Promise<void>
  log: Log
  stop: AbortSignal
}

/**
 * Asks for updates until `stop` aborts. Telegram forgets an update once a later one is asked for, so that is done only when it has had
 * its effect; one that is to come again is asked for again, and those of the same chat behind it wait for it. Chats go side by side.
 */
export async function poll({ api, read, take, pause, acknowledge, log, stop }: Polling): Promise<void> {
  /** Updates from `offset` on that have had their effect already. */
  const taken = new Set<number>()
  let offset = 0
  /** Up to where Telegram knows. */
  let told = 0
  let failures = 0
  const rest = (wish?: number) => pause(Math.max(wish ?? 0, Math.min(500 * 2 ** failures++, LONGEST_PAUSE)), stop)

  while (!stop.aborted) {
    let updates: unknown[]
    try {
      updates = await api.getUpdates({ offset, timeout: HOLD, allowed_updates: ASKED_FOR })
      told = offset
    } catch (error) {
      if (stop.aborted) break
      log.warn({ reason: reasonOf(error) }, 'Telegram could not be asked for updates')
      await rest(wishOf(error))
      continue
    }
    const parsed = updates.map(read).filter(({ update }) => update !== null && update >= offset && !taken.has(update))
    const again = await Promise.all([...lanes(parsed).values()].map((lane) => takeLane(lane, take, taken)))
    const first = Math.min(...again)
    if (first === Number.POSITIVE_INFINITY) {
      offset = Math.max(offset, ...[...taken].map((update) => update + 1))
      taken.clear()
      if (parsed.length > 0 || updates.length === 0) failures = 0
      else await rest() // updates without a number cannot be acknowledged
      continue
    }
    offset = first
    for (const update of taken) if (update < first) taken.delete(update)
    await rest()
  }
  if (offset > told) await acknowledge(offset)
}

/** Updates by the chat that they are of, each in their order. */
function lanes(parsed: Parsed[]): Map<string, Parsed[]> {
  const found = new Map<string, Parsed[]>()
  for (const each of parsed) {
    const lane = each.kind === 'inbound' ? each.inbound.from.address.key : 'unsupported'
    found.set(lane, [...(found.get(lane) ?? []), each])
  }
  return found
}

/** @returns the first update of the lane that is to come again, else infinity */
async function takeLane(lane: Parsed[], take: Polling['take'], taken: Set<number>): Promise<number> {
  for (const parsed of lane) {
    const { update } = parsed
    if (update === null) continue
    if ((await take(parsed)) === 'again') return update
    taken.add(update)
  }
  return Number.POSITIVE_INFINITY
}
