import { backoff } from './backoff.ts'
import { newKey } from './key.ts'
import { pause } from './pause.ts'
import { failure, type Receipt, receipt } from './wire.ts'

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
export function poster(headers: Record<string, string>, language: () => string) {
  let turn: Promise<unknown> = Promise.resolve()
  return (body: Body, key: string = newKey()): Promise<Outcome> => {
    const sent = turn.then(() => deliver(body, key, { ...headers, 'Accept-Language': language() }))
    turn = sent
    return sent
  }
}

async function deliver(body: Body, key: string, headers: Record<string, string>): Promise<Outcome> {
  const until = Date.now() + PATIENCE
  for (let attempt = 0; ; attempt++) {
    const outcome = await attemptOnce(JSON.stringify({ key, ...body }), headers)
    if (outcome !== null) return outcome
    if (Date.now() > until) return { kind: 'lost' }
    await pause(backoff(attempt, Math.random()))
  }
}

async function attemptOnce(body: string, headers: Record<string, string>): Promise<Outcome | null> {
  const response = await reach('/chat/messages', {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body,
  })
  if (response === null || response.status === 429 || response.status >= 500) return null
  if (response.status === 401) return { kind: 'locked' }
  const answer = await read(response)
  if (!response.ok) return { kind: 'refused', message: messageOf(answer) }
  const read200 = receipt.safeParse(answer)
  return read200.success ? { kind: 'done', receipt: read200.data } : null
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

/** The JSON of a response, or null where it carries none. */
export async function read(response: Response): Promise<unknown> {
  const body = await response.text()
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What the server says is wrong, or nothing. */
export function messageOf(answer: unknown): string {
  const told = failure.safeParse(answer)
  return told.success ? told.data.error.message : ''
}
