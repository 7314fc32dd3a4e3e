import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DialogEffect } from '../../src/engine/dialog.ts'
import { isAnswered } from '../../src/engine/situation.ts'
import { scaleOf, valuesOf } from '../../src/flow/scale.ts'
import type { Flow } from '../../src/flow/schema.ts'
import { KINDS } from './kinds.ts'
import { happens, type Play, passes, play, presses, reading, SHIPPED, says, shipped } from './play.ts'

const bad = reading({ label: 'negative', score: -0.9, themes: ['resolution'] })
const good = reading({ label: 'positive', score: 0.9, themes: ['attitude'] })

type Move = (p: Play) => DialogEffect[]
const saying =
  (text: string, analysis = reading()): Move =>
  (p) =>
    says(p, text, analysis).effects

type Mood = 'happy' | 'unhappy' | 'any'

/** Presses a button of the open question; the happy press high, the unhappy low. What customers do most. */
const button: fc.Arbitrary<Move> = fc.tuple(fc.nat(30), fc.constantFrom<Mood>('any', 'happy', 'unhappy')).map(
  ([n, mood]) =>
    (p) =>
      pressed(p, n, mood),
)

function pressed(p: Play, n: number, mood: Mood): DialogEffect[] {
  const buttons = buttonsOf(p)
  const liked = mood === 'any' ? buttons : mood === 'happy' ? buttons.slice(-2) : buttons.slice(0, 2)
  const choice = liked[n % Math.max(1, liked.length)]
  return choice === undefined ? says(p, 'It was fine, really').effects : presses(p, choice).effects
}

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 60, arbitrary: button },
  {
    weight: 14,
    arbitrary: fc.constantFrom(
      saying('It never worked and nobody cared', bad),
      saying('Everything was lovely', good),
      saying('It was what it was'),
    ),
  },
  { weight: 8, arbitrary: fc.nat(10).map((n) => saying(`${n}, and it took ages`, bad)) },
  { weight: 4, arbitrary: fc.nat(10).map((n) => saying(String(n))) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      saying('please call me', reading({ signals: ['contact'] })),
      saying('I will sue', reading({ label: 'negative', signals: ['legal'] })),
    ),
  },
  {
    weight: 12,
    arbitrary: fc
      .constantFrom('back', 'skip', '人工', 'help', '中文', 'English', 'change it to 4', 'yes', 'no')
      .map((text) => saying(text)),
  },
  { weight: 10, arbitrary: fc.constant(saying('back')) },
  { weight: 1, arbitrary: fc.constantFrom('stop', 'unsubscribe').map((text) => saying(text)) },
  { weight: 3, arbitrary: fc.constant<Move>((p) => happens(p, { kind: 'unreadable' }).effects) },
  {
    weight: 5,
    arbitrary: fc.tuple(fc.nat(20), fc.nat(30)).map(
      ([q, c]): Move =>
        (p) => {
          const id = p.state.path[q % Math.max(1, p.state.path.length)] ?? 'none'
          return presses(p, ['1', '2', '5', 'yes', 'no', 'skip', 'done', 'waiting', '-waiting', 'x'][c % 10] ?? 'x', id)
            .effects
        },
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(60_000, 6 * 60_000, 25 * 3_600_000).map(
      (ms): Move =>
        (p) =>
          passes(p, ms),
    ),
  },
)

function buttonsOf({ flow, state }: Play): string[] {
  const question = state.at === null ? undefined : flow.questions[state.at]
  if (!question) return []
  if (question.kind === 'scale') return valuesOf(scaleOf(question)).map(String)
  if (question.kind === 'yesno' || question.kind === 'consent') return ['yes', 'no']
  if (question.kind === 'text') return question.optional ? ['skip'] : []
  if (question.kind === 'statement') return []
  const ids = question.choices.map(({ id }) => id)
  return question.kind === 'multi' ? [...ids, 'done', 'done', 'done'] : ids
}

/** The flow, noting which of its edges, wordings and questions are used. */
function watched(flow: Flow, seen: Set<string>): Flow {
  const note = <T extends object, K extends keyof T>(of: T, key: K, mark: string): T => {
    const value = of[key]
    const get = () => {
      seen.add(mark)
      return value
    }
    return Object.defineProperty({ ...of }, key, { enumerable: true, get })
  }
  const questions = Object.entries(flow.questions).map(([id, question]) => {
    const next = question.next.map((edge, index) => note(edge, 'goto', `${id}.next.${index}`))
    const variants = question.variants?.map((variant, index) => note(variant, 'text', `${id}.variants.${index}`))
    return [id, note({ ...question, next, ...(variants ? { variants } : {}) }, 'text', id)] as const
  })
  return { ...flow, questions: Object.fromEntries(questions) }
}

const everything = ({ questions }: Flow): string[] =>
  Object.entries(questions).flatMap(([id, { next, variants }]) => [
    id,
    ...next.map((_, i) => `${id}.next.${i}`),
    ...(variants ?? []).map((_, i) => `${id}.variants.${i}`),
  ])

const walk = fc.array(move, { maxLength: 20 })

const ORDER = ['verbatim', 'record', 'consent', 'locale', 'send', 'timer.set', 'timer.cancel']

/** What is wrong after an event, of what must hold after every one. */
function wrongs(p: Play, effects: DialogEffect[], counted: Map<string, number | null>): string[] {
  const { state, flow, timers } = p
  const wrong: string[] = []
  const must = (held: boolean, what: string) => {
    if (!held) wrong.push(what)
  }
  must((state.at === null) === (state.status !== 'open'), 'open exactly while a question is')
  must(state.at === null || state.path.at(-1) === state.at, 'the open question is the last that was put')
  must(new Set(state.path).size === state.path.length, 'no question is on the path twice')
  for (const id of [...state.path, ...Object.keys(state.answers)]) must(id in flow.questions, `${id} is a question`)
  must(state.at !== null || (timers.size === 0 && state.settled), 'nothing is to happen after the end')
  for (const effect of effects) {
    if (effect.kind === 'send') must(!/\{\w+\}/.test(JSON.stringify(effect.content)), 'no raw placeholder')
    if (effect.kind !== 'record' || effect.metric === null) continue
    must(
      effect.was === (counted.get(effect.question) ?? null),
      `what ${effect.question} takes back is what was counted`,
    )
    counted.set(effect.question, effect.answer.value)
  }
  for (const [id, value] of counted)
    must(
      value === (state.path.includes(id) ? (state.answers[id]?.value ?? null) : null),
      `what is counted for ${id} is what was answered`,
    )
  const put = p.effects.flatMap((e) =>
    e.kind === 'send' && e.question !== undefined && e.retires === undefined ? [e.question] : [],
  )
  must(put.length <= 1 && (state.at === null || put.every((id) => id === state.at)), 'one question is put at a time')
  const order = p.effects.map(({ kind }) => ORDER.indexOf(kind))
  must(
    order.every((kind, i) => kind >= (order[i - 1] ?? 0)),
    'effects are in their order',
  )
  return wrong
}

describe.each([...SHIPPED.map(shipped), KINDS])('random walks through $id', (original) => {
  const seen = new Set<string>()
  const flow = watched(original, seen)

  test('end, count every answer once, and never have two questions open', () => {
    fc.assert(
      fc.property(
        walk,
        fc.constantFrom('en', 'zh-TW', 'zh-CN'),
        fc.constantFrom<Mood>('happy', 'unhappy', 'any'),
        fc.boolean(),
        (moves, locale, rest, vip) => {
          const p = play(flow, locale, { attributes: { vip } })
          const counted = new Map<string, number | null>()
          const wrong = wrongs(p, p.effects, counted)
          for (const each of moves) {
            const { settled } = p.state
            wrong.push(...wrongs(p, each(p), counted))
            if (settled && !p.state.settled) wrong.push('settled stays settled')
          }
          // From anywhere, a customer who now only answers is soon through: two events a question (a choice, and that it is made), and as much
          // again for a circle.
          for (let left = 4 * Object.keys(flow.questions).length; left > 0 && p.state.at !== null; left--) {
            const chosen = p.state.answers[p.state.at]?.choices !== undefined && buttonsOf(p).includes('done')
            wrong.push(
              ...wrongs(p, chosen ? presses(p, 'done').effects : pressed(p, Math.floor(left / 3), rest), counted),
            )
          }
          expect(wrong).toEqual([])
          expect(JSON.parse(JSON.stringify(p.state))).toEqual(p.state)
          expect(p.state.at).toBeNull()
          if (p.state.status === 'complete')
            for (const each of p.state.path) {
              const question = flow.questions[each]
              expect(question && question.kind !== 'statement' && isAnswered(question, p.state.answers[each])).toBe(
                true,
              )
            }
        },
      ),
      { numRuns: 400, seed: 7 },
    )
  })

  test('have met every question, every edge and every wording', () => {
    expect(everything(flow).filter((mark) => !seen.has(mark))).toEqual([])
  })
})

test('no event in any state makes the dialog throw', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('score', 'reason', 'contact', '__proto__', '\ud800', '', 'right', '1'),
  )
  const event = fc.oneof(
    fc.record({ kind: fc.constant('choose' as const), question: text, choice: text }),
    fc.record({ kind: fc.constant('say' as const), text }),
    fc.record({
      kind: fc.constant('timer' as const),
      name: fc.constantFrom('remind' as const, 'settle' as const, 'expire' as const),
    }),
    fc.constant({ kind: 'unreadable' as const }),
    fc.constant({ kind: 'undelivered' as const }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...SHIPPED), fc.array(event, { maxLength: 12 }), (id, events) => {
      const p = play(shipped(id))
      for (const each of events) {
        happens(p, each)
        expect(p.state.at === null).toBe(p.state.status !== 'open')
      }
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('a press that comes twice leaves the same state', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SHIPPED), fc.array(fc.nat(30), { maxLength: 10 }), (id, picks) => {
      const p = play(shipped(id))
      for (const pick of picks) {
        const buttons = buttonsOf(p)
        const question = p.state.at
        const choice = buttons[pick % Math.max(1, buttons.length)]
        if (question === null || choice === undefined) return
        presses(p, choice, question)
        const once = structuredClone(p.state)
        // Some of the numbers pressed are not on the scale: those change nothing either time.
        presses(p, choice, question)
        expect(p.state).toEqual(once)
      }
    }),
    { numRuns: 400, seed: 5 },
  )
})
