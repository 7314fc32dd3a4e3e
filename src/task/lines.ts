/** Lines about a task in words: of its history, and those sent beside its card. What they are about stands in `values` as ids. */
import type { Locale } from '../locale.ts'
import type { task as words } from '../words/en/task.ts'
import { say, type Values } from '../words/say.ts'
import { moment } from '../words/when.ts'
import { known, label } from './labels.ts'

type After<Prefix extends string, Id = keyof typeof words> = Id extends `${Prefix}${infer Rest}` ? Rest : never
export type HistoryWord = After<'task.history.'>
export type NoticeWord = After<'task.line.'>

/** Display names by id; an id without one is shown as it is. `agents` are those credited with a service. */
export interface Names {
  staff: Record<string, string>
  teams: Record<string, string>
  agents: Record<string, string>
}

/** With what a line is read: names, the instant of reading, the programme's zone. */
export interface Reading {
  names: Names
  now: string
  timeZone: string
}

/** One move of a task, as the record keeps it. */
export interface HistoryEntry {
  at: string
  what: string
  by: string | null
  values: Record<string, string | number>
}

/** One move as a line: when, and who did what. Null for a move this version has no words for. */
export function historyLine(entry: HistoryEntry, reading: Reading, locale: Locale): string | null {
  const id = known(`task.history.${entry.what}`)
  if (id === null) return null
  const by = entry.by === null ? {} : { by: entry.by }
  const line = say(locale, id, inWords({ ...by, ...entry.values }, reading, locale))
  return `${moment(entry.at, reading.now, reading.timeZone, locale)} · ${line}`
}

/** A `notify` effect as the text to send. Null for one this version has no words for. */
export function noticeLine(
  notice: { what: string; values: Record<string, string | number> },
  number: number,
  reading: Reading,
  locale: Locale,
): string | null {
  const id = known(`task.line.${notice.what}`)
  return id === null ? null : say(locale, id, { number, ...inWords(notice.values, reading, locale) })
}

function inWords(values: Record<string, string | number>, reading: Reading, locale: Locale): Values {
  const { names, now, timeZone } = reading
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value === 'number') return [key, value]
      if (key === 'by' || key === 'to') return [key, names.staff[value] ?? value]
      if (key === 'due' || key === 'until') return [key, moment(value, now, timeZone, locale)]
      if (key === 'severity' || key === 'cause' || key === 'metric') return [key, label(key, value, locale)]
      return [key, value]
    }),
  )
}
