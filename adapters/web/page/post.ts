import { backoff } from './backoff.ts'
import { newKey } from './key.ts'
import { pause } from './pause.ts'
import { failure, json, type Receipt, receipt } from './wire.ts'

/** What a person sends, as `POST /chat/messages` takes it beside its key. */
export type Body =
  | { text: string }
  | { token: string }
  | { token: string; values: Record<string, string> }
  | { open: true }

/** refused: the server's own words why. lost: it could not be reached in time, and may be tried again with the same key. */
export type Outcome =
  | { kind: 'done'; receipt: Receipt }
  | { kind: 'refused'; message: string }
  | { kind: 'locked' }
  | { kind: 'lost' }

const PATIENCE = 60_000

/** A sender that keeps the order in which it was called, and sends each message until it is answered or a minute has passed. */
export function poster(
  headers: Promise<Record<string, string>>,
  language: () => string,
  /** Told, in the server's words, when it asks for patience: the message waits and goes out by itself. */
  onBusy: (message: string) => void,
) {
  let turn: Promise<unknown> = Promise.resolve()
  return (body: Body, key: string = newKey()): Promise<Outcome> => {
    const sent = turn.then(async () =>
      deliver(body, key, { ...(await headers), 'Accept-Language': language() }, onBusy),
    )
    turn = sent.catch(() => undefined) // what fails holds up nothing behind it
    return sent
  }
}

async function deliver(
  body: Body,
  key: string,
  headers: Record<string, string>,
  onBusy: (message: string) => void,
): Promise<Outcome> {
  let until = Date.now() + PATIENCE
  for (let attempt = 0; ; attempt++) {
    const response = await reach('/chat/messages', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ key, ...body }),
    })
    if (response?.status === 429) {
      const wait = waitOf(response)
      until += wait
      onBusy(messageOf(await read(response)))
      await pause(wait)
      continue
    }
    const outcome = await outcomeOf(response)
    if (outcome !== null) return outcome
    if (Date.now() > until) return { kind: 'lost' }
    await pause(backoff(attempt, Math.random()))
  }
}

/** What became of it; null when nobody knows, and it is to be sent again. */
async function outcomeOf(response: Response | null): Promise<Outcome | null> {
  if (response === null || response.status >= 500) return null
  if (response.status === 401) return { kind: 'locked' }
  const answer = await read(response)
  if (!response.ok) return { kind: 'refused', message: messageOf(answer) }
  const done = receipt.safeParse(answer)
  return done.success ? { kind: 'done', receipt: done.data } : null
}

/** The response, or null where the server cannot be reached. */
export async function reach(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, { cache: 'no-store', ...init })
  } catch (error) {
    if (error instanceof TypeError) return null // how fetch says that there is no line
    throw error
  }
}

/** The JSON of a response, or null where it carries none, or the line breaks within it. */
export async function read(response: Response): Promise<unknown> {
  try {
    return json(await response.text())
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Milliseconds that the server wants us to wait. */
export const waitOf = (response: Response): number => 1_000 * (Number(response.headers.get('Retry-After')) || 1)

/** What the server says is wrong, or nothing. */
export function messageOf(answer: unknown): string {
  const told = failure.safeParse(answer)
  return told.success ? told.data.error.message : ''
}
