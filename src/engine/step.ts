import type { Flow } from '../flow/schema.ts'
import { closest } from '../locale.ts'
import { begin, close } from './advance.ts'
import type { DialogEvent, DialogState, DialogStep } from './dialog.ts'
import { type Draft, draft, finish } from './draft.ts'
import { hearEnded, pressEnded } from './ended.ts'
import { hear } from './hear.ts'
import { unread } from './leave.ts'
import { press } from './press.ts'
import { putAgain } from './put.ts'
import { asked, toldAnything } from './situation.ts'
import { due, setTimers } from './timers.ts'

/**
 * The survey dialog: what an event makes of a state, and what is to happen for it. Pure, synchronous and total: it never throws, whatever
 * comes in whatever state; time and ids come in with the event. `state` is null before the start.
 */
export function step(flow: Flow, state: DialogState | null, event: DialogEvent): DialogStep {
  if (event.kind === 'start') return state ? { state, effects: [] } : start(flow, event)
  const d = draft(flow, state ?? never(flow), event.at)
  // A question that is gone from its flow cannot be answered any more.
  if (d.state.at !== null && !asked(flow, d.state.at))
    close(d, toldAnything(d.state) ? 'partial' : 'no_contact', 'for good')
  if (d.state.at === null) afterEnd(d, event)
  else happen(d, event)
  return finish(d)
}

function start(flow: Flow, { at, locale, subject }: Extract<DialogEvent, { kind: 'start' }>): DialogStep {
  const d = draft(
    flow,
    {
      ...never(flow),
      locale: closest(locale, flow.locales) ?? flow.locales[0] ?? locale,
      subject,
      status: 'open',
      settled: false,
    },
    at,
  )
  setTimers(d)
  begin(d)
  return finish(d)
}

function happen(d: Draft, event: Exclude<DialogEvent, { kind: 'start' }>): Draft {
  switch (event.kind) {
    case 'choose':
      return press(d, event.question, event.choice)
    case 'say':
      return hear(d, { id: event.verbatim, text: event.text, analysis: event.analysis }, event.edited)
    case 'again':
      return putAgain(d)
    case 'unreadable':
      return unread(d)
    case 'timer':
      return due(d, event.name)
    case 'undelivered':
      if (d.state.path.length <= 1 && !toldAnything(d.state)) close(d, 'undeliverable')
  }
  return d
}

function afterEnd(d: Draft, event: Exclude<DialogEvent, { kind: 'start' }>): Draft {
  switch (event.kind) {
    case 'choose':
      return pressEnded(d, event.question, event.choice)
    case 'say':
      return hearEnded(d, { id: event.verbatim, text: event.text, analysis: event.analysis }, event.edited)
    case 'again':
    case 'unreadable':
    case 'timer':
    case 'undelivered':
  }
  return d
}

/** A dialog that was never begun. */
const never = ({ id, version, locales }: Flow): DialogState => ({
  flow: id,
  version,
  locale: locales[0] ?? 'en',
  subject: { names: {}, attributes: {} },
  status: 'no_contact',
  at: null,
  path: [],
  answers: {},
  misses: 0,
  gist: { sentiment: null, themes: [], signals: [] },
  settled: true,
})
