import type { InboundBody } from '../../src/channel.ts'

const TOKEN = 'AYkKXaysd0u8zrMCCYqAVw.4'
const from = { conversation: 'c-17' }

/** Events as connectors send them, and what each comes to: a body, or the paths that are wrong. */
export const events: { what: string; event: unknown; outcome: InboundBody | string[] }[] = [
  {
    what: 'words',
    event: { from, body: { kind: 'text', text: '很慢，等了3週' } },
    outcome: { kind: 'text', text: '很慢，等了3週' },
  },
  {
    what: 'words in answer to a message',
    event: { from, body: { kind: 'text', text: '4', about: 'm-1' } },
    outcome: { kind: 'text', text: '4', about: 'm-1' },
  },
  { what: 'a press', event: { from, body: { kind: 'press', token: TOKEN } }, outcome: { kind: 'press', token: TOKEN } },
  {
    what: 'a form',
    event: { from, body: { kind: 'form', token: TOKEN, values: { cause: 'slow', note: '' } } },
    outcome: { kind: 'form', token: TOKEN, values: { cause: 'slow', note: '' } },
  },
  { what: 'a first visit', event: { from, body: { kind: 'open' } }, outcome: { kind: 'open' } },
  {
    what: 'a visit by a link',
    event: { from, body: { kind: 'open', start: 'abc-123' } },
    outcome: { kind: 'open', start: 'abc-123' },
  },
  {
    what: 'a photo with words',
    event: { from, body: { kind: 'media', media: 'photo', caption: '壞了' } },
    outcome: { kind: 'media', media: 'photo', caption: '壞了' },
  },
  {
    what: 'a voice note',
    event: { from, body: { kind: 'media', media: 'voice' } },
    outcome: { kind: 'media', media: 'voice' },
  },
  { what: 'an edit', event: { from, body: { kind: 'edit', text: '3' } }, outcome: { kind: 'edit', text: '3' } },
  { what: 'who left', event: { from, body: { kind: 'gone' } }, outcome: { kind: 'gone' } },
  { what: 'who came back', event: { from, body: { kind: 'back' } }, outcome: { kind: 'back' } },
  { what: 'a kind that is none', event: { from, body: { kind: 'wave' } }, outcome: ['body.kind'] },
  { what: 'nobody', event: { body: { kind: 'open' } }, outcome: ['from'] },
  {
    what: 'a conversation of no form',
    event: { from: { conversation: 'a:b' }, body: { kind: 'open' } },
    outcome: ['from.conversation'],
  },
  { what: 'no words', event: { from, body: { kind: 'text', text: ' ' } }, outcome: ['body.text'] },
  { what: 'too many words', event: { from, body: { kind: 'text', text: '慢'.repeat(4_001) } }, outcome: ['body.text'] },
  { what: 'a token of no form', event: { from, body: { kind: 'press', token: '5' } }, outcome: ['body.token'] },
  { what: 'an unknown field', event: { from, body: { kind: 'open' }, at: 'now' }, outcome: [''] },
  {
    what: 'several problems',
    event: { from: { conversation: '', locale: 'no language!' }, body: { kind: 'edit', text: '' } },
    outcome: ['from.conversation', 'from.locale', 'body.text'],
  },
  { what: 'no object', event: 'hello', outcome: [''] },
]
