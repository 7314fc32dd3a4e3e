import { type Channel, type Delivery, type Outbound, retires } from '../../src/channel.ts'
import type { Connector, Target } from './connector.ts'
import { type Failure, failureOf } from './errors.ts'
import { isChannel, type Place, placeAt, readRef, refOf } from './person.ts'
import { type Message, render } from './render.ts'

const MOST = 10_000

/** Where a conversation is opened with somebody of whom only the id is known. */
export interface Preset {
  service: string
  tenant: string | null
}
/** Larger pictures Teams does not take, and their words are sent instead. Source: “Picture messages” at learn.microsoft.com. */
export const PICTURE = { bytes: 1_048_576, side: 1_024 }

const rejected = (reason: string): Delivery => ({ status: 'rejected', unreachable: false, reason })

/**
 * The chats that are known of, by address key, where the address itself does not say: where people last did something in this process,
 * and those that were opened for them.
 */
export type Chats = Map<string, Place>

/** Sends what is to be shown, and says what became of it. */
export function createSend(connect: () => Promise<Connector>, preset: Preset, chats: Chats): Channel['send'] {
  /** Messages of which a part has left: it is not sent again with the rest. */
  const begun = new Map<string, number>()

  const around = ({ service, tenant }: Place): Omit<Target, 'conversation'> => ({
    service: service ?? preset.service,
    tenant: tenant ?? preset.tenant,
  })

  /** Where the address leads; a person's chat is opened when it is first written to. Null: nobody can tell where. */
  async function targetOf(connector: Connector, place: Place): Promise<Target | null> {
    const at = around(place)
    if (place.conversation !== null) return { ...at, conversation: place.conversation }
    if (at.tenant === null) return null
    const conversation = await connector.open(at.service, place.key, at.tenant)
    remember(chats, place.key, { ...place, conversation })
    return { ...at, conversation }
  }

  return async (to, outbound, key) => {
    const told = placeAt(to)
    const place = told?.conversation === null ? (chats.get(to.key) ?? told) : told
    if (place === null) return rejected('not an address of the Teams channel')
    const messages = render(shownBy(outbound), key.id)
    const last = messages.at(-1)
    if (last === undefined) return rejected('nothing to show')
    const standing = outbound.edits === undefined ? null : readRef(key.edits)
    if (standing === null && retires(outbound)) return { status: 'sent' }
    try {
      const connector = await connect()
      if (standing !== null && messages.length === 1) {
        const target = { ...around(place), conversation: standing.conversation }
        const edited = await replace(connector, target, standing.activity, last)
        if (edited.status !== 'lost') return edited
        if (retires(outbound)) return { status: 'sent' }
      }
      const target = await targetOf(connector, place)
      if (target === null)
        return rejected('TEAMS_TENANT_ID is missing: only who has written or installed the bot is known')
      return await post(connector, inThread(target, key.thread), messages, key.id)
    } catch (error) {
      const failure = failureOf(error)
      if (failure.status === 'rejected') chats.delete(to.key)
      return failure.status === 'lost' ? rejected('the message is gone') : failure
    }
  }

  async function post(connector: Connector, target: Target, messages: Message[], id: string): Promise<Delivery> {
    let activity: string | undefined
    for (const [n, message] of messages.entries()) {
      if (n < (begun.get(id) ?? 0)) continue
      activity = await connector.post(target, activityOf(message))
      if (messages.length > 1) remember(begun, id, n + 1)
    }
    begun.delete(id)
    return { status: 'sent', ...(activity !== undefined && { ref: refOf(target.conversation, activity) }) }
  }
}

/** In place. Lost: it stands there no more. */
async function replace(
  connector: Connector,
  target: Target,
  activity: string,
  message: Message,
): Promise<Failure | { status: 'sent'; ref: string }> {
  try {
    await connector.replace(target, activity, activityOf(message))
    return { status: 'sent', ref: refOf(target.conversation, activity) }
  } catch (error) {
    return failureOf(error)
  }
}

/** A message as an activity. A card stands alone: Teams parts words and card, and then tells the id of neither. */
export function activityOf(message: Message) {
  switch (message.kind) {
    case 'text':
      return { text: message.text, textFormat: 'plain' }
    case 'card': {
      const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }
      return { attachments: [attachment], summary: message.summary }
    }
    case 'picture': {
      const contentUrl = `data:image/png;base64,${message.png}`
      return { attachments: [{ contentType: 'image/png', contentUrl, name: message.alt }], summary: message.alt }
    }
  }
}

/** Threads stand in the channels of a team only; elsewhere a message stands by itself. */
function inThread(target: Target, thread: string | undefined): Target {
  const root = readRef(thread)
  if (!isChannel(target.conversation) || root === null || root.conversation !== target.conversation) return target
  return { ...target, conversation: `${target.conversation};messageid=${root.activity}` }
}

/** In words where it is a picture that Teams does not show. */
const shownBy = (outbound: Outbound): Outbound =>
  outbound.kind === 'picture' && tooLarge(outbound.png)
    ? { kind: 'text', text: outbound.alt, locale: outbound.locale }
    : outbound

/** By its header: the width and the height of a PNG are its bytes 16–23. */
function tooLarge(png: string): boolean {
  const bytes = Buffer.from(png, 'base64')
  if (bytes.length < 24 || bytes.length > PICTURE.bytes) return true
  return Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) > PICTURE.side
}

/** As many as are worth the memory; the oldest goes first. */
export function remember<T>(map: Map<string, T>, key: string, value: T): void {
  const [oldest] = map.size >= MOST ? map.keys() : []
  if (oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
