/**
 * A local Microsoft Teams: log-in, signing keys and the Bot Connector over https, the people in front of it, and their activities with
 * a token that this issuer signs. At least as strict as Teams is, and knows nothing of the adapter that talks to it.
 */
import type { Faults } from './faults.ts'
import { type Claims, openIssuer } from './issuer.ts'
import { createPerson, type Deliver, type Heard, type Json, type Person } from './person.ts'
import { serve } from './server.ts'
import { createWorld, type World } from './world.ts'

export interface TeamsOptions {
  /** Milliseconds since the epoch; the real time by default. */
  now?: () => number
  faults?: Faults | undefined
  /** How often a message is sent again that was not taken; a press never is. */
  redeliveries?: number
}

export interface Teams {
  world: World
  issuer: Awaited<ReturnType<typeof openIssuer>>
  /** For the adapter's `apiUrl`. */
  apiUrl: string
  /** Where the connector is, as activities and tokens name it. */
  service: string
  limits: Awaited<ReturnType<typeof serve>>['limits']
  /** Tells Teams where the bot listens. */
  register(endpoint: string): void
  join(aad: string, member?: { name?: string; locale?: string; old?: boolean }): Person
  /** A group chat, or a channel of a team, with the bot in it. */
  group(kind: 'groupChat' | 'channel', id: string): string
  /** Sends a body as it stands, with a token of these claims; `authorization` instead of it: that very header. */
  post(body: string, claims?: Claims, authorization?: string | null): Promise<Heard>
  deliver: Deliver
  waiting(): number
  close(): Promise<void>
}

export async function startTeams({ now = Date.now, faults, redeliveries = 3 }: TeamsOptions = {}): Promise<Teams> {
  const world = createWorld(now)
  let endpoint = ''
  const service = () => `${served.origin}/teams/`
  const issuer = await openIssuer(now, service)
  const served = await serve(world, issuer, faults)

  async function post(body: string, claims?: Claims, authorization?: string | null): Promise<Heard> {
    const header = authorization === undefined ? `Bearer ${await issuer.token(claims)}` : authorization
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...(header !== null && { authorization: header }) },
      body,
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }

  const deliver = async (activity: Json): Promise<Heard> => {
    const body = JSON.stringify(activity)
    for (let sent = 0; ; sent++) {
      const heard = await post(body)
      if (heard.status < 500 || activity.type === 'invoke' || sent >= redeliveries) return heard
    }
  }

  return {
    world,
    issuer,
    apiUrl: `${served.origin}/`,
    service: service(),
    limits: served.limits,
    register(url) {
      endpoint = url
    },
    join: (aad, { name = aad, locale = 'en-US', old = false } = {}) =>
      createPerson(world, service, deliver, { aad, name, locale, old }),
    group(kind, id) {
      world.groups.set(id, { kind })
      return id
    },
    post,
    deliver,
    waiting: served.waiting,
    close: served.close,
  }
}
