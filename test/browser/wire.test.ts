import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Drawing } from '../../adapters/web/deps.ts'
import * as page from '../../adapters/web/page/wire.ts'
import type { Immediate, Outbound, Receipt } from '../../src/channel.ts'
import { token } from '../../src/channel.ts'

/** Held by the compiler: whatever the port can carry, the page can hold. */
const carried: {
  outbound: (content: Outbound) => page.Outbound
  immediate: (immediate: Immediate) => page.Immediate
  receipt: (receipt: Receipt) => page.Receipt
} = { outbound: (content) => content, immediate: (immediate) => immediate, receipt: (receipt) => receipt }

const samples: Outbound[] = [
  { kind: 'text', text: 'Thank you.', locale: 'en' },
  { kind: 'text', text: '#12, what was said:', locale: 'en', thread: 'earlier' },
  {
    kind: 'prompt',
    text: '您觉得怎么样？',
    choices: [{ id: '1', label: '1' }],
    layout: 'scale',
    ends: { low: '差', high: '好' },
    note: { text: '隐私', link: 'https://acme.example/privacy' },
    answered: '1',
    locale: 'zh-Hans',
    edits: 'earlier',
    expiresAt: '2026-11-22T00:00:00Z',
  },
  {
    kind: 'card',
    subject: 'task',
    title: '#12',
    tone: 'urgent',
    facts: [{ label: 'Team', value: 'Refunds' }],
    quotes: [{ text: 'late', marks: [[0, 4]] }],
    history: ['21:02 Opened'],
    choices: [{ id: 'claim', label: 'Claim', style: 'primary' }],
    locale: 'en',
  },
  { kind: 'picture', png: 'AAAA', alt: 'A line that rises', locale: 'en' },
]

describe('what the page reads', () => {
  test.each(samples)('a $kind comes in as it was sent', (content) => {
    const row = { seq: 1, id: 'a', direction: 'out', at: '2026-11-21T20:00:00Z', content: carried.outbound(content) }
    expect(page.logged.parse(row)).toEqual(row)
  })

  test('a drawing of the record comes in as it was sent', () => {
    const points = [{ label: 'Refunds', shown: '63.2%', interval: [57.9, 68.2] as const, n: 304 }]
    const content: Drawing = { kind: 'drawing', svg: '<svg/>', alt: 'Bars', points: [...points], locale: 'en' }
    const row = { seq: 1, id: 'a', direction: 'out', at: '2026-11-21T20:00:00Z', content }
    expect(page.logged.parse(row)).toEqual(row)
  })

  test('anything else is refused and does not throw', () => {
    fc.assert(fc.property(fc.anything(), (anything) => void page.logged.safeParse(anything)))
    expect(
      page.logged.safeParse({ seq: 1, id: 'a', direction: 'out', at: '', content: { kind: 'song' } }).success,
    ).toBe(false)
  })

  test('a press is written as the port reads it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom('1', 'claim', 'x-Y_9'), (id, choice) => {
        expect(page.token(id, choice)).toBe(token(id, choice))
      }),
    )
  })
})
