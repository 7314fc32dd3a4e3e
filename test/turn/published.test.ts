import { expect, test } from 'vitest'
import { catalogue } from '../../src/flow/catalogue.ts'
import type { Flow } from '../../src/flow/schema.ts'
import { publishFlows } from '../../src/published.ts'
import { stand } from './stand.ts'

test('customers are asked with what the files say now: what was put back or taken off is so, and goes on where it is under way', async () => {
  const { database, setting, at } = await stand()
  const others = setting.flows.all().filter(({ id }) => id !== 'feedback')
  const [first] = setting.flows.all().filter(({ id }) => id === 'feedback')
  if (!first) throw new Error('there is no flow “feedback”')
  const second: Flow = { ...first, version: 2 }
  const start = async (flows: Flow[]) => catalogue(await publishFlows(database, [...others, ...flows], at()))
  expect((await start([first])).live('feedback')?.version).toBe(1)
  expect((await start([second])).live('feedback')?.version).toBe(2)
  const back = await start([first])
  expect(back.live('feedback')?.version).toBe(1)
  expect(back.get('feedback', 2)).not.toBeNull()
  expect((await start([{ ...second, stage: 'draft' }])).live('feedback')).toBeNull()
  expect((await start([])).live('feedback')).toBeNull()
})
