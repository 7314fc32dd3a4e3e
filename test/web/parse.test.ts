import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMessage, parseSession, parseStaffKey } from '../../adapters/web/parse.ts'
import { isRefusal } from '../../adapters/web/refusal.ts'
import { words as channelWords } from '../../adapters/web/words.ts'
import { token } from '../../src/channel.ts'
import { mutated, spoiling } from '../contract/mutated.ts'

const key = 'client-key-1'
const press = token('01890a5d-ac96-774b-bcce-b302099a8057', 'yes')
const parse = (body: unknown) => parseMessage(JSON.stringify(body))
const problem = (path: string, problem: string) => ({ path, problem })

describe('a message', () => {
  test.each([
    [
      { key, text: ' 5 分 ' },
      { kind: 'text', text: ' 5 分 ' },
    ],
    [
      { key, token: press },
      { kind: 'press', token: press },
    ],
    [
      { key, token: press, values: { cause: 'delay' } },
      { kind: 'form', token: press, values: { cause: 'delay' } },
    ],
    [
      { key, token: press, values: {} },
      { kind: 'form', token: press, values: {} },
    ],
    [{ key, open: true }, { kind: 'open' }],
    [
      { key, text: '😀'.repeat(2_000) },
      { kind: 'text', text: '😀'.repeat(2_000) },
    ],
    [
      { key, text: '\u202Eשלום\u202C' },
      { kind: 'text', text: '\u202Eשלום\u202C' },
    ],
    [
      { key, text: 'a\uD83Db\0c' },
      { kind: 'text', text: 'a\uFFFDbc' },
    ],
  ])('%j is read', (body, inbound) => {
    expect(parse(body)).toEqual({ key, body: inbound })
  })

  test.each([
    [{}, [problem('key', 'required'), problem('text', 'required')]],
    [{ key }, [problem('text', 'required')]],
    [{ key: 'short', text: '5' }, [problem('key', 'key')]],
    [{ key: 'k'.repeat(65), text: '5' }, [problem('key', 'key')]],
    [{ key: 'white space', text: '5' }, [problem('key', 'key')]],
    [{ key: 12345678, text: 5 }, [problem('key', 'invalid'), problem('text', 'invalid')]],
    [{ key, text: ' \n ' }, [problem('text', 'empty')]],
    [{ key, text: '\0' }, [problem('text', 'empty')]],
    [{ key, text: '5', token: press }, [problem('token', 'unknown')]],
    [{ key, text: '5', hint: 1, extra: 2 }, [problem('hint', 'unknown'), problem('extra', 'unknown')]],
    [{ key, token: 'yes' }, [problem('token', 'token')]],
    [{ key, token: press, values: [] }, [problem('values', 'invalid')]],
    [
      { key, token: press, values: { a: 1, 'b.c': '' } },
      [problem('values.a', 'invalid'), problem('values.b.c', 'unknown')],
    ],
    [{ key, values: { a: 'b' } }, [problem('text', 'required'), problem('values', 'unknown')]],
    [{ key, open: 'yes' }, [problem('open', 'invalid')]],
    [null, [problem('', 'invalid')]],
    [[], [problem('', 'invalid')]],
    ['text', [problem('', 'invalid')]],
  ])('%j is refused with every problem', (body, problems) => {
    const read = parse(body)
    if (!isRefusal(read)) throw new Error('taken')
    expect(read.refused).toBe('invalid')
    expect(new Set(read.problems)).toEqual(new Set(problems))
  })

  test('has fields by the dozen, not by the hundred', () => {
    const values = Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`f${n}`, '']))
    expect(parse({ key, token: press, values })).toEqual({
      refused: 'invalid',
      problems: [problem('values', 'too_many')],
    })
  })

  test('that is too long is told the limit, in UTF-16 as everywhere', () => {
    for (const text of ['x'.repeat(4_000), '😀'.repeat(2_000)]) expect(isRefusal(parse({ key, text }))).toBe(false)
    expect(parse({ key, text: 'x'.repeat(4_001) })).toEqual({ refused: 'text_too_long' })
    expect(parse({ key, text: '😀'.repeat(2_001) })).toEqual({ refused: 'text_too_long' })
    const values = { action: 'x'.repeat(4_001) }
    expect(parse({ key, token: press, values })).toEqual({
      refused: 'invalid',
      problems: [problem('values.action', 'long_text')],
    })
    for (const { problem: said } of Object.values(channelWords)) expect(said.long_text).toContain('4,000')
  })

  test('cannot reach into the prototype', () => {
    const read = parseMessage(`{"key":"${key}","token":"${press}","values":{"__proto__":{"a":"b"},"constructor":"x"}}`)
    if (!isRefusal(read) && read.body.kind === 'form')
      expect(Object.getPrototypeOf(read.body.values)).toBe(Object.prototype)
    expect(parseMessage(`{"__proto__":{"text":"5"},"key":"${key}"}`)).toMatchObject({ refused: 'invalid' })
  })

  test('of any content is either read or refused, and what is read can be stored', () => {
    const samples = [
      { key, text: '很慢' },
      { key, token: press, values: { cause: 'delay' } },
      { key, open: true },
    ]
    const seen = { read: 0, refused: 0 }
    fc.assert(
      fc.property(mutated(samples.map((body) => JSON.stringify(body))), (body) => {
        const read = parseMessage(body)
        seen[isRefusal(read) ? 'refused' : 'read'] += 1
        if (!isRefusal(read)) expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/)
      }),
      { numRuns: 3_000 },
    )
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100)
  })

  test('of 100,000 that are spoiled, each is one that can be stored, or refused', () => {
    const samples = [
      { key, text: '很慢' },
      { key, text: ' 5 分 ' },
      { key, token: press },
      { key, token: press, values: { cause: 'delay', note: '3 週' } },
      { key, token: press, values: {} },
      { key, open: true },
    ].map((body) => JSON.stringify(body))
    let all = 0
    let read = 0
    fc.assert(
      fc.property(spoiling, (spoil) => {
        for (const sample of samples) {
          const message = parseMessage(JSON.stringify(spoil(sample)) ?? '')
          all += 1
          if (isRefusal(message)) continue
          read += 1
          if (!/^[A-Za-z0-9_.:-]{8,64}$/.test(message.key)) throw new Error(`a key ${message.key}`)
        }
      }),
      { numRuns: Math.ceil(100_000 / samples.length) },
    )
    expect(all).toBeGreaterThanOrEqual(100_000)
    expect(read).toBeGreaterThan(5_000)
  })
})

test.each([
  ['', {}],
  ['{}', {}],
  ['{"locale":"zh-TW"}', { locale: 'zh-TW' }],
  ['{"identity":"a.b.c"}', { identity: 'a.b.c' }],
  ['{"locale":"not a tag"}', { refused: 'invalid', problems: [problem('locale', 'locale')] }],
  ['{"sub":"42"}', { refused: 'invalid', problems: [problem('sub', 'unknown')] }],
  ['{', { refused: 'malformed' }],
])('the wish for a session %s', (body, read) => {
  expect(parseSession(body)).toEqual(read)
})

test.each([
  ['{"key":"k"}', { key: 'k' }],
  ['', { refused: 'malformed' }],
  ['{"key":""}', { refused: 'invalid', problems: [problem('key', 'empty')] }],
  ['{"key":"k","role":"admin"}', { refused: 'invalid', problems: [problem('role', 'unknown')] }],
])('the key of a member of staff %s', (body, read) => {
  expect(parseStaffKey(body)).toEqual(read)
})
