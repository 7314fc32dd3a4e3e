import type { Address, Sender } from '../../src/channel.ts'
import type { Activity } from './activity.ts'

export const CHANNEL = 'teams'

/** Entra's id of a person: what an owner writes into `identities`, and where a conversation is opened with who never wrote. */
const PERSON = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** As events have it: an id in capitals in the owner's file is nobody's. */
export const PERSON_KEY = new RegExp(PERSON.source)
/** A group chat or a channel of a team. */
const GROUP = /^19:[\w.-]{1,200}@[\w.]{1,40}$/

const isPerson = (key: string): boolean => PERSON.test(key)
export const isGroup = (key: string): boolean => GROUP.test(key)
/** Only a channel of a team has threads. */
export const isChannel = (conversation: string): boolean => /@thread\.(tacv2|skype)(;|$)/.test(conversation)

/** A conversation without the thread of a channel in which something was said. */
export const withoutThread = (conversation: string): string => conversation.replace(/;messageid=\d+$/, '')

/** The first message of the thread of a channel, or null. */
export const threadOf = (conversation: string): string | null =>
  /;messageid=(\d{1,20})$/.exec(conversation)?.[1] ?? null

/** Who did something and where; null where Teams does not tell who, or names a place that cannot be. */
export function senderOf({ from, conversation, serviceUrl, channelData, locale }: Activity): Sender | null {
  const user = from.aadObjectId?.toLowerCase()
  if (user === undefined || !isPerson(user)) return null
  const place = placeOf({ conversation, serviceUrl, tenant: conversation.tenantId ?? channelData?.tenant?.id })
  if (place.personal === false && !isGroup(place.conversation)) return null
  const { personal, ...more } = place
  const address: Address = { key: personal ? user : place.conversation, ...more }
  const name = from.name?.trim().slice(0, 200)
  return { user, address, ...(!personal && { shared: true }), ...(locale && { locale }), ...(name && { name }) }
}

function placeOf(told: { conversation: Activity['conversation']; serviceUrl: string; tenant: string | undefined }) {
  const { id, conversationType } = told.conversation
  return {
    personal: conversationType === 'personal',
    conversation: withoutThread(id),
    service: told.serviceUrl,
    ...(told.tenant !== undefined && { tenant: told.tenant }),
  }
}

/** Where an address leads: its conversation, once one is known, and the service that serves it. */
export interface Place {
  key: string
  conversation: string | null
  service: string | null
  tenant: string | null
}

/** An address as it is stored, or null when it is not one of this channel's. */
export function placeAt(address: Address): Place | null {
  const { key } = address
  if (!isPerson(key) && !isGroup(key)) return null
  const text = (name: string): string | null => {
    const value = address[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    key,
    conversation: isGroup(key) ? key : text('conversation'),
    service: text('service'),
    tenant: text('tenant'),
  }
}

/** A message's reference: `<conversation>|<activity>`. */
export const refOf = (conversation: string, activity: string): string => `${conversation}|${activity}`

/** The conversation and activity of a reference, or null when it is not one of ours. */
export function readRef(ref: string | undefined): { conversation: string; activity: string } | null {
  const [, conversation, activity] = /^([^|\s]{1,300})\|([^|\s]{1,200})$/.exec(ref ?? '') ?? []
  return conversation === undefined || activity === undefined ? null : { conversation, activity }
}
