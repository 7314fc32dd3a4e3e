/**
 * What the product relies on in every channel. An adapter's test builds a harness of its real adapter with its real SDK, a server
 * and a stand-in of the platform, and calls `channelContract`.
 */
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Address,
  type Channel,
  type Delivery,
  type Inbound,
  type InboundBody,
  type Outbound,
  type Receipt,
  type Receive,
  token,
} from '../../src/channel.ts'
import { mutated } from './mutated.ts'
import { describeRecord } from './same-record.ts'
import { describeTyping } from './typing.ts'

/** What the person sees of one message: all of its words in reading order, and its buttons. */
export interface Shown {
  words: string
  buttons: { label: string; token: string }[]
  picture: boolean
}

/** What a person does on the platform. `id` is the platform's id of the event: the same id is a redelivery. */
export type Act = { id: string } & ({ text: string } | { token: string })

/** What the platform made of the answer it got. `repeat`: it will deliver the event again. `status`: HTTP, where there is one. */
export interface Told {
  repeat: boolean
  status: number
}

/** Something else that people do on this platform, and how it comes in. */
export interface Deed {
  what: string
  body: InboundBody
  /** `id` as in `Act`. */
  act(id: string): Promise<Told>
}

export interface Harness {
  channel: Channel
  /** Whether the adapter looks for the message that another one replaces; else who shows them does. */
  looks?: true
  /** Every call of `receive`, in order. */
  inbound: Inbound[]
  /** How `receive` answers from now on; `done` to begin with. */
  answers(receipt: Receipt): void
  /** From now on every event goes here; with this, `answers` has no say any more. */
  receives(receive: Receive): void
  /** The person's address. */
  person: Address
  act(act: Act): Promise<Told>
  /** The same by somebody else on the platform. */
  stranger(act: Act): Promise<Told>
  /** What this platform has besides words and presses: media, edits, forms, coming and going. */
  deeds: Deed[]
  /** Sends as the deliverer does: the record has the message already. */
  send(outbound: Outbound, id: string, edits?: string): Promise<Delivery>
  /** What the person sees, in order, once everything sent so far has arrived. */
  shown(): Promise<Shown[]>
  /** Bodies that the platform would send, for the fuzzer to spoil. */
  samples: string[]
  /** Delivers a body as it stands, with a good signature or session. */
  raw(body: string): Promise<Told>
  /** Requests that the platform never sent so: each has to be refused. */
  forgeries: { what: string; post(): Promise<Told> }[]
  /** Resolves when the adapter holds nothing open towards the platform. */
  drained(): Promise<void>
  close(): Promise<void>
}

const locale = 'zh-Hant'
const text = (words: string): Outbound => ({ kind: 'text', text: words, locale })
const scale: Extract<Outbound, { kind: 'prompt' }> = {
  kind: 'prompt',
  text: '這次服務您滿意嗎？',
  choices: ['1', '2', '3', '4', '5'].map((id) => ({ id, label: `${id} 分` })),
  layout: 'scale',
  ends: { low: '很不滿意', high: '非常滿意' },
  note: { text: '我們如何使用您的回答', link: 'https://example.com/privacy' },
  locale,
}
const list: Outbound = {
  kind: 'prompt',
  text: 'May we contact you about this?',
  choices: [
    { id: 'yes', label: 'Yes, please', style: 'primary' },
    { id: 'no', label: 'No' },
  ],
  layout: 'list',
  locale: 'en',
}
const card: Outbound = {
  kind: 'card',
  subject: 'task-12',
  title: '#12 Refund took three weeks',
  tone: 'urgent',
  facts: [{ label: 'First contact by', value: '10:00' }],
  quotes: [{ text: 'I waited 😡 for weeks', marks: [[2, 8]] }],
  history: ['Opened at 08:00'],
  choices: [{ id: 'claim', label: 'I will take it', style: 'primary' }],
  locale: 'en',
}
const picture: Outbound = {
  kind: 'picture',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  alt: 'Satisfaction over twelve weeks',
  locale: 'en',
}

/** Words that each message must show, whatever its form on the platform. */
const kinds: [name: string, outbound: Outbound, words: string[]][] = [
  ['a text', text('謝謝您 🙏'), ['謝謝您 🙏']],
  ['a scale with ends and note', scale, [scale.text, '很不滿意', '非常滿意', '我們如何使用您的回答']],
  ['a list', list, [list.text]],
  ['a card', card, [card.title, 'First contact by', '10:00', 'I waited 😡 for weeks', 'Opened at 08:00']],
  ['a picture', picture, [picture.alt]],
]

const whole = (words: string): boolean => !/\p{Surrogate}/u.test(words)

export function channelContract(name: string, make: () => Promise<Harness>): void {
  describe(`${name} keeps the channel contract`, () => {
    let harness: Harness
    beforeEach(async () => {
      harness = await make()
    })
    afterEach(() => harness.close())

    describe('what a person does', () => {
      test('comes in with its words, its sender and a key', async () => {
        const told = await harness.act({ id: 'event-0001', text: '很慢，等了3週 😞' })
        expect(told.repeat).toBe(false)
        expect(harness.inbound).toHaveLength(1)
        const [event] = harness.inbound
        expect(event?.channel).toBe(harness.channel.name)
        expect(event?.body).toEqual({ kind: 'text', text: '很慢，等了3週 😞' })
        expect(event?.from.address).toEqual(harness.person)
        expect(event?.from.user).not.toBe('')
        expect(event?.key).toMatch(/^.{1,200}$/)
      })

      test('has the same key when it is delivered again, and another when it is something else', async () => {
        await harness.act({ id: 'event-0001', text: '5' })
        await harness.act({ id: 'event-0001', text: '5' })
        await harness.act({ id: 'event-0002', text: '5' })
        const [first, again, other] = harness.inbound.map(({ key }) => key)
        expect(again).toBe(first)
        expect(other).not.toBe(first)
        expect(harness.inbound).toHaveLength(3)
      })

      test('is delivered again when nothing was stored, and not when it was', async () => {
        harness.answers({ outcome: 'retry' })
        expect(await harness.act({ id: 'event-0001', text: '5' })).toMatchObject({ repeat: true })
        for (const outcome of ['done', 'seen', 'unsupported'] as const) {
          harness.answers({ outcome })
          expect(await harness.act({ id: 'event-0001', text: '5' }), outcome).toMatchObject({ repeat: false })
        }
        expect(new Set(harness.inbound.map(({ key }) => key)).size).toBe(1)
      })

      test('comes in as what it is, also where it is neither words nor a press', async () => {
        for (const [n, { what, body, act }] of harness.deeds.entries()) {
          harness.inbound.length = 0
          harness.answers({ outcome: 'retry' })
          expect(await act(`deed-000${n}`), what).toMatchObject({ repeat: true })
          harness.answers({ outcome: 'done' })
          expect(await act(`deed-000${n}`), what).toMatchObject({ repeat: false })
          const [event, again] = harness.inbound
          expect(event?.body, what).toEqual(body)
          expect(event?.from.address, what).toEqual(harness.person)
          expect(again, what).toEqual(event)
        }
      })

      test('arrives unbroken at the longest that a message may be', async () => {
        const { textLimit } = harness.channel.capabilities
        const longest = `${'糟😀'.repeat(Math.floor(textLimit / 3))}`
        await harness.act({ id: 'event-0001', text: longest })
        expect(harness.inbound[0]?.body).toEqual({ kind: 'text', text: longest })
      })
    })

    describe('a press', () => {
      const id = v7()

      test('on each button shown comes back as the token of that message and choice', async () => {
        await harness.send(list, id)
        const [shown] = await harness.shown()
        expect(shown?.buttons.map(({ label }) => label)).toEqual(['Yes, please', 'No'])
        for (const [n, button] of (shown?.buttons ?? []).entries())
          await harness.act({ id: `press-000${n}`, token: button.token })
        expect(harness.inbound.map(({ body }) => body)).toEqual([
          { kind: 'press', token: token(id, 'yes') },
          { kind: 'press', token: token(id, 'no') },
        ])
      })

      test.each([
        ['of a message that was never sent', token(v7(), '5')],
        ['with a choice that was never offered', token(id, 'admin')],
        ['without a message', '.5'],
        ['without a choice', token(id, '5').replace('.5', '.')],
        ['with markup', `${token(id, '5')}<b>`],
        ['with a quote', `${token(id, '5')}'--`],
        ['of no form at all', '💥'],
        ['of nothing', ''],
        ['too long for any platform', token(id, '5') + 'x'.repeat(5_000)],
      ])('%s is passed on as it is or refused for good', async (_what, forged) => {
        await harness.send(list, id)
        const told = await harness.act({ id: 'press-0001', token: forged })
        expect(told.repeat).toBe(false)
        expect(told.status).toBeLessThan(500)
        for (const { body, from } of harness.inbound) {
          expect(body).toEqual({ kind: 'press', token: forged })
          expect(from.address).toEqual(harness.person)
        }
      })
    })

    describe('what is sent', () => {
      test.each(kinds)('shows %s in full', async (_what, outbound, words) => {
        expect(await harness.send(outbound, v7())).toMatchObject({ status: 'sent' })
        const [shown, ...more] = await harness.shown()
        expect(more).toEqual([])
        for (const piece of words) expect(shown?.words).toContain(piece)
        const choices = 'choices' in outbound ? outbound.choices : []
        for (const { label } of choices) expect(shown?.buttons.map((button) => button.label)).toContain(label)
        expect(shown?.buttons).toHaveLength(choices.length)
        if (harness.channel.capabilities.pictures) expect(shown?.picture).toBe(outbound.kind === 'picture')
      })

      test('keeps its order', async () => {
        const sent = Array.from({ length: 20 }, (_, n) => `message ${n}.`)
        for (const words of sent) await harness.send(text(words), v7())
        expect((await harness.shown()).map(({ words }) => words)).toEqual(sent)
      })

      test('is unbroken at the longest that a message may be', async () => {
        const { textLimit } = harness.channel.capabilities
        const longest = '慢😀'.repeat(Math.floor(textLimit / 3))
        expect(await harness.send(text(longest), v7())).toMatchObject({ status: 'sent' })
        const shown = (await harness.shown()).map(({ words }) => words)
        expect(shown.every(whole)).toBe(true)
        expect(shown.join('')).toBe(longest)
      })

      test('retires an answered prompt: its answer stays to be read, its buttons go', async () => {
        const id = v7()
        const sent = await harness.send(scale, id)
        if (!harness.channel.capabilities.edit || sent.status !== 'sent') return expect(sent.status).toBe('sent')
        expect(await harness.send({ ...scale, answered: '2', edits: id }, v7(), sent.ref)).toMatchObject({
          status: 'sent',
        })
        const shown = await harness.shown()
        expect(shown).toHaveLength(1)
        expect(shown[0]?.words).toContain(scale.text)
        expect(shown[0]?.words).toContain('2 分')
        expect(shown[0]?.buttons).toEqual([])
      })

      test('that replaces one which never arrived stands by itself, unless it only retires it', async () => {
        if (!harness.looks) return
        for (const retired of [{ answered: '2' }, { choices: [] }])
          expect(await harness.send({ ...scale, ...retired, edits: v7() }, v7())).toMatchObject({ status: 'sent' })
        expect(await harness.send({ ...card, edits: v7() }, v7())).toMatchObject({ status: 'sent' })
        const shown = (await harness.shown()).filter(({ words }) => words !== '')
        expect(shown.map(({ words }) => words.includes(scale.text))).toEqual([false])
      })

      test('to an address of no known form is rejected, not thrown', async () => {
        const nowhere: Address[] = [{ key: '' }, { key: 'no-such-form:42' }, { key: '\0' }, { key: 'x'.repeat(10_000) }]
        for (const to of nowhere)
          expect(await harness.channel.send(to, text('hello'), { id: v7() })).toMatchObject({ status: 'rejected' })
      })
    })

    describe('what the platform never sent so', () => {
      test('is refused, and nothing of it is stored', async () => {
        expect(harness.forgeries.length).toBeGreaterThanOrEqual(3)
        for (const { what, post } of harness.forgeries) {
          const { status, repeat } = await post()
          expect([what, repeat, status >= 400 && status < 500]).toEqual([what, false, true])
        }
        expect(harness.inbound).toEqual([])
      })

      test('cut off anywhere is no event, and does not come again', async () => {
        for (const sample of harness.samples) {
          for (const share of [0.1, 0.5, 0.9]) {
            const told = await harness.raw(sample.slice(0, Math.floor(sample.length * share)))
            expect(told.repeat).toBe(false)
            expect(told.status).toBeLessThan(500)
          }
          expect((await harness.raw(sample.slice(0, -1))).repeat).toBe(false)
        }
        expect(harness.inbound).toEqual([])
      })
    })

    test('whatever a body holds, it is one event of this person, or none and a refusal', async () => {
      await fc.assert(
        fc.asyncProperty(mutated(harness.samples), async (body) => {
          const before = harness.inbound.length
          const { status, repeat } = await harness.raw(body)
          expect(status).toBeLessThan(500)
          expect(repeat).toBe(false)
          const came = harness.inbound.slice(before)
          expect(came.length).toBeLessThanOrEqual(1)
          for (const { channel, key, from } of came) {
            expect(channel).toBe(harness.channel.name)
            // Somebody else's only where a body that is signed names them.
            expect(from.address.key === harness.person.key || body.includes(from.address.key)).toBe(true)
            expect(key).toMatch(/^.{1,200}$/s)
          }
          if (status >= 400) expect(came).toEqual([])
        }),
        { numRuns: 300 },
      )
    })

    describeRecord(() => harness)
    describeTyping(() => harness)

    test('stopping lets go of everything that is open', async () => {
      await harness.send(text('hello'), v7())
      await harness.shown()
      await harness.channel.stop()
      await harness.drained()
      await harness.channel.stop() // a second stop finds nothing to do
    })
  })
}
