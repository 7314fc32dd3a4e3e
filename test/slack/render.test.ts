import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facts } from '../../adapters/slack/blocks.ts'
import type { Home } from '../../adapters/slack/deps.ts'
import { render } from '../../adapters/slack/render.ts'
import { formView, homeView, noticeView, readMetadata } from '../../adapters/slack/view.ts'
import { type Content, type Field, type Immediate, readToken, token } from '../../src/channel.ts'
import { checkBlocks, checkView } from './stand-in/blocks.ts'
import { type Seen, see } from './stand-in/screen.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
type Card = Extract<Content, { kind: 'card' }>
type Shown = Exclude<Content, { kind: 'picture' }>

/** As Slack takes it and shows it; throws where Slack would refuse. */
function shown(content: Shown): Seen[] {
  return render(content, ID).map(({ text, blocks }) => {
    const checked = checkBlocks(JSON.parse(JSON.stringify(blocks)))
    if ('error' in checked) throw new Error(`${checked.error} ${checked.messages.join(' ')}`)
    if (text === '' || text.length > 3_000) throw new Error('no words for the notification, or too many')
    return see({ channel: 'D', ts: '1.1', text, blocks: checked.blocks, thread: null, picture: null, edits: 0 })
  })
}

const card: Card = {
  kind: 'card',
  subject: 'task',
  title: '#12 · 退款組 · 緊急',
  tone: 'urgent',
  facts: [
    { label: '評分', value: '1 分' },
    { label: '客戶', value: 'A & B <Ltd>' },
  ],
  quotes: [
    {
      text: '等了三週才退款',
      marks: [
        [2, 4],
        [4, 6],
      ],
    },
  ],
  history: ['08:00 建立', '08:05 由林小姐處理'],
  choices: [
    { id: 'claim', label: '由我處理', style: 'primary' },
    { id: 'handover', label: '轉交…' },
  ],
}
const scale: Shown = {
  kind: 'prompt',
  text: 'How likely are you to recommend us?',
  choices: Array.from({ length: 11 }, (_, n) => ({ id: `${n}`, label: `${n}` })),
  layout: 'scale',
  ends: { low: 'Not at all', high: 'Extremely' },
  note: { text: 'How we use your answers', link: 'https://acme.example/privacy?a=1&b=2' },
}

describe('content as Slack shows it', () => {
  test('a card: title, facts in two columns, the customer’s words with their marks, what happened, what to do', () => {
    const [seen, ...more] = shown(card)
    expect(more).toEqual([])
    expect(seen?.words.split('\n')).toEqual([
      '🔴 #12 · 退款組 · 緊急',
      '評分',
      '1 分',
      '客戶',
      'A & B <Ltd>',
      '等了三週才退款',
      '08:00 建立',
      '08:05 由林小姐處理',
    ])
    expect(seen?.bold).toEqual(['三週', '才退'])
    expect(seen?.buttons).toEqual([
      { label: '由我處理', value: token(ID, 'claim'), action: 'choice:0:claim', style: 'primary' },
      { label: '轉交…', value: token(ID, 'handover'), action: 'choice:1:handover', style: null },
    ])
  })

  test('no value of a fact makes bold, struck or code of itself', () => {
    const value = '*Vera*\n*May be contacted*\n_Yes_ ~no~ `x` c_1042'
    const [block] = facts([{ label: 'Customer', value }], 1_700)
    expect(block).toMatchObject({
      fields: [{ text: '*Customer*\n∗Vera∗\n∗May be contacted∗\n＿Yes＿ ∼no∼ ˋxˋ c_1042' }],
    })
  })

  test('a scale of eleven: one message, one row, its ends named', () => {
    const [seen, ...more] = shown(scale)
    expect(more).toEqual([])
    expect(seen?.buttons.map(({ label }) => label)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(seen?.words).toBe(
      'How likely are you to recommend us?\n0 = Not at all  ·  10 = Extremely\nHow we use your answers',
    )
  })

  test('an answered prompt shows the answer and no button', () => {
    const [seen] = shown({ ...scale, answered: '9' })
    expect(seen?.buttons).toEqual([])
    expect(seen?.words).toContain('✓ 9')
  })

  test('more choices than a message holds go on in the next, each with its own button', () => {
    const choices = Array.from({ length: 60 }, (_, n) => ({ id: `c${n}`, label: `Choice ${n} ${'x'.repeat(60)}` }))
    const seen = shown({ kind: 'prompt', text: 'Which?', choices, layout: 'list' })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.flatMap(({ buttons }) => buttons.map(({ value }) => value))).toEqual(
      choices.map(({ id }) => token(ID, id)),
    )
  })

  test.each([
    ['*stars*, _lines_ and ~waves~', '*stars*, _lines_ and ~waves~'],
    ['<!channel> <@U012AB3CD> &amp;', '<!channel> <@U012AB3CD> &amp;'],
    ['> not a quote\n1. not a list', '> not a quote\n1. not a list'],
    ['see https://acme.example/a?b=1&c=2.', 'see https://acme.example/a?b=1&c=2.'],
    ['\u0000a\u0007b\r\nc', 'ab\nc'],
  ])('%j is shown as %j', (text, words) => {
    const [seen] = shown({ kind: 'text', text })
    expect(seen?.words).toBe(words)
  })

  test('words that would ring somebody in a notification are escaped', () => {
    const [message] = render({ kind: 'text', text: '<!channel> hello' }, ID)
    expect(message?.text).toBe('&lt;!channel&gt; hello')
  })

  test('a link that is none, or that runs something, is words', () => {
    const bad = { ...scale, note: { text: 'Privacy', link: 'javascript:alert(1)' } }
    expect(JSON.stringify(render(bad, ID))).not.toContain('javascript')
  })

  test('nothing to show is no message', () => expect(render({ kind: 'text', text: ' \n ' }, ID)).toEqual([]))
})

const wild = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .tuple(fc.constantFrom('慢😀', '&<>', 'word ', '\n', '"\\', '👨‍👩‍👧', '\u0000'), fc.nat(4_000))
    .map(([piece, n]) => piece.repeat(n)),
)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
const choice = fc.record({ id, label: wild })
const choices = (maxLength: number) => fc.uniqueArray(choice, { maxLength, selector: (each) => each.id })
const content: fc.Arbitrary<Shown> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: wild }),
  fc.record({
    kind: fc.constant('prompt' as const),
    text: wild,
    choices: choices(70),
    layout: fc.constantFrom('scale' as const, 'list' as const),
    ends: fc.record({ low: wild, high: wild }),
    note: fc.record({ text: wild, link: fc.oneof(fc.webUrl(), wild) }),
  }),
  fc.record({
    kind: fc.constant('card' as const),
    subject: fc.constant('task'),
    title: wild,
    tone: fc.constantFrom('urgent' as const, 'open' as const, 'waiting' as const, 'done' as const),
    facts: fc.array(fc.record({ label: wild, value: wild }), { maxLength: 40 }),
    quotes: fc.array(
      fc.record({ text: wild, marks: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 20 }) }),
      { maxLength: 30 },
    ),
    history: fc.array(wild, { maxLength: 30 }),
    choices: choices(40),
  }),
)

describe('within every limit by construction', () => {
  test('whatever the content holds, Slack takes it, and every button is a token', () => {
    fc.assert(
      fc.property(content, (any) => {
        for (const { buttons } of shown(any))
          for (const { value } of buttons) expect(readToken(value)?.message).toBe(ID)
      }),
      { numRuns: 150 },
    )
  })

  test('a text arrives whole, in messages of at most 3,000 characters', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const visible = text
          .replace(/\r\n?/g, '\n')
          .replace(/[^\P{Cc}\n\t]/gu, '')
          .replace(/\p{Surrogate}/gu, '\uFFFD')
        const words = shown({ kind: 'text', text }).map((seen) => seen.words)
        for (const piece of words) expect(piece.length).toBeLessThanOrEqual(3_000)
        expect(words.join('').replace(/\s/g, '')).toBe(visible.replace(/\s/g, ''))
      }),
      { numRuns: 150 },
    )
  })

  const field: fc.Arbitrary<Field> = fc.record({
    id,
    label: wild,
    kind: fc.constantFrom('select' as const, 'text' as const, 'long-text' as const),
    required: fc.boolean(),
    options: fc.uniqueArray(fc.record({ id: wild, label: wild }), { maxLength: 30, selector: (each) => each.id }),
    hint: wild,
    value: wild,
  })
  test('a form, a notice and a home are views that Slack takes', () => {
    const form = fc.record({
      title: wild,
      submit: wild,
      fields: fc.uniqueArray(field, { maxLength: 20, selector: (each) => each.id }),
    })
    fc.assert(
      fc.property(form, wild, fc.array(content, { maxLength: 20 }), (parts, text, all) => {
        const whole: Extract<Immediate, { kind: 'form' }> = {
          kind: 'form',
          token: token(ID, 'resolve'),
          locale: 'zh-Hant',
          ...parts,
        }
        const cards = all.flatMap((each) => (each.kind === 'card' ? [{ id: ID, card: each }] : []))
        const home: Home = { title: text, empty: text, cards, count: cards.length, locale: 'en' }
        for (const view of [formView(whole, 'C0LAN2Q65'), noticeView(text, 'zh-Hans'), homeView(home)]) {
          const checked = checkView(JSON.parse(JSON.stringify(view)))
          if ('error' in checked) throw new Error(checked.messages.join(' '))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('two hundred people to hand over to are offered in groups', () => {
    const options = Array.from({ length: 230 }, (_, n) => ({ id: `staff-${n}`, label: `Person ${n}` }))
    const fields: Field[] = [{ id: 'to', label: 'To', kind: 'select', required: true, options }]
    const view = formView(
      { kind: 'form', token: token(ID, 'handover'), title: 'Hand over', submit: 'OK', fields, locale: 'en' },
      null,
    )
    expect(checkView(JSON.parse(JSON.stringify(view)))).toHaveProperty('view')
    const offered = JSON.stringify(view)
    for (const { id: each } of options) expect(offered).toContain(`"value":"${each}"`)
  })
})

test('a form remembers its token and where its card stands', () => {
  const of = token(ID, 'resolve')
  const form: Extract<Immediate, { kind: 'form' }> = {
    kind: 'form',
    token: of,
    title: 't',
    submit: 's',
    fields: [],
    locale: 'en',
  }
  expect(readMetadata(formView(form, null).private_metadata ?? '')).toEqual({ token: of, channel: null })
  expect(readMetadata(formView(form, 'C0LAN2Q65').private_metadata ?? '')).toEqual({ token: of, channel: 'C0LAN2Q65' })
  for (const bad of ['', '{}', `${of} X`, `${of} C0LAN2Q65 more`, of.slice(1)]) expect(readMetadata(bad)).toBeNull()
})
