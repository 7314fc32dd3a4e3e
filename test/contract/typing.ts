/** People do not press buttons only: what becomes of a sticker, an edit, three messages in a row, an old button, on every channel. */
import { describe, expect, onTestFinished, test } from 'vitest'
import type { InboundBody } from '../../src/channel.ts'
import type { Act, Harness } from './channel.ts'
import { open, type Scene } from './story.ts'

interface Known {
  score: number | null
  words: string[]
  open: boolean
}

export function describeTyping(harness: () => Harness): void {
  async function begin(): Promise<Scene> {
    const scene = await open(harness())
    onTestFinished(scene.close)
    await scene.ask()
    return scene
  }
  async function does(scene: Scene, ...acts: Act[]): Promise<void> {
    for (const act of acts) {
      expect(await scene.actor.act(act)).toMatchObject({ repeat: false })
      await scene.deliverer.drain()
    }
  }
  async function known({ rows, errors }: Scene): Promise<Known> {
    const [score] = await rows<{ value: number | null }>("select value from answer where question = 'score'")
    const words = await rows<{ text: string }>('select text from verbatim')
    const [dialog] = await rows<{ status: string }>('select status from dialog')
    const counted = await rows<{ n: number }>(
      "select sum(v1 + v2 + v3 + v4 + v5)::int as n from counts where metric = 'csat'",
    )
    const value = score?.value ?? null
    expect(counted[0]?.n ?? 0).toBe(value === null ? 0 : 1)
    expect(errors).toEqual([])
    return { score: value, words: words.map(({ text }) => text).toSorted(), open: dialog?.status === 'open' }
  }
  /** Everything of this kind that people do on this platform. */
  const deedsOf = (is: (body: InboundBody) => boolean) => harness().deeds.filter(({ body }) => is(body))

  describe('typing like people do', () => {
    test('three messages in a row are three answers: words, a number, a yes', async () => {
      const scene = await begin()
      const said = ['退款等了三個星期', '給2分', '可以']
      await does(scene, ...said.map((text, n) => ({ id: `event-000${n}`, text })))
      expect(await known(scene)).toEqual({ score: 2, words: ['退款等了三個星期'], open: false })
      expect(await scene.rows('select purpose, given from consent')).toEqual([{ purpose: 'contact', given: true }])
    })

    test('a double press answers once', async () => {
      const scene = await begin()
      const token = await scene.button('2')
      await does(scene, { id: 'event-0001', token }, { id: 'event-0002', token })
      expect(await known(scene)).toEqual({ score: 2, words: [], open: true })
    })

    test('an old button changes the answer', async () => {
      const scene = await begin()
      const [two, four] = [await scene.button('2'), await scene.button('4')]
      await does(
        scene,
        { id: 'event-0001', token: two },
        { id: 'event-0002', text: '一直沒人回覆' },
        { id: 'event-0003', token: four },
      )
      expect(await known(scene)).toMatchObject({ score: 4, words: ['一直沒人回覆'] })
    })

    test('what cannot be read is asked for in words, and the question stays', async () => {
      const scene = await begin()
      const unread = deedsOf((body) => body.kind === 'media' && body.caption === undefined)
      for (const [n, { what, act }] of unread.entries()) {
        const before = (await scene.actor.shown()).length
        expect(await act(`media-000${n}`), what).toMatchObject({ repeat: false })
        await scene.deliverer.drain()
        expect((await scene.actor.shown()).length, what).toBeGreaterThan(before)
        if (n > 0) continue // whoever sends no words twice is not asked a third time
        expect(await known(scene)).toEqual({ score: null, words: [], open: true })
        await does(scene, { id: 'event-0001', token: await scene.button('5') })
        expect(await known(scene)).toMatchObject({ score: 5, open: true })
      }
      expect(await known(scene)).toMatchObject({ score: unread.length > 0 ? 5 : null, words: [] })
    })

    test('the words of a photo are kept', async () => {
      const scene = await begin()
      const [photo] = deedsOf(({ kind, ...body }) => kind === 'media' && 'caption' in body)
      if (photo?.body.kind !== 'media') return // there are no photos here
      await photo.act('photo-0001')
      await scene.deliverer.drain()
      expect(await known(scene)).toEqual({ score: null, words: [photo.body.caption], open: true })
    })

    test('words in a thread, and words that are edited, are words', async () => {
      const scene = await begin()
      await does(scene, { id: 'event-0001', token: await scene.button('2') })
      const words: string[] = []
      const isWords = (body: InboundBody) => body.kind === 'edit' || (body.kind === 'text' && body.about !== undefined)
      for (const [n, { act, body }] of deedsOf(isWords).entries()) {
        await act(`words-000${n}`)
        await scene.deliverer.drain()
        if ('text' in body) words.push(body.text)
      }
      const { words: kept } = await known(scene)
      for (const each of words.filter((text) => !/^\d$/.test(text))) expect(kept).toContain(each)
    })
  })
}
