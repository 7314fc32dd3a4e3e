import { randomInt } from 'node:crypto'
import { linkKey, putLinkedIdentity, putLinkKey, takeKey } from '../store/staff.ts'
import { say } from '../words/say.ts'
import { audit } from './bind.ts'
import { conversationsOf } from './show.ts'
import type { Setting, Work } from './work.ts'

/** Without letters and digits that are taken for each other. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE = /^\/?link\s+([A-HJ-NP-Z2-9]{8})$/i
const TEN_MINUTES = 10 * 60_000

/** The code of a message that is nothing but `/link CODE`, or null. */
export const linkCode = (text: string): string | null => CODE.exec(text.trim())?.[1]?.toUpperCase() ?? null

/** Whether a member of staff asks for a code. */
export const asksForLink = (text: string): boolean => /^\/?link$/i.test(text.trim())

/** A code by which `staff` is recognised on another channel, once, within ten minutes. */
export function issueLink(work: Work, staff: string): string {
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const expiresAt = new Date(Date.parse(work.at) + TEN_MINUTES).toISOString()
  work.writes.add('fact', putLinkKey(code, staff, expiresAt))
  return code
}

/** Whoever writes the code is the member of staff who asked for it. @returns false when it is unknown, used or too old */
export async function redeemLink(
  setting: Setting,
  work: Work,
  code: string,
  { channel, user }: { channel: string; user: string },
): Promise<boolean> {
  const [[key]] = await work.load([takeKey({ hash: linkKey(code) })])
  if (!key || key.expires_at <= work.at) return false
  const { staff_id: id } = key
  work.writes.add('fact', putLinkedIdentity(channel, user, id))
  audit(work, 'staff.linked', id, { channel, user })
  tellElsewhere(setting, work, id, channel)
  work.after(setting.staff.reload)
  return true
}

/** Where a member was known before, it is said that they are known elsewhere too: the code may have got into other hands. */
function tellElsewhere(setting: Setting, work: Work, id: string, channel: string): void {
  const locale = setting.staff.byId(id)?.locale ?? 'en'
  const text = say(locale, 'bot.linked_elsewhere', { channel, id })
  for (const conversation of conversationsOf(setting, id))
    work.writes.send(conversation, { kind: 'text', text, locale }, {}, 'staff')
}
