import { createHmac } from 'node:crypto'
import type { World } from './world.ts'

/** What Slack made of the app's answer. */
export interface Heard {
  /** HTTP status of the last attempt; 0 when nothing came within three seconds. */
  status: number
  body: unknown
  /** Whether it was acknowledged at last. */
  taken: boolean
  /** How often it was delivered: once, and up to three times more. */
  attempts: number
  /** Real milliseconds until each answer. */
  took: number[]
}

export type Kind = 'events' | 'interactivity' | 'commands'

export interface EventOptions {
  /** Where the app listens; read at each delivery. */
  appUrl: () => string
  /** Milliseconds that Slack waits; 3,000. */
  acknowledgement: number
  /** How often an event that was not acknowledged is sent again; 3. Presses, forms and commands never are. */
  redeliveries: number
}

/** Instead of HTTP, when the app has connected out. @returns what it acknowledged, null when it did not in time */
export type Socket = (
  type: string,
  payload: unknown,
  attempt: number,
  wait: number,
) => Promise<{ body: unknown } | null>

export const sign = (secret: string, seconds: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`

const SOCKET_TYPES = { events: 'events_api', interactivity: 'interactive', commands: 'slash_commands' }

export function createSender(world: World, options: EventOptions, socket: () => Socket | null) {
  /** One request as it stands, well signed unless told otherwise. */
  async function post(
    kind: Kind,
    body: string,
    headers: Record<string, string> = {},
  ): Promise<Pick<Heard, 'status' | 'body'>> {
    const seconds = Math.floor(world.now() / 1_000)
    const type = kind === 'events' ? 'application/json' : 'application/x-www-form-urlencoded'
    const signed = {
      'content-type': type,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': sign(world.signingSecret, seconds, body),
      ...headers,
    }
    const signal = AbortSignal.timeout(options.acknowledgement)
    try {
      const response = await fetch(`${options.appUrl()}/slack/${kind}`, {
        method: 'POST',
        headers: signed,
        body,
        signal,
      })
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') return { status: 0, body: null }
      throw error
    }
  }

  async function attempt(
    kind: Kind,
    payload: Record<string, unknown>,
    n: number,
  ): Promise<Pick<Heard, 'status' | 'body'>> {
    const connected = socket()
    if (connected) {
      const answer = await connected(SOCKET_TYPES[kind], payload, n, options.acknowledgement)
      return answer ? { status: 200, body: answer.body } : { status: 0, body: null }
    }
    const retry = n === 0 ? {} : { 'x-slack-retry-num': String(n), 'x-slack-retry-reason': 'http_error' }
    return post(kind, encode(kind, payload), retry)
  }

  async function deliver(kind: Kind, payload: Record<string, unknown>): Promise<Heard> {
    const most = kind === 'events' ? 1 + options.redeliveries : 1
    const took: number[] = []
    for (let n = 0; ; n++) {
      const began = performance.now()
      const { status, body } = await attempt(kind, payload, n)
      took.push(performance.now() - began)
      const taken = status >= 200 && status < 300
      if (taken || n + 1 >= most) return { status, body, taken, attempts: n + 1, took }
    }
  }

  return { post, deliver }
}

/** The body of a request: events are JSON, presses and forms JSON in a field, commands fields. */
export function encode(kind: Kind, payload: Record<string, unknown>): string {
  if (kind === 'events') return JSON.stringify(payload)
  if (kind === 'interactivity') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  return new URLSearchParams(
    Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
}
