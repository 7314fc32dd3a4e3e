/** What is recorded does not depend on the channel, nor on how often, how late or in what order the platform delivers. */
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { conversationOf, token } from '../../src/channel.ts'
import type { Act, Harness } from './channel.ts'
import { plain } from './plain.ts'
import { type RecordRows, reader } from './record.ts'
import { type Manner, open, type Scene, tell } from './story.ts'

/** What an event of somebody else may never touch. */
const FACTS = ['consents', 'dialogs', 'answers', 'verbatims', 'tasks', 'history', 'counts', 'timers', 'failed']
const facts = (record: RecordRows): RecordRows => Object.fromEntries(FACTS.map((table) => [table, record[table] ?? []]))

const once: Manner = async (act, deliver) => expect(await deliver(act)).toMatchObject({ repeat: false })

const manners: [what: string, manner: Manner][] = [
  ['once', once],
  [
    'three times at the same moment',
    async (act, deliver) => {
      const told = await Promise.all([deliver(act), deliver(act), deliver(act)])
      expect(told.map(({ repeat }) => repeat)).toEqual([false, false, false])
    },
  ],
  [
    'again because the database died while it committed',
    async (act, deliver, bot) => {
      await bot.cutCommit()
      expect(await deliver(act)).toMatchObject({ repeat: true })
      await once(act, deliver, bot)
    },
  ],
  [
    'again because the answer to the commit was lost',
    async (act, deliver, bot) => {
      bot.loseCommit()
      expect(await deliver(act)).toMatchObject({ repeat: true })
      await once(act, deliver, bot)
    },
  ],
]

export function describeRecord(harness: () => Harness): void {
  const readerOf = (scene: Scene) => reader(scene, conversationOf(scene.actor.channel.name, scene.actor.person))
  async function begin(actor: Parameters<typeof open>[0]): Promise<Scene> {
    const scene = await open(actor)
    onTestFinished(scene.close)
    return scene
  }

  describe('the record', () => {
    let expected: RecordRows
    const ending: (() => Promise<void>)[] = []
    beforeAll(async () => {
      const scene = await open(plain())
      ending.push(scene.close)
      await tell(scene, once)
      expected = await readerOf(scene)()
      expect(expected.history?.length).toBeGreaterThan(5)
      expect(expected.verbatims).toHaveLength(3)
    })
    afterAll(async () => {
      for (const end of ending) await end()
    })

    test.each(manners)('of a story is the same on every channel, when each event comes %s', async (_what, manner) => {
      const scene = await begin(harness())
      await tell(scene, manner)
      const record = await readerOf(scene)()
      for (const table of Object.keys(expected))
        expect({ [table]: record[table] }).toEqual({ [table]: expected[table] })
    })

    test('does not change when all events come once more in the end, the last one first', async () => {
      const scene = await begin(harness())
      const acts: Act[] = []
      await tell(scene, async (act, deliver, bot) => {
        acts.push(act)
        await once(act, deliver, bot)
      })
      for (const act of acts.toReversed()) await once(act, scene.actor.act, scene)
      await scene.deliverer.drain()
      expect(await readerOf(scene)()).toEqual(expected)
    })

    test.each([
      ['the press first', ['press', 'words']],
      ['the words first', ['words', 'press']],
    ])('loses neither of two events at the same moment, %s', async (_what, order) => {
      const scene = await begin(harness())
      await scene.ask()
      const acts: Record<string, Act> = {
        press: { id: 'event-0001', token: await scene.button('2') },
        words: { id: 'event-0002', text: '等了三個星期才退款' },
      }
      const told = await Promise.all(order.map((each) => scene.actor.act(acts[each] ?? { id: '', text: '' })))
      expect(told.map(({ repeat }) => repeat)).toEqual([false, false])
      await scene.deliverer.drain()
      const { answers, verbatims, counts, events, failed } = await readerOf(scene)()
      expect(answers).toContainEqual(expect.objectContaining({ question: 'score', value: 2 }))
      expect(verbatims).toMatchObject([{ text: '等了三個星期才退款' }])
      expect(counts).toContainEqual(expect.objectContaining({ metric: 'csat', v2: 1 }))
      expect([events?.length, failed]).toEqual([2, []])
    })

    test('is not touched by a token that is forged, or that was somebody else’s', async () => {
      const scene = await begin(harness())
      await scene.ask()
      const own = await scene.button('1')
      await scene.actor.act({ id: 'event-0001', token: await scene.button('2') })
      await scene.deliverer.drain()
      const readAll = readerOf(scene)
      const before = facts(await readAll())
      const forged = [own, await scene.button('skip').catch(() => own), token(v7(), '5'), own.replace(/1$/, '9')]
      for (const [n, each] of forged.entries()) {
        expect(await harness().stranger({ id: `foreign-000${n}`, token: each })).toMatchObject({ repeat: false })
        await scene.deliverer.drain()
      }
      expect(facts(await readAll())).toEqual(before)
      expect(scene.errors).toEqual([])
    })
  })
}
