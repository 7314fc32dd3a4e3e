import { type Chat, createChat } from './chat.ts'
import { createDice } from './dice.ts'
import type { Line } from './line.ts'
import type { Row } from './reader.ts'

/** The share of cards that an agent reaches for: some of them both, some neither. */
const CLAIMS = 0.5

/** An agent works the cards that come: claims one, tells that the customer was contacted, says how it was put right. */
export interface Agent {
  chat: Chat
  /** Resolves when nothing more is to be done about the cards that have come. */
  idle(): Promise<void>
  failure: Promise<never>
}

export async function work(line: Line, seed: string, name: string, key: string): Promise<Agent> {
  const headers = await signIn(line, key)
  const dice = createDice(`${seed} ${name}`)
  const chat = createChat(line, { conversation: `web:${name}`, headers, dice })
  const doing = new Set<Promise<void>>()
  let fail: (error: unknown) => void = () => undefined
  const failure = new Promise<never>((_, reject) => {
    fail = reject
  })

  async function handle({ id }: Row): Promise<void> {
    await chat.press(id, 'claim')
    if (dice.chance(0.5)) await chat.press(id, 'contacted')
    const note = dice.chance(0.5) ? 'It is on its way.' : ''
    await chat.fill(id, 'resolve', { cause: 'process', action: `${name} refunded by hand`, note })
  }

  chat.reader.each((row) => {
    if (!row.content.choices?.some(({ id }) => id === 'claim') || !dice.chance(CLAIMS)) return
    const mine = handle(row).catch(fail)
    doing.add(mine)
    void mine.then(() => doing.delete(mine))
  })
  return {
    chat,
    failure,
    async idle() {
      while (doing.size > 0) await Promise.all(doing)
    },
  }
}

/** A key is good once, so it is used before anything is killed. */
async function signIn(line: Line, key: string): Promise<Record<string, string>> {
  const address = await line.address()
  const origin = new URL(address).origin
  const response = await fetch(new URL('staff/session', address), {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  if (!response.ok) throw new Error(`no staff session: ${response.status} ${await response.text()}`)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { cookie, 'sec-fetch-site': 'same-origin' }
}
