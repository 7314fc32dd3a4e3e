import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { token } from '../../src/channel.ts'
import { eventsOf } from './event-stream.ts'
import { createReplies, type Deed } from './replies.ts'
import type { Platform, Running, Seen } from './sides.ts'

const rowSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  content: z.object({
    kind: z.string(),
    text: z.string().optional(),
    title: z.string().optional(),
    ends: z.object({ low: z.string(), high: z.string() }).optional(),
    note: z.object({ text: z.string() }).optional(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
    quotes: z.array(z.object({ text: z.string() })).optional(),
    history: z.array(z.string()).optional(),
    choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
    answered: z.string().optional(),
    edits: z.string().optional(),
  }),
})
type Content = z.infer<typeof rowSchema>['content']

/** Milliseconds until a stream that broke is opened again. */
const AGAIN = 100

/** The page's way to the bot, without the page: sessions, messages in, events out. */
export async function webPlatform(): Promise<Platform> {
  const ending = new AbortController()
  /** Members of staff, who are given their keys when the bot runs. */
  const colleagues: { id: string; person: ReturnType<typeof createPerson> }[] = []
  let running: Running | undefined

  return {
    channel: 'web',
    env: {},
    staff({ id }) {
      const person = createPerson(ending.signal)
      colleagues.push({ id, person })
      return { ...person.side, ...person.staff, user: id }
    },
    async connect(bot) {
      running = bot
      for (const { id, person } of colleagues) {
        const headers = { origin: bot.origin, 'content-type': 'application/json' }
        const body = JSON.stringify({ key: await bot.key(id) })
        const response = await fetch(`${bot.origin}/staff/session`, { method: 'POST', headers, body })
        const cookie = response.headers.get('set-cookie')?.split(';')[0]
        if (!response.ok || cookie === undefined) throw new Error(`${id} cannot sign in: ${response.status}`)
        person.enter(bot.origin, { cookie, 'sec-fetch-site': 'same-origin' })
      }
    },
    async customer({ locale }) {
      const origin = running?.origin ?? ''
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${origin}/chat/sessions`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ locale }),
      })
      const { session, address } = z.object({ session: z.string(), address: z.string() }).parse(await response.json())
      const person = createPerson(ending.signal)
      person.enter(origin, { authorization: `Bearer ${session}` })
      return {
        ...person.side,
        address,
        async open() {
          throw new Error('in the web chat the bot writes first')
        },
      }
    },
    refusals: () => 0,
    async close() {
      ending.abort()
      for (const { person } of colleagues) await person.gone()
    },
  }
}

/** Somebody with a session: what they send, and what they see. */
function createPerson(ending: AbortSignal) {
  const messages = new Map<string, Content>()
  let session: { origin: string; headers: Record<string, string> } | undefined
  let reading = Promise.resolve()
  let sent = 0

  const { act, staff } = createReplies(({ kind: _, ...deed }: Deed) => {
    if (session === undefined) throw new Error('nobody has come in')
    const headers = { ...session.headers, 'content-type': 'application/json' }
    const body = JSON.stringify({ key: `story-event-${++sent}`, ...deed })
    return fetch(`${session.origin}/chat/messages`, { method: 'POST', headers, body })
  })

  async function read(): Promise<void> {
    if (session === undefined) return
    const response = await fetch(`${session.origin}/chat/events`, { headers: session.headers, signal: ending })
    for await (const data of eventsOf(response)) {
      const row = rowSchema.safeParse(data)
      if (row.success && row.data.direction === 'out')
        messages.set(row.data.content.edits ?? row.data.id, row.data.content)
    }
  }

  /** A stream that breaks is opened again, as the page does. */
  async function stay(): Promise<void> {
    while (!ending.aborted) {
      await read().catch((error: unknown) => {
        if (!ending.aborted && !(error instanceof TypeError)) throw error // fetch's own for a broken connection
      })
      if (!ending.aborted) await pause(AGAIN)
    }
  }

  return {
    staff,
    enter(origin: string, headers: Record<string, string>) {
      session = { origin, headers }
      reading = stay()
    },
    gone: () => reading,
    side: {
      async say(words: string) {
        await act({ kind: 'text', text: words })
      },
      async press(label: string) {
        const offers = ({ answered, choices = [] }: Content) =>
          answered === undefined ? choices.find((choice) => choice.label === label) : undefined
        const [id, content] = [...messages].findLast(([, each]) => offers(each)) ?? []
        const choice = content && offers(content)
        if (id === undefined || !choice) throw new Error(`there is no button ${label}`)
        await act({ kind: 'press', token: token(id, choice.id) })
      },
      screen: () => [...messages].map(seen),
    },
  }
}

/** A message as the page shows it. */
function seen([id, content]: [string, Content]): Seen {
  const { title, text, ends, note, facts = [], quotes = [], history = [], choices = [], answered } = content
  const given = choices.find((choice) => choice.id === answered)
  const words = [
    title,
    text,
    given
      ? `✓ ${given.label}`
      : ends && `${choices.at(0)?.label} = ${ends.low} · ${choices.at(-1)?.label} = ${ends.high}`,
    note?.text,
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...quotes.map((quote) => quote.text),
    ...history,
  ]
  return {
    id,
    words: words.filter((line) => line !== undefined).join('\n'),
    buttons: given ? [] : choices.map(({ label }) => label),
    under: null,
  }
}
