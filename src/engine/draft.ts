import type { Phrase } from '../flow/phrases.ts'
import type { Flow } from '../flow/schema.ts'
import { phrase } from '../flow/wording.ts'
import type { DialogEffect, DialogState, DialogStep } from './dialog.ts'

/** One step in the making: a copy of the state that only this step holds, and the effects so far. */
export interface Draft {
  readonly flow: Flow
  /** The state that the event found. */
  readonly before: DialogState
  readonly at: string
  state: DialogState
  effects: DialogEffect[]
}

/** Begins a step on a copy of `state`. */
export const draft = (flow: Flow, state: DialogState, at: string): Draft => ({
  flow,
  before: state,
  at,
  state: structuredClone(state),
  effects: [],
})

const ORDER: DialogEffect['kind'][] = ['verbatim', 'record', 'consent', 'locale', 'send', 'timer.set', 'timer.cancel']

/** Ends a step: words are kept before what refers to them, sends come after the record, timers last; none is set that is not needed any more. */
export function finish({ state, effects }: Draft): DialogStep {
  const idle = (e: DialogEffect) =>
    e.kind === 'timer.set' && (state.at === null || (e.name === 'settle' && state.settled))
  const wanted = once(effects.filter((e) => !idle(e)))
  return { state, effects: wanted.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) }
}

// An answer that becomes two things in one step is recorded as the last, and takes back what was counted before the first.
function once(effects: DialogEffect[]): DialogEffect[] {
  const was = new Map<string, number | null>()
  const last = new Map<string, DialogEffect>()
  for (const effect of effects) {
    if (effect.kind !== 'record') continue
    if (!was.has(effect.question)) was.set(effect.question, effect.was)
    last.set(effect.question, effect)
  }
  return effects
    .filter((effect) => effect.kind !== 'record' || last.get(effect.question) === effect)
    .map((effect) => (effect.kind === 'record' ? { ...effect, was: was.get(effect.question) ?? null } : effect))
}

/** Says one of the dialog's own phrases in a message of its own. */
export function tell(d: Draft, id: Phrase, values: Record<string, string> = {}): Draft {
  d.effects.push({ kind: 'send', content: { kind: 'text', text: own(d, id, values) } })
  return d
}

/** One of the dialog's own phrases in the customer's language. */
export const own = ({ flow, state }: Draft, id: Phrase, values: Record<string, string> = {}): string =>
  phrase(flow, id, state.locale, values)
