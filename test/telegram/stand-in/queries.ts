import type { Fields } from './fields.ts'
import { bad } from './refusal.ts'

/** Milliseconds in which a press has to be answered. */
const TIME = 15_000

export interface Answer {
  query: string
  text: string
  alert: boolean
}

/** The presses that wait for their answer, and the answers that came. */
export function openQueries(now: () => number) {
  const waiting = new Map<string, number>()
  const answers: Answer[] = []
  return {
    answers,
    waiting: () => waiting.size,
    ask(id: string): void {
      waiting.set(id, now())
    },
    /** @throws Refusal when it is unknown, answered, or too late */
    answer(fields: Fields): true {
      const id = String(fields.callback_query_id ?? '')
      const asked = waiting.get(id)
      waiting.delete(id)
      if (asked === undefined || now() - asked > TIME)
        throw bad('query is too old and response timeout expired or query ID is invalid')
      const text = typeof fields.text === 'string' ? fields.text : ''
      if (text.length > 200) throw bad('MESSAGE_TOO_LONG')
      answers.push({ query: id, text, alert: fields.show_alert === true })
      return true
    },
  }
}

export type Queries = ReturnType<typeof openQueries>
