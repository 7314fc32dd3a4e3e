import { en } from './phrases/en.ts'
import { zhHans } from './phrases/zh-Hans.ts'
import { zhHant } from './phrases/zh-Hant.ts'

/** What a dialog says by itself, beside the questions of its flow. A flow can reword each of them under `texts`. */
export const PHRASES = [
  'privacy',
  'privacy_more',
  'reminder',
  'hint_scale',
  'hint_choice',
  'hint_yesno',
  'heard_scale',
  'heard_other',
  'off_scale',
  'asked_back',
  'doubt_low',
  'doubt_high',
  'unreadable',
  'wanted',
  'go_on',
  'first',
  'human',
  'help',
  'stopped',
  'unsubscribed',
  'subscribed',
  'changed',
  'changed_plain',
  'change_late',
  'change_what',
  'stale',
  'closed',
  'closed_kept',
  'noted',
  'language',
  'yes',
  'no',
  'skip',
  'done',
] as const
export type Phrase = (typeof PHRASES)[number]

/** Placeholders that a phrase may use; texts of questions may use `NAMES`. */
export const FILLED: Partial<Record<Phrase, readonly string[]>> = {
  hint_scale: ['min', 'max', 'low', 'high'],
  heard_scale: ['min', 'max', 'low', 'high'],
  off_scale: ['min', 'max', 'low', 'high'],
  doubt_low: ['answer', 'max'],
  doubt_high: ['answer', 'max'],
  changed: ['answer'],
}
/** Placeholders of a question's texts. */
export const NAMES = ['agent', 'team', 'programme'] as const

/** The product's own wordings, complete in its own languages. */
export const DEFAULT_PHRASES: { en: Record<Phrase, string> } & Partial<Record<string, Record<Phrase, string>>> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
}
