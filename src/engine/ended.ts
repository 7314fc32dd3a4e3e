import { understandYesNo } from '../text/rating/understand.ts'
import { amend, type Given, same, yesOrNo } from './answer.ts'
import { wantsPerson } from './control.ts'
import { type Draft, own, tell } from './draft.ts'
import { isGoodNews, keep, tellsSomething, type Words } from './gist.ts'
import { changed } from './hear.ts'
import { subscribe, unsubscribe } from './leave.ts'
import { read } from './press.ts'
import { offer } from './put.ts'
import { asked, lastRating, leftOut } from './situation.ts'
import { changeIn, commandIn, languageIn, saysNothing } from './words.ts'

/** A button of an ended dialog was pressed: its answer can be changed for a while, leave to be contacted always. */
export function pressEnded(d: Draft, id: string, choice: string): Draft {
  const question = asked(d.flow, id)
  const given = question && read(question, choice)
  const known = d.state.answers[id]
  if (!question || !given || given.skipped) return tell(d, 'stale')
  if (same(known, given)) return d
  if (question.kind === 'consent' && d.state.path.includes(id)) return amend(d, id, given)
  if (d.state.changeUntil === undefined || !d.state.path.includes(id)) return tell(d, 'closed')
  amendInTime(d, id, given)
  return d
}

/** The customer wrote after the end. Thanks are left in peace; what tells something is kept for whoever follows it up. */
export function hearEnded(d: Draft, words: Words, edited = false): Draft {
  const { text } = words
  const language = languageIn(text, d.flow.locales, d.state.locale)
  if (language !== null) {
    d.state.locale = language
    d.effects.push({ kind: 'locale', locale: language })
    return tell(d, 'language')
  }
  switch (commandIn(text)) {
    case 'unsubscribe':
      return unsubscribe(d)
    case 'subscribe':
      return tell(subscribe(d), 'subscribed')
    case 'human':
      wantsPerson(d)
      return tell(d, 'human')
    case 'help':
      return tell(d, 'help')
    case 'stop':
      return tell(d, 'stopped')
    case 'skip':
    case 'bye':
      return d
    case 'back':
      return offerChange(d)
    case null:
  }
  const wanted = changed(d, text, edited)
  if (wanted) return amendInTime(d, wanted.id, { value: wanted.value }, wanted.rest ? words : undefined)
  if (changeIn(text) === '') return offerChange(d)
  if (answersLeave(d, words)) return d
  later(d, words)
  return d
}

/** Leave to be in touch was asked for last, and given up; it may be given or refused now, in a word: whether it is. */
function answersLeave(d: Draft, words: Words): boolean {
  const last = d.state.path.at(-1)
  const question = last === undefined ? null : asked(d.flow, last)
  if (last === undefined || question?.kind !== 'consent' || d.state.answers[last]?.skipped !== true) return false
  const { value, comment } = understandYesNo(words.text)
  if (value === null) return false
  amend(d, last, yesOrNo(value), comment === null ? undefined : words)
  return true
}

function amendInTime(d: Draft, id: string, given: Given, words?: Words): Draft {
  if (same(d.state.answers[id], given) && !words) return d
  if (inTime(d)) amend(d, id, given, words)
  else {
    if (words) beside(d, words)
    tell(d, 'change_late')
  }
  return d
}

function offerChange(d: Draft): Draft {
  const last = lastRating(d.flow, d.state) ?? leftOut(d.flow, d.state)
  if (!last) return tell(d, 'closed')
  if (inTime(d)) offer(d, last.id, { before: own(d, 'change_what') })
  else tell(d, 'change_late')
  return d
}

function later(d: Draft, words: Words): Draft {
  const closed = d.state.changeUntil === undefined
  const telling = tellsSomething(words)
  if (words.analysis.empty || saysNothing(words.text)) return closed ? tell(d, 'closed') : d
  if (closed || telling) beside(d, words)
  if (closed) tell(d, 'closed_kept')
  else if (telling && !isGoodNews(words)) tell(d, 'noted')
  return d
}

function beside(d: Draft, words: Words): Draft {
  keep(d, null, words)
  d.state.said = [...(d.state.said ?? []), words.id]
  return d
}

const inTime = ({ state, at }: Draft): boolean =>
  state.changeUntil !== undefined && Date.parse(at) <= Date.parse(state.changeUntil)
