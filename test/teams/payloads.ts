/** What Teams sends, as recorded and described by Microsoft, with ids of nobody. Source: “Bot activity” pages at learn.microsoft.com. */
const SERVICE = 'https://smba.trafficmanager.net/amer/'
const AAD = '7faf8ab2-3d56-4244-b585-20c8a42ed2b8'
const CHAT = 'a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpzbfcAg2IaydGElSo10tVr4C7Fc6GtieTJX663WuJCc1uA'
const GROUP = '19:b8577894e63548969c5c92bb9c80c5e1@thread.v2'
const CHANNEL = '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2'
const BOT = '28:c9e8c047-2a74-40a2-b28a-b162d5f5327c'
const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47'

const base = {
  timestamp: '2026-02-01T21:10:07.437Z',
  localTimestamp: '2026-02-01T14:10:07.437-07:00',
  serviceUrl: SERVICE,
  channelId: 'msteams',
  from: {
    id: '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ',
    name: 'Megan Bowen',
    aadObjectId: AAD,
  },
  recipient: { id: BOT, name: 'Afterword' },
  conversation: { conversationType: 'personal', tenantId: TENANT, id: CHAT },
  entities: [{ locale: 'zh-TW', country: 'TW', platform: 'Windows', timezone: 'Asia/Taipei', type: 'clientInfo' }],
  channelData: { tenant: { id: TENANT } },
  locale: 'zh-TW',
}
const message = { ...base, type: 'message', id: '1485983408511', textFormat: 'plain' }
const html = (content: string) => ({ contentType: 'text/html', content })
const mention = { type: 'mention', text: '<at>Afterword</at>', mentioned: { id: BOT, name: 'Afterword' } }
const group = { isGroup: true, conversationType: 'groupChat', tenantId: TENANT, id: GROUP }
const thread = {
  isGroup: true,
  conversationType: 'channel',
  tenantId: TENANT,
  id: `${CHANNEL};messageid=1481567603816`,
}
const file = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://contoso.sharepoint.com/personal/a/Documents/a.txt',
  name: 'a.txt',
  content: { downloadUrl: 'https://download.link', uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'txt' },
}
const invoke = {
  ...base,
  type: 'invoke',
  id: 'f:5e3f4b1a-7e2c-1c4d-b1a0-d0a2f1b7c9e1',
  replyToId: '1:1XFuAl7wF96vl6iAQk9tqus0uFrB89u',
}
const TOKEN = 'AYkKXayWd0u8zrMCCZqAVw.5'
const shape = JSON.stringify({
  title: 'Resolve #1',
  submit: 'Resolve',
  locale: 'en',
  fields: [{ id: 'action', label: 'What was done', kind: 'long-text', required: true }],
})

const personal = { key: AAD, conversation: CHAT, service: SERVICE, tenant: TENANT }
const from = { user: AAD, name: 'Megan Bowen', locale: 'zh-TW' }
const mine = (body: object) => ({ from: { ...from, address: personal }, body })
const theirs = (conversation: string, body: object) => ({
  from: { ...from, address: { key: conversation, conversation, service: SERVICE, tenant: TENANT }, shared: true },
  body,
})

/** What it is, the payload, and what it becomes: an event, or the reason why it is none. */
export const PAYLOADS: [what: string, payload: Record<string, unknown>, becomes: object | string][] = [
  ['words', { ...message, text: '很慢，等了3週 😞' }, mine({ kind: 'text', text: '很慢，等了3週 😞' })],
  [
    'words with signs that Teams escapes',
    { ...message, text: '5 &lt; 3 &amp; more&nbsp;' },
    mine({ kind: 'text', text: '5 < 3 & more' }),
  ],
  [
    'words with their copy as HTML',
    { ...message, text: 'slow', attachments: [html('<div><strong>slow</strong></div>')] },
    mine({ kind: 'text', text: 'slow' }),
  ],
  [
    'an answer that quotes a message',
    {
      ...message,
      text: 'I called her',
      attachments: [
        html(
          '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1600457867820"><p>#1</p></blockquote>',
        ),
      ],
    },
    mine({ kind: 'text', text: 'I called her', about: `${CHAT}|1600457867820` }),
  ],
  [
    'a mention in a group chat',
    { ...message, conversation: group, text: '<at>Afterword</at> /scores last 7d\n', entities: [mention] },
    theirs(GROUP, { kind: 'text', text: '/scores last 7d' }),
  ],
  [
    'a mention in the thread of a channel',
    { ...message, conversation: thread, text: 'please <at>Afterword</at>', entities: [...base.entities, mention] },
    theirs(CHANNEL, { kind: 'text', text: 'please', about: `${CHANNEL}|1481567603816` }),
  ],
  [
    'people of a group among themselves',
    { ...message, conversation: group, text: 'lunch?' },
    'people of a group talking to each other',
  ],
  [
    'an inline picture with words',
    {
      ...message,
      text: '看這張',
      attachments: [{ contentType: 'image/*', contentUrl: 'https://smba.example/v3/1' }, html('<p>看這張</p>')],
    },
    mine({ kind: 'media', media: 'photo', caption: '看這張' }),
  ],
  ['a file', { ...message, attachments: [file] }, mine({ kind: 'media', media: 'file' })],
  [
    'a voice message',
    { ...message, attachments: [{ contentType: 'audio/mp4' }] },
    mine({ kind: 'media', media: 'voice' }),
  ],
  [
    'an edit',
    {
      ...message,
      type: 'messageUpdate',
      text: '還是很慢',
      channelData: { eventType: 'editMessage', tenant: { id: TENANT } },
    },
    mine({ kind: 'edit', text: '還是很慢' }),
  ],
  [
    'a deletion taken back',
    {
      ...message,
      type: 'messageUpdate',
      text: 'slow',
      channelData: { eventType: 'undeleteMessage', tenant: { id: TENANT } },
    },
    'not an edit',
  ],
  [
    'a deletion',
    { ...message, type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
    'a kind of activity that is not heard',
  ],
  [
    'a press',
    {
      ...invoke,
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', title: '5', verb: 'press', data: { token: TOKEN } },
        trigger: 'manual',
      },
    },
    mine({ kind: 'press', token: TOKEN }),
  ],
  [
    'a choice of a list',
    {
      ...invoke,
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'pick', data: { picks: true, picked: TOKEN } } },
    },
    mine({ kind: 'press', token: TOKEN }),
  ],
  [
    'a press of an older client',
    { ...message, value: { token: TOKEN }, replyToId: '1:1X' },
    mine({ kind: 'press', token: TOKEN }),
  ],
  [
    'a form',
    {
      ...invoke,
      name: 'adaptiveCard/action',
      value: { action: { data: { token: TOKEN, submits: true, shape, 'field:action': '已退款', 'field:else': 'x' } } },
    },
    mine({ kind: 'form', token: TOKEN, values: { action: '已退款' } }),
  ],
  [
    'a button of another app',
    { ...invoke, name: 'adaptiveCard/action', value: { action: { data: { approve: 1 } } } },
    'not a button of ours',
  ],
  ['a sign-in', { ...invoke, name: 'signin/verifyState', value: { state: '1' } }, 'not a button of ours'],
  ['an installation', { ...base, type: 'installationUpdate', id: 'f:1', action: 'add' }, mine({ kind: 'back' })],
  ['a removal', { ...base, type: 'installationUpdate', id: 'f:2', action: 'remove' }, mine({ kind: 'gone' })],
  [
    'an installation in a team',
    { ...base, type: 'installationUpdate', id: 'f:3', action: 'add', conversation: { ...thread, id: CHANNEL } },
    'the bot’s place in a group',
  ],
  [
    'the bot in a chat',
    { ...base, type: 'conversationUpdate', id: 'f:4', membersAdded: [{ id: BOT }, { id: base.from.id }] },
    mine({ kind: 'open' }),
  ],
  [
    'a member of a group',
    { ...base, type: 'conversationUpdate', id: 'f:5', conversation: group, membersAdded: [{ id: '29:2' }] },
    'the bot’s place in a group',
  ],
  [
    'a reaction',
    { ...base, type: 'messageReaction', id: 'f:6', reactionsAdded: [{ type: 'like' }] },
    'a kind of activity that is not heard',
  ],
  ['typing', { ...base, type: 'typing', id: 'f:7' }, 'a kind of activity that is not heard'],
  ['somebody whom Teams does not tell', { ...message, text: 'hi', from: { id: '29:1' } }, 'from nobody'],
  ['another channel of the Bot Framework', { ...message, text: 'hi', channelId: 'webchat' }, 'not from Teams'],
]
