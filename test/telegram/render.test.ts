import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyboard } from '../../adapters/telegram/keyboard.ts'
import { type Call, render } from '../../adapters/telegram/render.ts'
import { cut, html, plain, type Run } from '../../adapters/telegram/rich.ts'
import type { Outbound } from '../../src/channel.ts'
import { parseHtml } from './stand-in/html.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const choices = (...labels: string[]) => labels.map((label, n) => ({ id: `c${n}`, label }))
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => String(from + n))

const scale: Outbound = {
  kind: 'prompt',
  text: 'How satisfied <were> you & yours?',
  choices: numbers(1, 5).map((id) => ({ id, label: id })),
  layout: 'scale',
  ends: { low: 'not at all', high: 'very' },
  note: { text: 'Your privacy', link: 'https://acme.example/p?a="1"&b=2' },
  locale: 'en',
}
const card: Outbound = {
  kind: 'card',
  subject: 't',
  title: '#12 · Refunds',
  tone: 'urgent',
  facts: [{ label: '評分', value: '1 / 5' }],
  quotes: [
    {
      text: 'I waited <b>weeks</b>',
      marks: [
        [2, 8],
        [4, 9],
      ],
    },
  ],
  history: ['08:00 opened', '09:00 claimed'],
  choices: choices('Claim', 'Contacted', 'Resolve…'),
  locale: 'zh-Hant',
}

/** The words of a call as Telegram would show them: this throws where its markup is broken. */
const shown = (call: Call | undefined): string => (call ? parseHtml(call.html).text : '')

describe('a message becomes', () => {
  const table: [what: string, outbound: Outbound, edits: string | undefined, expected: object[]][] = [
    [
      'a text',
      { kind: 'text', text: 'a < b', locale: 'en' },
      undefined,
      [{ method: 'sendMessage', html: 'a &lt; b', plain: 'a < b', keyboard: [] }],
    ],
    ['nothing where there is nothing to say', { kind: 'text', text: '', locale: 'en' }, undefined, []],
    [
      'a scale: its ends, its note, its buttons in one row',
      scale,
      undefined,
      [
        {
          method: 'sendMessage',
          plain:
            'How satisfied <were> you & yours?\n\n1 = not at all · 5 = very\n\nYour privacy (https://acme.example/p?a="1"&b=2)',
          keyboard: [[{}, {}, {}, {}, {}]],
        },
      ],
    ],
    [
      'an answered scale in place: the answer stays, the buttons go',
      { ...scale, answered: '2', edits: ID },
      '77',
      [
        {
          method: 'editMessageText',
          message: 77,
          lost: 'leave',
          keyboard: [],
          html: 'How satisfied &lt;were&gt; you &amp; yours?<b>\n\n✓ 2 / 5</b>\n\n<a href="https://acme.example/p?a=&quot;1&quot;&amp;b=2">Your privacy</a>',
        },
      ],
    ],
    [
      'an answered list in place, with the words of the answer',
      {
        kind: 'prompt',
        text: 'May we?',
        choices: choices('Yes', 'No'),
        layout: 'list',
        answered: 'c1',
        edits: ID,
        locale: 'en',
      },
      '77',
      [{ method: 'editMessageText', plain: 'May we?\n\n✓ No', keyboard: [] }],
    ],
    ['nothing, where an answered prompt was never sent', { ...scale, answered: '2', edits: ID }, ID, []],
    [
      'a card: facts, the matched words underlined, history, two buttons a row',
      card,
      undefined,
      [
        {
          method: 'sendMessage',
          html: '<b>🔴 #12 · Refunds</b><b>\n評分：</b>1 / 5\n\n<blockquote>I <u>waited</u><u> </u>&lt;b&gt;weeks&lt;/b&gt;</blockquote>\n\n08:00 opened\n09:00 claimed',
          keyboard: [[{}, {}], [{}]],
        },
      ],
    ],
    [
      'a card in place, and anew where it was deleted',
      { ...card, edits: ID },
      '77',
      [{ method: 'editMessageText', message: 77, lost: 'send' }],
    ],
    [
      'a picture with its words',
      { kind: 'picture', png: 'iVBO', alt: 'CSAT 92 %', locale: 'en' },
      undefined,
      [{ method: 'sendPhoto', png: 'iVBO', html: 'CSAT 92 %' }],
    ],
  ]
  test.each(table)('%s', (_what, outbound, edits, expected) => {
    const calls = render(outbound, { id: ID, ...(edits !== undefined && { edits }) })
    expect(calls).toMatchObject(expected)
    expect(calls).toHaveLength(expected.length)
    for (const call of calls) expect(() => parseHtml(call.html)).not.toThrow()
  })

  test('an answer in the thread of another message', () => {
    expect(render({ kind: 'text', text: 'x', locale: 'en' }, { id: ID, thread: '12' })).toMatchObject([{ reply: 12 }])
  })

  test('several messages where it is too long; the buttons stand on the last, which alone is edited', () => {
    const long: Outbound = { ...scale, text: '很慢。'.repeat(2_730) }
    const calls = render(long, { id: ID })
    expect(calls.length).toBeGreaterThan(2)
    expect(calls.map((call) => ('keyboard' in call ? call.keyboard.flat().length : -1))).toEqual([
      ...calls.slice(1).map(() => 0),
      5,
    ])
    for (const call of calls) expect(shown(call).length).toBeLessThanOrEqual(4_096)
    const [edit, ...more] = render({ ...long, answered: '3', edits: ID }, { id: ID, edits: '99' })
    expect(more).toEqual([])
    const [last, retired] = [shown(calls.at(-1)), shown(edit)]
    expect(retired.slice(0, retired.indexOf('✓'))).toBe(last.slice(0, last.indexOf('1 = ')))
  })

  test('one message of a card, however much it holds: the oldest of it goes first', () => {
    const history = Array.from({ length: 400 }, (_, n) => `entry ${n} ${'x'.repeat(50)}`)
    const quotes = Array.from({ length: 20 }, () => ({
      text: '慢😀'.repeat(500),
      marks: [[0, 1_400] satisfies [number, number]],
    }))
    const [call, ...more] = render({ ...card, history, quotes }, { id: ID })
    expect(more).toEqual([])
    expect(shown(call).length).toBeLessThanOrEqual(4_096)
    expect(shown(call)).toContain('entry 399')
    expect(shown(call)).toContain('…')
  })

  test('a photo with 1,024 characters, and the rest in a message', () => {
    const [photo, rest] = render({ kind: 'picture', png: 'iVBO', alt: 'x'.repeat(1_500), locale: 'en' }, { id: ID })
    expect(shown(photo)).toHaveLength(1_024)
    expect(rest).toMatchObject({ method: 'sendMessage', plain: 'x'.repeat(476) })
  })
})

describe('buttons', () => {
  test.each([
    ['five stars', choices('⭐', '⭐⭐', '⭐⭐⭐', '⭐⭐⭐⭐', '⭐⭐⭐⭐⭐'), 'scale', [3, 2]],
    ['effort, 1 to 7', choices(...numbers(1, 7)), 'scale', [7]],
    ['recommendation, 0 to 10', choices(...numbers(0, 10)), 'scale', [6, 5]],
    [
      'long labels',
      choices('Very dissatisfied indeed', 'Quite all right as it went', 'Very satisfied indeed'),
      'scale',
      [1, 1, 1],
    ],
    ['a list', choices('Yes', 'No'), 'list', [1, 1]],
    ['more than a message holds', choices(...numbers(1, 120)), 'list', Array.from({ length: 100 }, () => 1)],
    ['none', [], 'scale', []],
  ] as const)('of %s stand in rows that a phone shows', (_what, given, layout, rows) => {
    expect(keyboard(ID, [...given], layout).map((row) => row.length)).toEqual(rows)
  })

  test('carry at most 64 bytes', () => {
    const [[button] = []] = keyboard(ID, [{ id: 'x'.repeat(40), label: 'longest' }], 'list')
    expect(Buffer.byteLength(button?.callback_data ?? '')).toBeLessThanOrEqual(64)
  })
})

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('<b>', '&lt;', '👩‍👩‍👧‍👦'.repeat(5), 'e\u0301'.repeat(9), '很慢。', '\n', ' ', '🇹🇼🇹🇼'),
)
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.record(
    { text: words, bold: fc.constant(true), href: fc.constantFrom('https://a.example/"><x>') },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 30 },
)

test('cut anywhere, nothing is lost, no part is too long, no character and no tag is broken', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
  fc.assert(
    fc.property(runs, fc.integer({ min: 40, max: 400 }), (given, limit) => {
      const bare = given.map(({ text }) => ({ text }))
      const parts = cut(given, limit)
      const texts = parts.map((part) => part.map(({ text }) => text).join(''))
      expect(texts.join('')).toBe(plain(bare))
      const bounds = new Set([...graphemes.segment(plain(bare))].map(({ index }) => index))
      let at = 0
      for (const [n, text] of texts.entries()) {
        expect(text.length).toBeLessThanOrEqual(limit)
        if (n > 0) expect(bounds.has(at)).toBe(true)
        at += text.length
      }
      for (const [n, part] of parts.entries()) expect(parseHtml(html(part)).text).toBe(texts[n]?.trim())
    }),
    { numRuns: 1_000 },
  )
})

test('a character without end is cut as well', () => {
  const zalgo = `e${'\u0301'.repeat(10_000)}`
  const parts = cut([{ text: zalgo }], 4_096)
  expect(parts.map((part) => part.map(({ text }) => text.length))).toEqual([[4_096], [4_096], [1_809]])
})
