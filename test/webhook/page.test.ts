import { expect, test } from 'vitest'
import { parse } from '../../adapters/webhook/parse.ts'
import { pages } from '../docs/pages.ts'
import { sent } from './connector.ts'

test('the event and the message that the page shows are as the code has them', () => {
  const page = pages.find(({ path }) => path === 'docs/webhook.md')
  const [event = '', message = ''] =
    page?.blocks.filter(({ language }) => language === 'json').map(({ code }) => code) ?? []
  expect(parse('event-1', event)).toMatchObject({ from: { customer: 'c-1042' }, body: { kind: 'text' } })
  expect(sent.parse(JSON.parse(message))).toMatchObject({ message: { kind: 'prompt' } })
})
