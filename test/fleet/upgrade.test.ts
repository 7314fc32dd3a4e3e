import { expect, test } from 'vitest'
import { fingerprint } from '../../src/flow/catalogue.ts'
import { publish } from '../../src/store/flows.ts'
import { stand } from '../turn/stand.ts'

test('a process that started before a new version of a flow was published goes on with the dialogs of that version', async () => {
  const old = await stand()
  const live = old.setting.flows.live('csat')
  if (!live) throw new Error('no flow')
  const next = { ...live, version: live.version + 1 }
  await publish(old.database, [next], old.at())
  await old.ask('mei')
  // As the other process, which has the new version, would have begun it.
  await old.rows('update dialog set version = $1', [next.version])
  await old.press('mei', '5')
  const [dialog] = await old.rows<{ state: { answers: object } }>('select state from dialog')
  expect(Object.values(dialog?.state.answers ?? {})).toContainEqual(expect.objectContaining({ value: 5 }))
  expect(old.errors).toEqual([])
  expect(await old.rows('select id from inbound_failed')).toEqual([])
})

test('two processes that start together publish a flow once', async () => {
  const bot = await stand()
  const live = bot.setting.flows.live('csat')
  if (!live) throw new Error('no flow')
  const told = await Promise.all([publish(bot.database, [live], bot.at()), publish(bot.database, [live], bot.at())])
  expect(told.map(({ changed }) => changed)).toEqual([[], []])
  expect(await bot.rows('select fingerprint from flow_version')).toEqual([{ fingerprint: fingerprint(live) }])
})
