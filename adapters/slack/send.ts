import { webApi } from '@slack/bolt'
import { type Address, type Delivery, type Outbound, retires, type SendKey } from '../../src/channel.ts'
import type { Pause } from './deps.ts'
import { codeOf, toDelivery } from './errors.ts'
import { isAddress, isUser, readRef, refOf } from './person.ts'
import { putPicture } from './picture.ts'
import { type Message, render } from './render.ts'

/** A message to edit is not there any more, or may not be edited any more. */
const GONE = new Set(['message_not_found', 'edit_window_closed', 'cant_update_message'])

const MOST = 10_000
/** Milliseconds between two messages of a conversation; the deliverer counts one that comes in several parts as one. */
const APART = 1_000
const sent = (channel: string, ts: string | null): Delivery => ({
  status: 'sent',
  ...(ts !== null && { ref: refOf(channel, ts) }),
})
const rejected = (reason: string): Delivery => ({ status: 'rejected', unreachable: false, reason })

/** Sends what is to be shown, and says what became of it. */
export function createSend(
  client: webApi.WebClient,
  pause: Pause,
  now: () => number,
): (to: Address, outbound: Outbound, key: SendKey) => Promise<Delivery> {
  const direct = new Map<string, string>()
  /** Messages of which a part has left: the part is not sent again with the rest. */
  const begun = new Map<string, number>()
  /** When edits may be tried again, in milliseconds since the epoch: Slack counts those of a whole workspace, by the minute, apart from posts. */
  let editsFrom = 0

  /** The conversation to write to; a person's is opened when it is first written to. */
  async function conversation({ key }: Address): Promise<string> {
    if (!isUser(key)) return key
    const open = direct.get(key)
    if (open !== undefined) return open
    const { channel } = await client.conversations.open({ users: key })
    const id = channel?.id ?? key
    remember(direct, key, id)
    return id
  }

  /** In order; `from` are those that an earlier attempt has sent. */
  async function post(
    channel: string,
    messages: Message[],
    key: SendKey,
    thread: { thread_ts?: string },
  ): Promise<string | null> {
    let ts: string | null = null
    for (const [n, message] of messages.entries()) {
      if (n < (begun.get(key.id) ?? 0)) continue
      const posted = await client.chat.postMessage({
        channel,
        ...message,
        ...thread,
        unfurl_links: false,
        unfurl_media: false,
      })
      ts = posted.ts ?? null
      if (messages.length > 1) remember(begun, key.id, n + 1)
      if (messages.length > 1) await pause(APART)
    }
    begun.delete(key.id)
    return ts
  }

  /** Whether a message still stands there, and is now this one. */
  async function replaced(ref: string, messages: Message[]): Promise<boolean> {
    const standing = readRef(ref)
    const message = messages.at(-1) // an edited text stands in one message; of a prompt it is the one with buttons
    if (standing === null || message === undefined) return false
    try {
      await client.chat.update({ ...standing, ...message })
      return true
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError) editsFrom = now() + error.retryAfter * 1_000
      if (GONE.has(codeOf(error))) return false
      throw error
    }
  }

  async function deliver(to: Address, outbound: Outbound, key: SendKey): Promise<Delivery> {
    if (outbound.kind !== 'picture' && outbound.edits !== undefined) {
      if (key.edits !== undefined && now() < editsFrom)
        return { status: 'retry', after: editsFrom - now(), reason: 'ratelimited' }
      if (key.edits !== undefined && (await replaced(key.edits, render(outbound, key.id))))
        return { status: 'sent', ref: key.edits }
      if (retires(outbound)) return { status: 'sent' }
    }
    const channel = await conversation(to)
    const root = key.thread === undefined ? null : readRef(key.thread)
    const thread = root?.channel === channel ? { thread_ts: root.ts } : {}
    if (outbound.kind === 'picture') {
      if (outbound.png === '') return rejected('no picture')
      return sent(channel, await putPicture(client, { channel, ...outbound, thread }, pause))
    }
    const messages = render(outbound, key.id)
    if (messages.length === 0) return rejected('nothing to show')
    return sent(channel, await post(channel, messages, key, thread))
  }

  return async (to, outbound, key) => {
    if (!isAddress(to)) return rejected('not an address of the Slack channel')
    try {
      return await deliver(to, outbound, key)
    } catch (error) {
      const failed = toDelivery(error)
      if (failed.status === 'rejected') direct.delete(to.key)
      return failed
    }
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.size >= MOST) map.delete(map.keys().next().value ?? '')
  map.set(key, value)
}
