/** Payloads as Slack sends them, with other names in them, and what each is taken for. */
import type { InboundBody } from '../../src/channel.ts'

const CARD = 'AYkKXayWd0u8zrMCCZqAVw'
const BOT = 'U061F7AUR'

type Outcome =
  | { user: string; key: string; address: string; body: InboundBody }
  | { unsupported: string }
  | { profile: string }
export interface Recorded {
  name: string
  payload: Record<string, unknown>
  outcome: Outcome
}

const callback = (event: Record<string, unknown>, id = 'Ev08MFMKH6'): Record<string, unknown> => ({
  token: 'XXYYZZ',
  team_id: 'T012AB3C4',
  api_app_id: 'A0KRD7HC3',
  event,
  type: 'event_callback',
  event_id: id,
  event_time: 1767600000,
  authorizations: [
    { enterprise_id: null, team_id: 'T012AB3C4', user_id: BOT, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
  event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
})

const words = (text: string, elements: unknown[] = [{ type: 'text', text }]) => ({
  text,
  blocks: [{ type: 'rich_text', block_id: 'Wab', elements: [{ type: 'rich_text_section', elements }] }],
})

const direct = {
  client_msg_id: 'd2a1b7f0-3f53-4a9c-8f5e-02f1c2d3e4f5',
  type: 'message',
  user: 'U012AB3CD',
  ts: '1767600000.000100',
  team: 'T012AB3C4',
  channel: 'D024BE91L',
  event_ts: '1767600000.000100',
  channel_type: 'im',
}
const inTeam = { ...direct, channel: 'C0LAN2Q65', channel_type: 'channel' }
const thread = { thread_ts: '1767500000.000200', parent_user_id: BOT }

const action = (value: string) => ({
  type: 'button',
  action_id: 'choice:0:claim',
  block_id: 'zXy1',
  text: { type: 'plain_text', text: 'I will take it', emoji: true },
  value,
  style: 'primary',
  action_ts: '1767600001.000300',
})
const press = {
  type: 'block_actions',
  user: { id: 'U012AB3CD', username: 'lin', name: 'lin', team_id: 'T012AB3C4' },
  api_app_id: 'A0KRD7HC3',
  token: 'XXYYZZ',
  container: { type: 'message', message_ts: '1767500000.000200', channel_id: 'C0LAN2Q65', is_ephemeral: false },
  trigger_id: '12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3',
  team: { id: 'T012AB3C4', domain: 'acme' },
  enterprise: null,
  is_enterprise_install: false,
  channel: { id: 'C0LAN2Q65', name: 'refunds' },
  message: { user: BOT, type: 'message', ts: '1767500000.000200', bot_id: 'B0KRD7HC3', text: '#12' },
  state: { values: {} },
  response_url: 'https://hooks.slack.example/actions/T012AB3C4/1/2',
  actions: [action(`${CARD}.claim`)],
}

const submission = (metadata: string) => ({
  type: 'view_submission',
  team: { id: 'T012AB3C4', domain: 'acme' },
  user: { id: 'U012AB3CD', username: 'lin', team_id: 'T012AB3C4' },
  api_app_id: 'A0KRD7HC3',
  trigger_id: '12466734323.1395872398.abcdef',
  view: {
    id: 'VNHU13V36',
    team_id: 'T012AB3C4',
    type: 'modal',
    private_metadata: metadata,
    callback_id: 'form',
    state: {
      values: {
        cause: {
          value: {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: 'Process' }, value: 'process' },
          },
        },
        action: { value: { type: 'plain_text_input', value: 'Refunded <today> & called' } },
        note: { value: { type: 'plain_text_input', value: null } },
      },
    },
    hash: '1767600000.abc',
  },
  response_urls: [],
})
const filled: InboundBody = {
  kind: 'form',
  token: `${CARD}.resolve`,
  values: { cause: 'process', action: 'Refunded <today> & called', note: '' },
}

const command = (name: string, text: string, channel: string) => ({
  token: 'XXYYZZ',
  team_id: 'T012AB3C4',
  team_domain: 'acme',
  channel_id: channel,
  channel_name: 'refunds',
  user_id: 'U012AB3CD',
  user_name: 'lin',
  command: name,
  text,
  api_app_id: 'A0KRD7HC3',
  is_enterprise_install: 'false',
  response_url: 'https://hooks.slack.example/commands/1/2',
  trigger_id: '13345224609.738474920.8088930838d88f008e0',
})

const lin = { user: 'U012AB3CD', address: 'U012AB3CD' }
const team = { user: 'U012AB3CD', address: 'C0LAN2Q65' }
const said = 'message:D024BE91L:1767600000.000100'
const saidInTeam = 'message:C0LAN2Q65:1767600000.000100'

export const recorded: Recorded[] = [
  {
    name: 'words in a direct conversation, with what Slack escapes',
    payload: callback({ ...direct, ...words('4 out of 5 &amp; &lt;slow&gt;') }),
    outcome: { ...lin, key: said, body: { kind: 'text', text: '4 out of 5 & <slow>' } },
  },
  {
    name: 'the same event delivered again has the same key',
    payload: callback({ ...direct, ...words('5') }, 'Ev08MFMKH6'),
    outcome: { ...lin, key: said, body: { kind: 'text', text: '5' } },
  },
  {
    name: 'emoji, which Slack writes as shortcodes',
    payload: callback({
      ...direct,
      ...words('太慢了 :rage: :thumbsdown::skin-tone-3: :acme-logo:', [
        { type: 'text', text: '太慢了 ' },
        { type: 'emoji', name: 'rage', unicode: '1f621' },
        { type: 'text', text: ' ' },
        { type: 'emoji', name: 'thumbsdown', unicode: '1f44e-1f3fc', skin_tone: 3 },
        { type: 'text', text: ' ' },
        { type: 'emoji', name: 'acme-logo' },
      ]),
    }),
    outcome: { ...lin, key: said, body: { kind: 'text', text: '太慢了 😡 👎🏼 :acme-logo:' } },
  },
  {
    name: 'links, channels and people',
    payload: callback({
      ...direct,
      ...words(
        'see <https://acme.example/a?b=1&amp;c=2> or <mailto:a@acme.example|a@acme.example> <#C0LAN2Q65|refunds> <!here>',
      ),
    }),
    outcome: {
      ...lin,
      key: said,
      body: { kind: 'text', text: 'see https://acme.example/a?b=1&c=2 or a@acme.example #refunds @here' },
    },
  },
  {
    name: 'a reply in the thread of our message, in a direct conversation',
    payload: callback({ ...direct, ...words('because of the wait'), ...thread }),
    outcome: {
      ...lin,
      key: said,
      body: { kind: 'text', text: 'because of the wait', about: 'D024BE91L:1767500000.000200' },
    },
  },
  {
    name: 'a reply in the thread of our card, in a team channel',
    payload: callback({ ...inTeam, ...words('I called her'), ...thread }),
    outcome: {
      ...team,
      key: saidInTeam,
      body: { kind: 'text', text: 'I called her', about: 'C0LAN2Q65:1767500000.000200' },
    },
  },
  {
    name: 'talk of a team among themselves',
    payload: callback({ ...inTeam, ...words('lunch?') }),
    outcome: { unsupported: 'not said to us' },
  },
  {
    name: 'a reply in somebody else’s thread',
    payload: callback({ ...inTeam, ...words('yes'), thread_ts: '1767500000.000200', parent_user_id: 'U0AAAAAAA' }),
    outcome: { unsupported: 'not said to us' },
  },
  {
    name: 'a mention in a team channel',
    payload: callback({ ...inTeam, type: 'app_mention', ...words(`<@${BOT}> 满意度 近7天`) }),
    outcome: { ...team, key: saidInTeam, body: { kind: 'text', text: '满意度 近7天' } },
  },
  {
    name: 'the bot’s own message',
    payload: callback({ ...direct, ...words('How was it?'), user: BOT, bot_id: 'B0KRD7HC3', app_id: 'A0KRD7HC3' }),
    outcome: { unsupported: 'a bot wrote it' },
  },
  {
    name: 'another app’s message',
    payload: callback({ ...inTeam, subtype: 'bot_message', bot_id: 'B0OTHER00', ...words('build passed') }),
    outcome: { unsupported: 'a message without a writer' },
  },
  {
    name: 'somebody joins a channel',
    payload: callback({ ...inTeam, subtype: 'channel_join', text: '<@U012AB3CD> has joined the channel' }),
    outcome: { unsupported: 'a message without a writer' },
  },
  {
    name: 'an edited message',
    payload: callback({
      type: 'message',
      subtype: 'message_changed',
      channel: 'D024BE91L',
      hidden: true,
      ts: '1767600009.000400',
      channel_type: 'im',
      message: { ...direct, ...words('2, not 4'), edited: { user: 'U012AB3CD', ts: '1767600009.000000' } },
      previous_message: { ...direct, ...words('4') },
    }),
    outcome: {
      ...lin,
      key: 'edit:D024BE91L:1767600000.000100:1767600009.000000',
      body: { kind: 'edit', text: '2, not 4' },
    },
  },
  {
    name: 'a preview put under a message, which is no edit',
    payload: callback({
      type: 'message',
      subtype: 'message_changed',
      channel: 'D024BE91L',
      hidden: true,
      ts: '1767600009.000400',
      channel_type: 'im',
      message: { ...direct, ...words('<https://acme.example>'), attachments: [{ title: 'Acme' }] },
      previous_message: { ...direct, ...words('<https://acme.example>') },
    }),
    outcome: { unsupported: 'the words are the same' },
  },
  {
    name: 'our own message after we have edited it',
    payload: callback({
      type: 'message',
      subtype: 'message_changed',
      channel: 'D024BE91L',
      hidden: true,
      ts: '1767600009.000400',
      channel_type: 'im',
      message: {
        ...direct,
        user: BOT,
        bot_id: 'B0KRD7HC3',
        ...words('done'),
        edited: { user: BOT, ts: '1767600009.000000' },
      },
      previous_message: { ...direct, user: BOT, ...words('open') },
    }),
    outcome: { unsupported: 'a bot wrote it' },
  },
  {
    name: 'a deleted message',
    payload: callback({
      type: 'message',
      subtype: 'message_deleted',
      channel: 'D024BE91L',
      deleted_ts: '1767600000.000100',
      ts: '1767600009.000400',
      previous_message: { ...direct, ...words('oops') },
    }),
    outcome: { unsupported: 'a message without a writer' },
  },
  {
    name: 'a photo with words',
    payload: callback({
      ...direct,
      subtype: 'file_share',
      ...words('this is how it came'),
      files: [{ id: 'F0RDC39U1', mimetype: 'image/jpeg', filetype: 'jpg', name: 'box.jpg', size: 81920 }],
      upload: false,
    }),
    outcome: { ...lin, key: said, body: { kind: 'media', media: 'photo', caption: 'this is how it came' } },
  },
  {
    name: 'a voice clip',
    payload: callback({
      ...direct,
      subtype: 'file_share',
      text: '',
      files: [{ id: 'F0RDC39U2', mimetype: 'audio/mp4', subtype: 'slack_audio', duration_ms: 4100 }],
    }),
    outcome: { ...lin, key: said, body: { kind: 'media', media: 'voice' } },
  },
  {
    name: 'a press on a card in a team channel',
    payload: press,
    outcome: {
      ...team,
      key: 'press:12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3',
      body: { kind: 'press', token: `${CARD}.claim` },
    },
  },
  {
    name: 'a press in a direct conversation',
    payload: { ...press, channel: { id: 'D024BE91L', name: 'directmessage' } },
    outcome: {
      ...lin,
      key: 'press:12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3',
      body: { kind: 'press', token: `${CARD}.claim` },
    },
  },
  {
    name: 'a press in the App Home',
    payload: { ...press, channel: undefined, message: undefined, container: { type: 'view', view_id: 'V0HOME' } },
    outcome: {
      ...lin,
      key: 'press:12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3',
      body: { kind: 'press', token: `${CARD}.claim` },
    },
  },
  {
    name: 'a press on a button that is none of ours',
    payload: { ...press, actions: [action('approve')] },
    outcome: { unsupported: 'not a button of ours' },
  },
  {
    name: 'a form from a card in a direct conversation',
    payload: submission(`${CARD}.resolve`),
    outcome: { ...lin, key: 'form:12466734323.1395872398.abcdef', body: filled },
  },
  {
    name: 'a form from a card in a team channel',
    payload: submission(`${CARD}.resolve C0LAN2Q65`),
    outcome: { ...team, key: 'form:12466734323.1395872398.abcdef', body: filled },
  },
  {
    name: 'a form of another making',
    payload: submission('{"request":7}'),
    outcome: { unsupported: 'not a form of ours' },
  },
  {
    name: 'a form that is closed',
    payload: { ...submission(`${CARD}.resolve`), type: 'view_closed', is_cleared: false },
    outcome: { unsupported: 'interaction view_closed' },
  },
  {
    name: 'a slash command in a team channel is answered to the one who asked',
    payload: command('/scores', 'last 7d by team', 'C0LAN2Q65'),
    outcome: {
      ...lin,
      key: 'command:13345224609.738474920.8088930838d88f008e0',
      body: { kind: 'text', text: '/scores last 7d by team' },
    },
  },
  {
    name: 'the one slash command that takes any question',
    payload: command('/afterword', '滿意度 近7天', 'D024BE91L'),
    outcome: {
      ...lin,
      key: 'command:13345224609.738474920.8088930838d88f008e0',
      body: { kind: 'text', text: '滿意度 近7天' },
    },
  },
  {
    name: 'the app’s conversation is opened',
    payload: callback({
      type: 'app_home_opened',
      user: 'U012AB3CD',
      channel: 'D024BE91L',
      tab: 'messages',
      event_ts: '1767600000',
    }),
    outcome: { ...lin, key: 'open:Ev08MFMKH6', body: { kind: 'open' } },
  },
  {
    name: 'a person is deactivated',
    payload: callback({
      type: 'user_change',
      user: { id: 'U012AB3CD', deleted: true, name: 'lin' },
      event_ts: '1767600000',
    }),
    outcome: { ...lin, key: 'gone:Ev08MFMKH6', body: { kind: 'gone' } },
  },
  {
    name: 'a person who is not deactivated changes their profile',
    payload: callback({
      type: 'user_change',
      user: { id: 'U012AB3CD', deleted: false, locale: 'zh-TW' },
      event_ts: '1767600000',
    }),
    outcome: { ...lin, key: 'back:Ev08MFMKH6', body: { kind: 'back' } },
  },
  {
    name: 'the app is uninstalled',
    payload: callback({ type: 'app_uninstalled' }),
    outcome: { unsupported: 'event app_uninstalled' },
  },
]
