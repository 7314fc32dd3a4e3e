import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../adapters/telegram/parse.ts'
import { mutated, spoiling } from '../contract/mutated.ts'
import { payloads } from './payloads.ts'

const SELF = { id: 4_242, username: 'afterword_bot' }

describe('an update', () => {
  test.each(payloads)('of $what', ({ update, outcome }) => {
    const parsed = parse({ update_id: 615, ...update }, SELF)
    expect(parsed.update).toBe(615)
    expect(parsed.query).toBe('callback_query' in update ? '219034857' : null)
    if (parsed.kind === 'unsupported') return expect(parsed.reason).toBe(outcome)
    expect(parsed.inbound.body).toEqual(outcome)
    expect(parsed.inbound).toMatchObject({ channel: 'telegram', key: 'tg-615', from: { user: '5100000001' } })
  })

  test('tells who wrote, in which language, and where to answer', () => {
    const [words] = payloads
    const parsed = parse({ update_id: 1, ...words?.update }, SELF)
    expect(parsed).toMatchObject({
      inbound: { from: { user: '5100000001', address: { key: '5100000001' }, name: '美 林', locale: 'zh-Hant' } },
    })
  })

  test.each([
    ['zh-hans', 'zh-Hans'],
    ['pt-br', 'pt-BR'],
    ['en', 'en'],
    ['no language!', undefined],
    [undefined, undefined],
  ])('of a person whose Telegram speaks %s is in %s', (language_code, locale) => {
    const from = { id: 5, is_bot: false, first_name: 'A', ...(language_code && { language_code }) }
    const parsed = parse(
      { update_id: 1, message: { message_id: 1, from, chat: { id: 5, type: 'private' }, text: 'x' } },
      null,
    )
    expect(parsed.kind === 'inbound' && parsed.inbound.from.locale).toBe(locale)
  })

  test('in a group is answered there, to who wrote it', () => {
    const named = payloads.find(({ what }) => what === 'the bot named in a group')
    expect(parse({ update_id: 1, ...named?.update }, SELF)).toMatchObject({
      inbound: { from: { user: '5100000001', address: { key: '-1002000000003' } } },
    })
    expect(parse({ update_id: 1, ...named?.update }, null)).toMatchObject({ kind: 'unsupported' })
  })
})

const samples = payloads.map(({ update }) => JSON.stringify({ update_id: 615, ...update }))

/** @returns whether it is an event; everything else has to be unsupported, with a reason */
function isEvent(json: unknown): boolean {
  const parsed = parse(json, SELF)
  if (parsed.kind === 'unsupported') {
    if (parsed.reason === undefined) throw new Error('no reason')
    return false
  }
  const { key, from } = parsed.inbound
  const one = key === `tg-${parsed.update}` && /^[1-9]\d*$/.test(from.user) && /^-?[1-9]\d*$/.test(from.address.key)
  if (!one) throw new Error(`not an event of one person: ${JSON.stringify(parsed)}`)
  return true
}

test('100,000 spoiled payloads: each is an event of one person, or unsupported with a reason', () => {
  let events = 0
  let all = 0
  fc.assert(
    fc.property(spoiling, (spoil) => {
      for (const sample of samples) {
        all += 1
        if (isEvent(spoil(sample))) events += 1
      }
    }),
    { numRuns: Math.ceil(100_000 / samples.length) },
  )
  expect(all).toBeGreaterThanOrEqual(100_000)
  expect(events).toBeGreaterThan(10_000)
})

test('bodies cut off, changed in a character, or never any good are no event or one', () => {
  fc.assert(
    fc.property(mutated(samples), (body) => void isEvent(read(body))),
    { numRuns: 2_000 },
  )
})

function read(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body // not JSON: any value will do
  }
}
