import { AsyncLocalStorage } from 'node:async_hooks'
import type { Capabilities, Inbound } from '../channel.ts'
import type { Database } from '../store/database.ts'
import { createTurns, type Turns } from '../turn/turn.ts'
import type { Setting } from '../turn/work.ts'
import { type Agenda, createAgenda } from './agenda.ts'
import { dueTimers, type Letter, letters } from './post.ts'

export const CHANNEL = 'sample'

export const capabilities: Capabilities = {
  edit: true,
  forms: true,
  pictures: false,
  opens: true,
  textLimit: 4_000,
  budgets: [],
}

export interface Stage {
  agenda: Agenda
  ask: Turns['ask']
  /** What somebody does in the chat of the sample, at the instant of the event that is played. */
  says(user: string, body: Inbound['body'], locale?: string): Promise<void>
  /** Plays the agenda and the timers up to `end`, and calls `heard` with all that is said meanwhile. */
  play(from: number, end: number, heard: (letter: Letter) => void, passed: (at: number) => void): Promise<void>
}

/** Turns at once: more only wait for the database. */
const AT_ONCE = 24
/**
 * How much time is played together: within a day everybody keeps their order, and timers come after what people do, each by its own clock.
 * With two hours instead most turns wait for the database alone, and 3,000 responses take 136 s.
 */
const WINDOW = 24 * 60 * 60_000

/** The real turns on a clock that the events bring along. */
export function createStage(database: Database, setting: Setting): Stage {
  const clock = new AsyncLocalStorage<number>()
  const failures: unknown[] = []
  const agenda = createAgenda()
  const turns = createTurns({
    database,
    setting,
    now: () => new Date(clock.getStore() ?? Number.NaN).toISOString(),
    nudge: () => undefined,
    onFailure: (error) => failures.push(error),
  })
  let events = 0

  /** All events before `until`, each person's one after the other, everybody's together. */
  async function people(until: number, heard: (letter: Letter) => void): Promise<void> {
    for (let next = agenda.next(); next !== null && next < until; next = agenda.next()) {
      const round = new Map<string, { at: number; act: () => Promise<void> }>()
      const later: Parameters<Agenda['add']>[0][] = []
      for (let at = agenda.next(); at !== null && at < until; at = agenda.next()) {
        const event = agenda.take()
        if (!event) break
        if (round.has(event.who)) later.push(event)
        else round.set(event.who, event)
      }
      for (const event of later) agenda.add(event)
      await each([...round.values()], ({ at, act }) => clock.run(at, act))
      await deliver(heard)
    }
  }

  async function deliver(heard: (letter: Letter) => void): Promise<void> {
    for (const letter of await letters(database)) heard(letter)
    if (failures.length > 0) throw failures[0]
  }

  return {
    agenda,
    ask: turns.ask,
    async says(user, body, locale) {
      const from = { user, address: { key: user }, ...(locale ? { locale } : {}) }
      const receipt = await turns.receive({ channel: CHANNEL, key: `sample-${++events}`, from, body })
      if (receipt.outcome !== 'done') throw new Error(`an event of the sample ended as ${receipt.outcome}`)
    },
    async play(from, end, heard, passed) {
      for (let until = from + WINDOW; ; until += WINDOW) {
        const limit = Math.min(until, end)
        await people(limit, heard)
        for (
          let due = await dueTimers(database, iso(limit));
          due.length > 0;
          due = await dueTimers(database, iso(limit))
        ) {
          await each(due, (timer) => clock.run(Date.parse(timer.due_at), () => turns.fire(timer)))
          await deliver(heard)
          await people(limit, heard)
        }
        passed(limit)
        if (limit >= end) return
      }
    },
  }
}

const iso = (at: number) => new Date(at).toISOString()

async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const one = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, one))
}
