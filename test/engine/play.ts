import { readFileSync } from 'node:fs'
import type { DialogEffect, DialogState, DialogTimer, Subject } from '../../src/engine/dialog.ts'
import { step } from '../../src/engine/step.ts'
import { checkFlow } from '../../src/flow/check.ts'
import type { Flow } from '../../src/flow/schema.ts'
import { written } from '../../src/problem.ts'
import type { Analysis } from '../../src/text/analyze.ts'

export const SHIPPED = ['csat', 'resolution-check', 'nps', 'ces', 'service-quality']

const read = new Map<string, Flow>()

/** A flow from flows/, which must be right. */
export function shipped(id: string): Flow {
  const known = read.get(id)
  if (known) return known
  const file = `flows/${id}.yaml`
  const checked = checkFlow(file, readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), 'en')
  if ('problems' in checked) throw new Error(checked.problems.map((problem) => written('en', problem)).join('\n'))
  read.set(id, checked.flow)
  return checked.flow
}

/** A dialog that is played: its state, its clock and the timers that are set. */
export interface Play {
  readonly flow: Flow
  state: DialogState
  now: number
  timers: Map<DialogTimer, number>
  effects: DialogEffect[]
  words: number
  readonly read: (text: string) => Analysis
}

export const BEGIN = Date.parse('2026-11-20T09:00:00.000Z')

/** What words say, told by hand: the engine's tests do not depend on how well words are read. */
export const reading = (
  said: {
    label?: Analysis['sentiment']['label']
    score?: number
    themes?: string[]
    signals?: Analysis['signals']
    empty?: boolean
  } = {},
): Analysis => ({
  version: 'by hand',
  language: 'en',
  sentiment: { label: said.label ?? 'neutral', score: said.score ?? 0, confidence: 1, unsure: false },
  themes: (said.themes ?? []).map((id) => ({ id, polarity: said.label ?? 'neutral', evidence: [0, 1] })),
  signals: said.signals ?? [],
  signalEvidence: [],
  redacted: '',
  masked: [],
  empty: said.empty ?? false,
})

/** Starts a dialog of `flow`; words are read by `read`. */
export function play(
  flow: Flow,
  locale = 'en',
  subject: Partial<Subject> = {},
  read: Play['read'] = () => reading(),
): Play {
  const at = new Date(BEGIN).toISOString()
  const { state, effects } = step(flow, null, {
    kind: 'start',
    at,
    locale,
    subject: { names: {}, attributes: {}, ...subject },
  })
  const p: Play = { flow, state, now: BEGIN, timers: new Map(), effects: [], words: 0, read }
  return took(p, state, effects)
}

function took(p: Play, state: DialogState, effects: DialogEffect[]): Play {
  p.state = state
  p.effects = effects
  for (const effect of effects) {
    if (effect.kind === 'timer.set') p.timers.set(effect.name, Date.parse(effect.at))
    if (effect.kind === 'timer.cancel') p.timers.delete(effect.name)
  }
  return p
}

type Happening =
  | { kind: 'choose'; question: string; choice: string }
  | { kind: 'say'; text: string; analysis?: Analysis }
  | { kind: 'timer'; name: DialogTimer }
  | { kind: 'unreadable' }
  | { kind: 'undelivered' }

/** Something happens now. */
export function happens(p: Play, what: Happening): Play {
  const at = new Date(p.now).toISOString()
  if (what.kind === 'say') p.words += 1
  const event =
    what.kind === 'say'
      ? { ...what, at, verbatim: `v${p.words}`, analysis: what.analysis ?? p.read(what.text) }
      : { ...what, at }
  const { state, effects } = step(p.flow, p.state, event)
  return took(p, state, effects)
}

export const says = (p: Play, text: string, analysis?: Analysis): Play =>
  happens(p, { kind: 'say', text, ...(analysis ? { analysis } : {}) })
/** Presses a button of the open question, or of `question`. */
export const presses = (p: Play, choice: string, question = p.state.at ?? ''): Play =>
  happens(p, { kind: 'choose', question, choice })

/** Time goes by; what falls due happens, each at its own time. Returns every effect of it. */
export function passes(p: Play, milliseconds: number): DialogEffect[] {
  const until = p.now + milliseconds
  const seen: DialogEffect[] = []
  for (;;) {
    const [next] = [...p.timers].filter(([, at]) => at <= until).sort(([, a], [, b]) => a - b)
    if (!next) break
    const [name, at] = next
    p.timers.delete(name)
    p.now = Math.max(p.now, at)
    happens(p, { kind: 'timer', name })
    seen.push(...p.effects)
  }
  p.now = until
  return seen
}

/** What the bot says with these effects, edits of earlier messages left out. */
export const said = (effects: DialogEffect[]): string[] =>
  effects.flatMap((e) => (e.kind === 'send' && e.retires === undefined && 'text' in e.content ? [e.content.text] : []))
