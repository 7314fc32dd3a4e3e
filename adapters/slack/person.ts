import { z } from 'zod'
import type { Address } from '../../src/channel.ts'

export const CHANNEL = 'slack'

/** Slack's ids are nine capitals and digits or more; nothing else is taken for one. */
export const UserId = z.string().regex(/^[UW][A-Z0-9]{8,30}$/)
/** A conversation: public or shared (C), private (G) or direct (D). */
export const ChannelId = z.string().regex(/^[CGD][A-Z0-9]{8,30}$/)
/** A message's time, which is its id within its conversation. */
export const Ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/)

export const isUser = (id: string): boolean => UserId.safeParse(id).success
export const isDirect = (channel: string): boolean => channel.startsWith('D')
/** A key that this channel can write to: a person's, or a team channel's. */
export const KEY = /^[UWCG][A-Z0-9]{8,30}$/
export const isAddress = ({ key }: Address): boolean => KEY.test(key)

/** A direct conversation is known by its person, any other by itself. */
export const addressOf = (user: string, channel: string | null): Address => ({
  key: channel === null || isDirect(channel) ? user : channel,
})

/** A message's reference: `<channel>:<ts>`. */
export const refOf = (channel: string, ts: string): string => `${channel}:${ts}`

/** The conversation and time of a reference, or null when it is not one of ours. */
export function readRef(ref: string): { channel: string; ts: string } | null {
  const at = ref.indexOf(':')
  const [channel, ts] = [ChannelId.safeParse(ref.slice(0, at)), Ts.safeParse(ref.slice(at + 1))]
  return channel.success && ts.success ? { channel: channel.data, ts: ts.data } : null
}
