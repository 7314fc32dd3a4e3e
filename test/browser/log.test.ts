import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, EMPTY, type Log, prepend, put, type Said } from '../../adapters/web/page/log.ts'
import type { Logged, Outbound } from '../../adapters/web/page/wire.ts'

const at = '2026-11-21T20:00:00.000Z'
const out = (seq: number, content: Outbound): Logged => ({ seq, id: `m${seq}`, at, direction: 'out', content })
const words = (seq: number, text: string): Logged => ({
  seq,
  id: `m${seq}`,
  at,
  direction: 'in',
  content: { kind: 'text', text },
})
const told = (text: string, edits?: string): Outbound => ({
  kind: 'text',
  text,
  locale: 'en',
  ...(edits === undefined ? {} : { edits }),
})
const own = (slot: string, text: string, state: Said['state'] = 'sending'): Said => ({
  kind: 'said',
  slot,
  at,
  text,
  state,
})
const seen = (log: Log): string[] =>
  [...log.recorded, ...log.awaiting].map((entry) =>
    entry.kind === 'said' ? `me: ${entry.text}` : entry.content.kind === 'text' ? `bot: ${entry.content.text}` : 'bot',
  )

describe('what a conversation shows', () => {
  test('an edit takes the place of what it edits, also the edit of an edit', () => {
    const log = apply(EMPTY, [
      out(1, told('one')),
      out(2, told('two')),
      out(3, told('one, mended', 'm1')),
      out(4, told('one, again', 'm3')),
    ])
    expect(seen(log)).toEqual(['bot: one, again', 'bot: two'])
    expect(log.recorded[0]).toMatchObject({ slot: 'm1', id: 'm4', first: 1, seq: 4 })
  })

  test('an edit of what is not there is shown where it came', () => {
    expect(seen(apply(EMPTY, [out(5, told('mended', 'gone'))]))).toEqual(['bot: mended'])
  })

  test('what came before is not shown again after a reconnection', () => {
    const once = apply(EMPTY, [out(1, told('one')), words(2, 'hello')])
    expect(seen(apply(once, [out(1, told('one')), words(2, 'hello'), out(3, told('three'))]))).toEqual([
      'bot: one',
      'me: hello',
      'bot: three',
    ])
  })

  test('own words keep their place on the screen when the record has them', () => {
    const log = apply(put(EMPTY, own('key', 'hello')), [words(1, 'hello')])
    expect(log.awaiting).toEqual([])
    expect(log.recorded).toMatchObject([{ slot: 'key', state: 'sent' }])
  })

  test('an answer that comes after the echo brings nothing back', () => {
    const log = apply(put(EMPTY, own('key', 'hello')), [words(1, 'hello')])
    expect(put(log, own('key', 'hello', 'failed'))).toBe(log)
  })

  test('words from another tab leave one’s own awaiting', () => {
    const log = apply(put(EMPTY, own('key', 'mine')), [words(1, 'theirs')])
    expect(seen(log)).toEqual(['me: theirs', 'me: mine'])
  })

  test('the same words twice are two lines', () => {
    const twice = put(put(EMPTY, own('a', 'hello')), own('b', 'hello'))
    const log = apply(twice, [words(1, 'hello'), words(2, 'hello')])
    expect(log.recorded.map(({ slot }) => slot)).toEqual(['a', 'b'])
  })

  test('edits of what is not there share one place', () => {
    expect(seen(apply(EMPTY, [out(5, told('mended', 'gone')), out(6, told('again', 'gone'))]))).toEqual(['bot: again'])
  })

  test('in whatever parts the past comes, the same is shown, also what is pinned ahead of it', () => {
    const events = fc
      .array(fc.record({ edit: fc.option(fc.nat()), mine: fc.boolean() }), { minLength: 1, maxLength: 30 })
      .map((list) =>
        list.map(({ edit, mine }, n) => {
          if (mine) return words(n + 1, `${n}`)
          return out(n + 1, told(`${n}`, edit === null || n === 0 ? undefined : `m${(edit % n) + 1}`))
        }),
      )
    const shape = (log: Log) =>
      log.recorded.map((entry) => (entry.kind === 'said' ? entry.text : [entry.id, entry.content]))
    fc.assert(
      fc.property(events, fc.array(fc.nat(30), { maxLength: 4 }), fc.nat(30), (all, cuts, pin) => {
        const ends = [...new Set([0, all.length, ...cuts.map((cut) => Math.min(cut, all.length))])].sort(
          (a, b) => a - b,
        )
        const parts = ends.slice(1).map((end, n) => ({ first: ends[n] ?? 0, rows: all.slice(ends[n], end) }))
        const tail = parts.pop() ?? { first: 0, rows: [] }
        // Pinned is the newest version of something before the tail.
        const ahead = all.slice(0, tail.first).filter(({ direction }) => direction === 'out')
        const root = (row: Logged): string => {
          const edits = row.direction === 'out' ? row.content.edits : undefined
          const target = all.find(({ id }) => id === edits)
          return target?.direction === 'out' ? root(target) : row.id
        }
        const picked = ahead[pin % Math.max(1, ahead.length)]
        const pinned = ahead.filter((row) => picked !== undefined && root(row) === root(picked)).slice(-1)
        let log = { ...apply(EMPTY, [...pinned, ...tail.rows]), first: tail.first }
        for (const { first, rows } of parts.reverse()) log = prepend(log, rows, first)
        expect(shape(log)).toEqual(shape(apply(EMPTY, all)))
        expect(log.first).toBe(0)
        const next = out(99, told('new', picked?.id))
        expect(shape(apply(log, [next]))).toEqual(shape(apply(apply(EMPTY, all), [next])))
      }),
    )
  })

  test('however the stream is cut and repeated, the same is shown', () => {
    const events = fc
      .array(fc.record({ edit: fc.option(fc.nat(20)), mine: fc.boolean(), text: fc.string() }), { maxLength: 30 })
      .map((list) =>
        list.map(({ edit, mine, text }, n) =>
          mine ? words(n + 1, text) : out(n + 1, told(text, edit === null ? undefined : `m${edit}`)),
        ),
      )
    fc.assert(
      fc.property(events, fc.array(fc.nat(30), { maxLength: 6 }), (all, cuts) => {
        const whole = apply(EMPTY, all)
        let log = EMPTY
        for (const cut of [...cuts].sort((a, b) => a - b)) log = apply(log, all.slice(Math.max(0, cut - 5), cut))
        // A reader resumes after what it has, so nothing is ever missing in between.
        log = apply(apply(EMPTY, all.slice(0, log.seq)), all.slice(Math.max(0, log.seq - 3)))
        expect(log).toEqual(whole)
        expect(new Set(log.recorded.map(({ slot }) => slot)).size).toBe(log.recorded.length)
      }),
    )
  })
})
