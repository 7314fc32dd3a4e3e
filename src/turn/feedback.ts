import { DateTime } from 'luxon'
import type { DialogEffect, DialogEvent } from '../engine/dialog.ts'
import { step } from '../engine/step.ts'
import { commandIn, saysNothing } from '../engine/words.ts'
import type { Flow } from '../flow/schema.ts'
import type { Dialog } from '../store/dialogs.ts'
import { type Customer, updateCustomer } from '../store/people.ts'
import { put } from '../store/put.ts'
import { dialogOf } from './begin.ts'
import { perform, type Words } from './effects.ts'
import { followUp } from './follow-up.ts'
import type { Setting, Work } from './work.ts'

/** What is written a day after a dialog was last touched is about something else. */
const HEARS_FOR = 24 * 60 * 60_000

/** May words still belong to this dialog? An ended one takes them for a day; a command ("unsubscribe", "help") it takes always. */
export function mayTake(dialog: Dialog, text: string, at: string): boolean {
  if (dialog.status === 'open' || commandIn(text) !== null) return true
  return Date.parse(at) - Date.parse(dialog.touched_at) <= HEARS_FOR
}

/** Greetings, thanks and small talk: answered kindly, and no reason to ask anything. */
const COURTESY = new Set(
  `hi, hello, hey, hi there, hello there, good morning, good afternoon, good evening, anyone there, is anybody there,
  thanks, thank you, thx, ty, thanks a lot, thank you so much, thank you very much, many thanks, cheers, ok, okay, ok thanks, ok thank you, great thanks,
  got it, yes, no, sure, alright, fine, cool, great, perfect, bye, you too, noted, no problem, welcome, start, test,
  你好, 您好, 哈喽, 嗨, 在吗, 在么, 有人吗, 早上好, 上午好, 下午好, 晚上好, 早, 谢谢, 谢谢您, 谢谢你, 多谢, 感谢, 非常感谢, 辛苦了, 好, 好的, 好的谢谢, 好滴, 嗯, 嗯嗯, 收到,
  知道了, 明白, 明白了, 了解, 可以, 行, 是, 是的, 不是, 没事, 没问题, 不客气, 测试,
  哈囉, 在嗎, 有人嗎, 早安, 午安, 晚安, 謝謝, 謝謝您, 謝謝你, 多謝, 感謝, 非常感謝, 好的謝謝, 好喔, 收到, 瞭解, 沒事, 沒問題, 不客氣`
    .split(',')
    .map((each) => each.trim()),
)
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether words that belong to no dialog tell something; "human", "help", "unsubscribe" and "subscribe" do. */
export function tells(text: string, { analysis }: Words): boolean {
  const command = commandIn(text)
  if (command !== null) return ['human', 'unsubscribe', 'subscribe', 'help'].includes(command)
  if (analysis.empty || saysNothing(text)) return false
  const said = plain(text)
  return said !== '' && !COURTESY.has(said) && !COURTESY.has(said.replaceAll(' ', ''))
}

interface Unasked {
  customer: Customer
  channel: string
  conversation: string
  /** BCP 47. */
  locale: string
  flow: Flow
}

/**
 * A customer writes though nothing was asked: a dialog begins with their words as its first answer. It belongs to no service, so it stands
 * outside of the response rate, and counts on the day of these words.
 */
export async function hearUnasked(
  setting: Setting,
  work: Work,
  { customer, channel, conversation, locale, flow }: Unasked,
  event: Extract<DialogEvent, { kind: 'say' }>,
  words: Words,
): Promise<void> {
  const { programme } = setting.config
  const attributes: Record<string, boolean> = customer.opted_out ? { opted_out: true } : {}
  const privacy = programme.privacy ? { privacy: programme.privacy } : {}
  const subject = { names: { programme: programme.name }, attributes, ...privacy }
  const begun = step(flow, null, { kind: 'start', at: work.at, locale, subject })
  const heard = step(flow, begun.state, event)
  const nothing = { interaction: null, task: null, team: null, agent: null }
  const day = DateTime.fromISO(work.at, { zone: programme.timeZone }).toFormat('yyyy-MM-dd')
  const beginning = { customer, channel, conversation, flow, day, segment: customer.segment, ...nothing }
  const dialog = dialogOf(work, beginning, heard.state)
  if (heard.state.status === 'open' && !customer.opted_out) {
    customer.last_asked_at = work.at
    work.writes.add('customer', updateCustomer(customer))
  }
  perform(work, dialog, customer, answeredAlready(begun.effects, heard.effects), words, true)
  await followUp(setting, work, { flow, before: begun.state, dialog, customer, words })
  work.writes.add('dialog', put('dialog', [dialog]))
}

/** The first question is not put to who has answered it; its note on privacy goes to the question that is. */
function answeredAlready(begun: DialogEffect[], heard: DialogEffect[]): DialogEffect[] {
  const asked = begun.find((effect) => effect.kind === 'send')?.content
  const note = asked?.kind === 'prompt' ? asked.note : undefined
  const first = heard.findIndex((effect) => effect.kind === 'send' && effect.content.kind === 'prompt')
  const noted = heard.map((effect, at): DialogEffect => {
    if (at !== first || effect.kind !== 'send' || effect.content.kind !== 'prompt' || !note) return effect
    return { ...effect, content: { note, ...effect.content } }
  })
  // Who came by themselves is not reminded.
  const kept = begun.filter((effect) => effect.kind !== 'send' && !('name' in effect && effect.name === 'remind'))
  return [...kept, ...noted]
}
