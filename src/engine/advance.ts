import { addClock } from '../duration.ts'
import { holds } from '../flow/condition.ts'
import { END } from '../flow/schema.ts'
import type { DialogState, DialogStatus, Saying } from './dialog.ts'
import type { Draft } from './draft.ts'
import { textOf } from './prompt.ts'
import { put } from './put.ts'
import { count, forget, uncount } from './record.ts'
import { asked, isAnswered, situation, toldAnything } from './situation.ts'

/** Where the way from `from` leads, without saying anything: the next question that waits, or the end; and what is said on the way. */
interface Way {
  to: string | null
  path: string[]
  statements: string[]
  /** Questions that the flow leads back before: they are to be asked again. */
  again: string[]
}

/** Goes on from `from`, whose answer is in: says the statements on the way and puts the next open question, or ends the dialog. */
export function advance(d: Draft, from: string, saying: Saying = {}): Draft {
  const way = wayFrom(d, from)
  follow(d, way.path)
  return walk(d, way, saying)
}

/** Begins at the flow's first question. */
export function begin(d: Draft): Draft {
  const { start, questions } = d.flow
  if (questions[start]?.kind === 'statement') {
    state(d, start)
    advance(d, start, { note: true })
  } else if (questions[start]) {
    follow(d, [start])
    put(d, start, { note: true })
  } else close(d, 'no_contact')
  return d
}

/**
 * Goes on after the answer to `changed`, given before, has become another one. The branch is walked anew from there; questions on it that
 * are answered are passed over. Only when it leads elsewhere, or asks in other words now, is anything put; true when it did.
 */
export function reroute(d: Draft, changed: string): boolean {
  const open = d.state.at
  d.state.path = d.state.path.slice(0, d.state.path.lastIndexOf(changed) + 1)
  const way = wayFrom(d, changed)
  follow(d, way.path)
  if (way.to === null || way.to !== open) walk(d, way)
  else if (words(d, d.before, open) === words(d, d.state, open)) return false
  else put(d, open)
  return true
}

function walk(d: Draft, { to, statements, again }: Way, saying: Saying = {}): Draft {
  d.state.misses = 0
  for (const id of again) forget(d, id)
  for (const id of statements) state(d, id)
  return to === null ? close(d, 'complete') : put(d, to, saying)
}

/** Ends the dialog. Everything that was to happen later is called off; an answer can be changed for a while, or come after all, unless it ends for good. */
export function close(d: Draft, status: DialogStatus, forGood?: 'for good'): Draft {
  const { flow, state: s } = d
  s.at = null
  if (s.doubt) s.doubt.open = false
  s.status = status
  s.misses = 0
  s.settled = true
  if (!forGood && (status === 'complete' || toldAnything(s))) s.changeUntil = addClock(d.at, flow.settings.changeWindow)
  for (const name of ['remind', 'settle', 'expire'] as const) d.effects.push({ kind: 'timer.cancel', name })
  return d
}

const words = ({ flow }: Draft, state: DialogState, id: string): string => {
  const question = flow.questions[id]
  return question ? textOf(flow, state, question) : ''
}

function state(d: Draft, id: string): void {
  d.effects.push({ kind: 'send', content: { kind: 'text', text: words(d, d.state, id) } })
}

// Statements before a question that is already answered were said on the way to it. A question that is on the path already is asked
// again: the flow leads back to it on purpose.
function wayFrom(d: Draft, from: string): Way {
  const { flow } = d
  const path = [...d.state.path]
  let statements: string[] = []
  const said = new Set<string>()
  let at = from
  for (;;) {
    const about = situation({ ...d.state, path })
    const to = flow.questions[at]?.next.find(({ when }) => !when || holds(when, about))?.goto ?? END
    const question = asked(flow, to)
    if (!question) {
      if (to === END || !flow.questions[to] || said.has(to)) return { to: null, path, statements, again: [] }
      said.add(to)
      statements.push(to)
    } else if (path.includes(to)) {
      const until = path.indexOf(to) + 1
      return { to, path: path.slice(0, until), statements, again: path.slice(until) }
    } else {
      path.push(to)
      if (!isAnswered(question, d.state.answers[to])) return { to, path, statements, again: [] }
      statements = []
    }
    at = to
  }
}

/** Takes another path. What counts is what was answered on it: leaving it takes an answer out of the counts, coming back puts it in again. */
export function follow(d: Draft, path: string[]): Draft {
  const before = d.state.path
  const was = new Set([...d.before.path, ...before])
  d.state.path = path
  for (const id of was) if (!path.includes(id)) uncount(d, id)
  for (const id of path) if (!was.has(id)) count(d, id)
  return d
}
