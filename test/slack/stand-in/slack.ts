/**
 * A local Slack: its Web API over HTTP, its events (signed, or over Socket Mode), and the people in front of it. At least as strict as
 * Slack is, and knows nothing of the adapter that talks to it.
 */
import { type ApiOptions, serveApi } from './api.ts'
import { createSender } from './events.ts'
import { createPerson, type Person } from './person.ts'
import { serveSocket } from './socket.ts'
import { createWorld, type World } from './world.ts'

export interface SlackOptions extends Omit<ApiOptions, 'socketUrl'> {
  /** Milliseconds since the epoch; the real time by default. */
  now?: () => number
  acknowledgement?: number
  redeliveries?: number
}

export interface Slack {
  world: World
  /** For the adapter's `slackApiUrl`. */
  apiUrl: string
  /** Tells Slack where the app listens. */
  install(appUrl: string): void
  join(id: string, member?: { name?: string; locale?: string }): Person
  /** A team's channel with these people and the bot in it. */
  channel(id: string, people: Person[]): string
  post: ReturnType<typeof createSender>['post']
  deliver: ReturnType<typeof createSender>['deliver']
  /** Resolves when the app has connected by Socket Mode. */
  connected(): Promise<void>
  sockets(): number
  /** How often the app has connected by Socket Mode. */
  connections(): number
  /** Its connection breaks. */
  drop(): void
  /** Slack asks it to connect anew. */
  refresh(): void
  /** Calls of the API that hang. */
  waiting(): number
  close(): Promise<void>
}

export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const { now = Date.now, acknowledgement = 3_000, redeliveries = 3, ...api } = options
  const world = createWorld(now)
  let appUrl = ''
  const served = await serveApi(world, {
    ...api,
    socketUrl: () => `${served.url.replace('http', 'ws').replace('/api/', '')}/link/`,
  })
  const sockets = serveSocket(served.server)
  const sender = createSender(world, { appUrl: () => appUrl, acknowledgement, redeliveries }, sockets.socket)
  return {
    world,
    apiUrl: served.url,
    install(url) {
      appUrl = url
    },
    join: (id, { name = id, locale = 'en-US' } = {}) =>
      createPerson(world, { id, name, locale, deleted: false }, sender.deliver),
    channel(id, people) {
      world.channels.set(id, { archived: false, members: new Set([...people.map((each) => each.id), world.bot]) })
      return id
    },
    ...sender,
    connected: sockets.connected,
    sockets: sockets.open,
    connections: sockets.connections,
    drop: sockets.drop,
    refresh: sockets.refresh,
    waiting: served.waiting,
    async close() {
      sockets.close()
      await served.close()
    },
  }
}
