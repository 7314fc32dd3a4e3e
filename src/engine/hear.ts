import { endsOf, scaleOf } from '../flow/scale.ts'
import type { Asked, ScaleQuestion } from '../flow/schema.ts'
import { type Unclear, understand, understandChoice, understandYesNo } from '../text/rating/understand.ts'
import { addWords, change, type Given, same, take, yesOrNo } from './answer.ts'
import { obey, speak } from './control.ts'
import type { Saying } from './dialog.ts'
import { type Draft, own } from './draft.ts'
import { tellsSomething, type Words } from './gist.ts'
import { giveUp, stop } from './leave.ts'
import { putAgain } from './put.ts'
import { asked, lastRating, leftOut, toldAnything } from './situation.ts'
import { changeIn, commandIn, hasFigure, languageIn, meantIn, numberIn, saysNothing } from './words.ts'

/** What words mean as an answer; `rest` when they say more than that. */
type Heard = { given: Given; rest: boolean } | { given: null; why: Unclear | null }

/** The customer wrote something while the dialog is open; `edited`: in the place of what they wrote before. */
export function hear(d: Draft, words: Words, edited = false): Draft {
  const { flow, state } = d
  const { at } = state
  const question = asked(flow, at)
  if (at === null || !question) return d
  const command = commandIn(words.text)
  if (command) return obey(d, command)
  const language = languageIn(words.text, flow.locales, state.locale)
  if (language !== null) return speak(d, language)
  if (edited && state.misses === 0 && answersBefore(d, words)) return d
  const earlier = changed(d, words.text)
  if (earlier) {
    const settle = earlier.id === at ? take : change
    return settle(d, earlier.id, { value: earlier.value }, earlier.rest ? words : undefined)
  }
  const heard = read(question, words)
  if (heard.given) return take(d, at, heard.given, heard.rest ? words : undefined)
  miss(d, at, question, words, heard.why)
  return d
}

/** What was typed to an earlier question is edited, and answers it still: whether it does. A number is the last rating, not a comment. */
function answersBefore(d: Draft, words: Words): boolean {
  const isRating = numberIn(words.text) !== null
  const before = isRating ? lastRating(d.flow, d.state)?.id : d.state.path.at(-2)
  const question = before === undefined || before === d.state.at ? null : asked(d.flow, before)
  const known = before === undefined ? undefined : d.state.answers[before]
  if (before === undefined || !question || !known) return false
  const heard = read(question, words)
  if (!heard.given) return false
  if (heard.rest || !same(known, heard.given)) change(d, before, heard.given, heard.rest ? words : undefined)
  return true
}

/** "change it to 3", or what was said with a rating, `edited`: the last rating, or after the end one left out, and what it is to be; null when the words are something else. */
export function changed(d: Draft, text: string, edited = false): { id: string; value: number; rest: boolean } | null {
  const given = lastRating(d.flow, d.state)
  const last = given ?? leftOut(d.flow, d.state)
  const whole = edited || (given === null && hasFigure(text)) // words of praise alone may be mere thanks after the end
  const wish = last && (whole ? text : wishIn(d, text))
  if (!last || wish === null) return null
  const scale = scaleOf(last.question)
  const plain = understand(wish, scale)
  const read = plain.value === null ? understand(text, scale) : plain
  return read.value === null ? null : { id: last.id, value: read.value, rest: read.comment !== null }
}

// "I meant 3" and "3 stars" answer an open rating; beside any other question they can only be meant for the last one. A bare number may
// answer anything that is open.
function wishIn({ flow, state }: Draft, text: string): string | null {
  const wish = changeIn(text)
  if (wish !== null || asked(flow, state.at)?.kind === 'scale') return wish
  const number = numberIn(text)
  return number === 'rating' || (number === 'bare' && state.at === null) ? text : meantIn(text)
}

function read(question: Asked, words: Words): Heard {
  const { text, analysis } = words
  switch (question.kind) {
    case 'scale': {
      const heard = understand(text, scaleOf(question))
      return heard.value === null
        ? { given: null, why: heard.why }
        : { given: { value: heard.value }, rest: heard.comment !== null }
    }
    case 'yesno':
    case 'consent': {
      const { value, comment } = understandYesNo(text)
      return value === null ? { given: null, why: null } : { given: yesOrNo(value), rest: comment !== null }
    }
    case 'choice': {
      const { id, comment } = understandChoice(text, optionsOf(question))
      return id === null
        ? { given: null, why: null }
        : { given: { value: null, choices: [id] }, rest: comment !== null }
    }
    case 'multi':
      return readSeveral(question, text)
    case 'text':
      return analysis.empty || saysNothing(text)
        ? { given: { value: null, skipped: true }, rest: false }
        : { given: { value: null }, rest: true }
  }
}

// "1, 3" or "price and delivery": all parts must be understood, or none is taken.
function readSeveral(question: Extract<Asked, { kind: 'multi' }>, text: string): Heard {
  const options = optionsOf(question)
  const whole = understandChoice(text, options)
  const parts = text.split(/[,，、;；&+\n]|\band\b|和|跟|以及/u).filter((part) => part.trim() !== '')
  const found = parts.length > options.length ? [] : parts.map((part) => understandChoice(part, options).id)
  const ids = found.every((id) => id !== null) && found.length > 0 ? found : [whole.id]
  const choices = question.choices.map(({ id }) => id).filter((id) => ids.includes(id))
  return choices.length > 0 ? { given: { value: null, choices }, rest: false } : { given: null, why: null }
}

const optionsOf = ({ choices }: { choices: { id: string; label: Record<string, string> }[] }) =>
  choices.map(({ id, label }) => ({ id, labels: Object.values(label) }))

/** Who is asked for a yes or a no and says more has something to say; elsewhere fewer words than eight are an attempt at an answer. */
const FEW: Partial<Record<Asked['kind'], number>> = { yesno: 4, consent: 4 }

function miss(d: Draft, at: string, question: Asked, words: Words, why: Unclear | null): Draft {
  if (why === 'refusal') return toldAnything(d.state) ? giveUp(d, at, question, {}) : stop(d)
  if (d.state.misses > 0) return giveUp(d, at, question, { words, before: own(d, 'go_on') })
  d.state.misses += 1
  const heard = tellsSomething(words, FEW[question.kind])
  if (heard) addWords(d, at, words)
  return putAgain(d, hint(d, question, heard, why))
}

function hint(d: Draft, question: Asked, heard: boolean, why: Unclear | null): Saying {
  switch (question.kind) {
    case 'scale':
      if (why === 'question') return { before: own(d, 'asked_back') }
      return {
        instead: own(
          d,
          heard ? 'heard_scale' : why === 'out_of_range' ? 'off_scale' : 'hint_scale',
          limits(d, question),
        ),
      }
    case 'choice':
    case 'multi':
      return { before: own(d, heard ? 'heard_other' : 'hint_choice') }
    case 'yesno':
    case 'consent':
    case 'text':
      return { before: own(d, heard ? 'heard_other' : 'hint_yesno') }
  }
}

function limits(d: Draft, question: ScaleQuestion): Record<string, string> {
  const { min, max } = scaleOf(question)
  return { min: String(min), max: String(max), ...endsOf(question, d.state.locale) }
}
