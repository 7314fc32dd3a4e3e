/**
 * The words of a survey dialog. Everything here is plain JSON and is stored as it is.
 *
 *   dialog    one run of a flow with one customer.
 *   answer    what was answered to one question, as values and ids; the customer's words stay in `verbatim`.
 *   settled   enough is known to act on: the dialog ended, or nothing came for a while after something was told.
 */
import type { Content } from '../channel.ts'
import type { Analysis, Signal } from '../text/analyze.ts'

export interface Answer {
  /** Scale value; 1 or 0 for yes and no; null for a skipped question or one answered in words only. */
  value: number | null
  choices?: string[]
  /** Ids of what was said to this question. */
  verbatims?: string[]
  skipped?: true
  /** Instant of the (last) answer. */
  at: string
}

/** What the dialog is about: for texts and conditions. Never the customer's words. */
export interface Subject {
  team?: string
  agent?: string
  topic?: string
  /** Shown in texts as {agent}, {team}, {programme}; one that is missing selects the text's form without it. */
  names: Record<string, string>
  attributes: Record<string, string | number | boolean>
  /** The task that a resolution check asks about. */
  task?: string
  /** Link of the privacy notice, shown with the first question. */
  privacy?: string
}

/** What the message of a question says besides it: a line before it, other words in its place, the note on privacy. */
export interface Saying {
  before?: string
  instead?: string
  note?: true
}

export type DialogStatus = 'open' | 'complete' | 'partial' | 'refused' | 'no_contact' | 'undeliverable'

export interface DialogState {
  flow: string
  version: number
  locale: string
  subject: Subject
  status: DialogStatus
  /** The question that is open, null when the dialog has ended. */
  at: string | null
  /** Questions put so far, oldest first, the open one last. "back" pops it. */
  path: string[]
  answers: Record<string, Answer>
  /** What the message of the open question says besides it; it still says so when its buttons have gone. */
  saying?: Saying
  /** How often the open question was not understood. */
  misses: number
  /** Ids of what was said beside any question that counts, such as after the end. */
  said?: string[]
  /** The gist of all that was said, for conditions and rules: worst label, union of ids. */
  gist: { sentiment: 'negative' | 'neutral' | 'positive' | null; themes: string[]; signals: Signal[] }
  /** What the last words felt that felt anything clearly. */
  tone?: 'negative' | 'positive'
  /** The words contradicted a rating: the value given first, and whether it is still being asked which number was meant. */
  doubt?: { question: string; first: number; open: boolean }
  settled: boolean
  /** Until when the last rating may be changed (ISO 8601), once the dialog has ended. */
  changeUntil?: string
}

/** What happens to a dialog. `at` is the instant of receipt. */
export type DialogEvent =
  | { kind: 'start'; at: string; locale: string; subject: Subject }
  /** A button of the message that put `question`. */
  | { kind: 'choose'; at: string; question: string; choice: string }
  /** `verbatim` is the id under which the words are kept if the reducer keeps them. `edited`: they stand for what was said before. */
  | { kind: 'say'; at: string; text: string; verbatim: string; analysis: Analysis; edited?: boolean }
  /** The customer has come back to the chat, and wants to see what is open. */
  | { kind: 'again'; at: string }
  /** Something unreadable came: a sticker, a voice note. */
  | { kind: 'unreadable'; at: string }
  | { kind: 'timer'; at: string; name: DialogTimer }
  /** The question could not be delivered. */
  | { kind: 'undelivered'; at: string }

/** remind: once, while unanswered. settle: act on what was told though the rest is missing. expire: end. */
export type DialogTimer = 'remind' | 'settle' | 'expire'

export type DialogEffect =
  /**
   * `question`: this message puts (or re-puts) that question, and presses on it answer it. `retires`: edit the last message that put this
   * question. Both: edit it, and it stays open (a selection in the making).
   */
  | { kind: 'send'; content: Content; question?: string; retires?: string }
  /** The answer to `question` is now this; `metric` names the counts it goes to, `was` is the value to take back. */
  | { kind: 'record'; question: string; answer: Answer; metric: string | null; was: number | null }
  /** Keep the words of this event, as said to `question` (null: said beside any question). */
  | { kind: 'verbatim'; id: string; question: string | null }
  | { kind: 'consent'; purpose: 'contact' | 'survey'; given: boolean }
  | { kind: 'timer.set'; name: DialogTimer; at: string }
  | { kind: 'timer.cancel'; name: DialogTimer }
  /** The customer said in which language to go on. */
  | { kind: 'locale'; locale: string }

export interface DialogStep {
  state: DialogState
  effects: DialogEffect[]
}
