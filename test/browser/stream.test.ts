import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backoff } from '../../adapters/web/page/backoff.ts'
import { newKey } from '../../adapters/web/page/key.ts'
import { frames } from '../../adapters/web/page/sse.ts'

describe('server-sent events', () => {
  const text =
    'event: ready\ndata: {"after":0}\n\nid: 1\nevent: message\ndata: {"a":"你好"}\n\n: still here\n\nid: 2\ndata: one\ndata: two\n\n'
  const events = [
    { event: 'ready', id: null, data: '{"after":0}' },
    { event: 'message', id: '1', data: '{"a":"你好"}' },
    { event: 'message', id: '2', data: 'one\ntwo' },
  ]

  test('are read however the line cuts them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), text.length]
        const read = frames()
        expect(cuts.slice(1).flatMap((cut, n) => read(text.slice(cuts[n], cut)))).toEqual(events)
      }),
    )
  })

  test('with the line ends of another system too', () => {
    const read = frames()
    const other = text.replaceAll('\n', '\r\n')
    expect([...other].flatMap((character) => read(character))).toEqual(events)
  })

  test('one that is not complete waits', () => {
    expect(frames()('id: 1\ndata: half')).toEqual([])
  })
})

describe('trying again', () => {
  test('takes longer each time, and never longer than ten seconds', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const ms = backoff(attempt, chance)
        expect(ms).toBeGreaterThanOrEqual(200)
        expect(ms).toBeLessThanOrEqual(10_000)
        expect(backoff(attempt + 1, chance)).toBeGreaterThanOrEqual(ms)
      }),
    )
  })
})

test('a new key is a random uuid of version 4', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newKey()).not.toBe(newKey())
})
