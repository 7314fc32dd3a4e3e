import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBlocks, checkView } from './stand-in/blocks.ts'
import { type Slack, startSlack } from './stand-in/slack.ts'
import { trigger } from './stand-in/world.ts'

/** The local Slack refuses what Slack refuses, or the tests against it would prove nothing. */
let slack: Slack
const clock = { at: Date.parse('2026-01-05T08:00:00Z') }

beforeEach(async () => {
  slack = await startSlack({ now: () => clock.at })
  slack.join('U0FANGFAN')
  slack.channel('C0REFUNDS', [])
})
afterEach(() => slack.close())

async function call(
  method: string,
  given: Record<string, unknown>,
  token = slack.world.token,
): Promise<Record<string, unknown>> {
  const fields = Object.entries(given).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const headers = { ...(token !== '' && { authorization: `Bearer ${token}` }) }
  const response = await fetch(slack.apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const answer: object = Object(await response.json())
  return { status: response.status, after: response.headers.get('retry-after'), ...answer }
}

const plain = (text: string) => ({ type: 'plain_text', text })
const button = (n: number | string, more: object = {}) => ({
  type: 'button',
  text: plain('x'),
  action_id: `a${n}`,
  value: 'v',
  ...more,
})
const actions = (...elements: unknown[]) => ({ type: 'actions', elements })
const many = (n: number, make: (i: number) => unknown) => Array.from({ length: n }, (_, i) => make(i))
const divider = { type: 'divider' }

describe('Block Kit’s limits', () => {
  test.each<[string, unknown]>([
    ['51 blocks', many(51, () => divider)],
    ['26 buttons in a row', [actions(...many(26, (i) => button(i)))]],
    ['no button in a row', [actions()]],
    ['two buttons of one action_id', [actions(button(1), button(1))]],
    ['a label of 76', [actions(button(1, { text: plain('x'.repeat(76)) }))]],
    ['an empty label', [actions(button(1, { text: plain('') }))]],
    ['a value of 2,001', [actions(button(1, { value: 'x'.repeat(2_001) }))]],
    ['an action_id of 256', [actions(button('x'.repeat(255)))]],
    ['a header of 151', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['a header in markup', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['a section of 3,001', [{ type: 'section', text: plain('x'.repeat(3_001)) }]],
    ['a section of nothing', [{ type: 'section' }]],
    ['11 facts', [{ type: 'section', fields: many(11, () => plain('x')) }]],
    ['a fact of 2,001', [{ type: 'section', fields: [plain('x'.repeat(2_001))] }]],
    ['11 small texts', [{ type: 'context', elements: many(11, () => plain('x')) }]],
    [
      'one block_id twice',
      [
        { ...divider, block_id: 'a' },
        { ...divider, block_id: 'a' },
      ],
    ],
    ['a block of no kind', [{ type: 'dialog' }]],
    ['a block with something unknown', [{ ...divider, colour: 'red' }]],
    ['a style of no kind', [actions(button(1, { style: 'default' }))]],
    ['not a list', {}],
  ])('%s: refused', (_what, blocks) => expect(checkBlocks(blocks)).toMatchObject({ error: 'invalid_blocks' }))

  test('at the limit: taken', () => {
    const full = [
      ...many(48, () => divider),
      { type: 'header', text: plain('x'.repeat(150)) },
      actions(...many(25, (i) => button(i, { text: plain('x'.repeat(75)) }))),
    ]
    expect(checkBlocks(full)).toHaveProperty('blocks')
  })

  test('all together too long: refused', () => {
    const long = { type: 'section', text: plain('x'.repeat(3_000)) }
    expect(checkBlocks([long, long, long, long, long])).toMatchObject({ error: 'msg_blocks_too_long' })
  })

  const modal = (more: object) => ({ type: 'modal', title: plain('t'), submit: plain('s'), blocks: [divider], ...more })
  const input = {
    type: 'input',
    block_id: 'a',
    label: plain('l'),
    element: { type: 'plain_text_input', action_id: 'v' },
  }
  test.each<[string, object]>([
    ['a title of 25', { title: plain('x'.repeat(25)) }],
    ['a memory of 3,001', { private_metadata: 'x'.repeat(3_001) }],
    ['101 blocks', { blocks: many(101, () => divider) }],
    ['fields and nothing to send them', { submit: undefined, blocks: [input] }],
    ['two fields of one id', { blocks: [input, input] }],
    [
      'a choice among nothing',
      { blocks: [{ ...input, element: { type: 'static_select', action_id: 'v', options: [] } }] },
    ],
    [
      'a choice among 101',
      {
        blocks: [
          {
            ...input,
            element: {
              type: 'static_select',
              action_id: 'v',
              options: many(101, (i) => ({ text: plain('x'), value: `${i}` })),
            },
          },
        ],
      },
    ],
  ])('a window with %s: refused', (_what, more) =>
    expect(checkView(JSON.parse(JSON.stringify(modal(more))))).toHaveProperty('error'),
  )
  test('a window as it should be: taken', () => expect(checkView(modal({ blocks: [input] }))).toHaveProperty('view'))
})

describe('the methods', () => {
  const view = { type: 'modal', title: plain('t'), blocks: [divider] }
  test.each<[string, string, Record<string, unknown>, string]>([
    ['without a channel', 'chat.postMessage', { text: 'x' }, 'invalid_arguments'],
    ['to no channel', 'chat.postMessage', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    ['without words', 'chat.postMessage', { channel: 'C0REFUNDS' }, 'no_text'],
    ['with bad blocks', 'chat.postMessage', { channel: 'C0REFUNDS', text: 'x', blocks: [{}] }, 'invalid_blocks'],
    [
      'an edit of what is not there',
      'chat.update',
      { channel: 'C0REFUNDS', ts: '1.1', text: 'x' },
      'message_not_found',
    ],
    [
      'a whisper to somebody elsewhere',
      'chat.postEphemeral',
      { channel: 'C0REFUNDS', user: 'U0FANGFAN', text: 'x' },
      'user_not_in_channel',
    ],
    ['to nobody', 'conversations.open', { users: 'U0NOBODY0' }, 'user_not_found'],
    ['a window without a trigger', 'views.open', { view }, 'invalid_trigger_id'],
    ['a file of no bytes', 'files.getUploadURLExternal', { filename: 'a.png', length: '0' }, 'invalid_arguments'],
    [
      'a file that was not uploaded',
      'files.completeUploadExternal',
      { files: [{ id: 'F9' }], channel_id: 'C0REFUNDS' },
      'file_not_found',
    ],
    ['a method of no name', 'chat.shout', {}, 'unknown_method'],
  ])('%s: refused', async (_what, method, given, error) =>
    expect(await call(method, given)).toMatchObject({ ok: false, error }),
  )

  test('no token and a wrong one', async () => {
    expect(await call('auth.test', {}, '')).toMatchObject({ error: 'not_authed' })
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ error: 'invalid_auth' })
    expect(await call('apps.connections.open', {})).toMatchObject({ error: 'invalid_auth' })
  })

  test('a trigger opens one window, within three seconds', async () => {
    const once = trigger(slack.world, 'U0FANGFAN')
    expect(await call('views.open', { trigger_id: once, view })).toMatchObject({ ok: true })
    expect(await call('views.open', { trigger_id: once, view })).toMatchObject({ error: 'exchanged_trigger_id' })
    const late = trigger(slack.world, 'U0FANGFAN')
    clock.at += 3_001
    expect(await call('views.open', { trigger_id: late, view })).toMatchObject({ error: 'expired_trigger_id' })
  })

  test('more than it takes: 429 with how long to wait', async () => {
    const post = () => call('chat.postMessage', { channel: 'C0REFUNDS', text: 'x' })
    for (let n = 0; n < 5; n++) expect(await post()).toMatchObject({ ok: true })
    expect(await post()).toMatchObject({ status: 429, after: '1', error: 'ratelimited' })
    clock.at += 1_000
    expect(await post()).toMatchObject({ ok: true })
  })

  test('an archived channel', async () => {
    slack.world.channels.set('C0ARCHIVE', { archived: true, members: new Set() })
    expect(await call('chat.postMessage', { channel: 'C0ARCHIVE', text: 'x' })).toMatchObject({ error: 'is_archived' })
  })
})
