import { beforeEach, describe, expect, test } from 'vitest'
import { follow, openStreams, type Source } from '../../adapters/web/live.ts'
import { frames, memoryRecord } from './stand.ts'

const conversation = 'web:visitor:1'
let record: ReturnType<typeof memoryRecord>
let streams: ReturnType<typeof openStreams>
let allowed: boolean
let ticks: Set<() => void>
let source: Source

beforeEach(() => {
  record = memoryRecord()
  streams = openStreams()
  allowed = true
  ticks = new Set()
  source = {
    read: (seq, limit) => record.history(conversation, seq, limit),
    subscribe: (wake) => record.live.subscribe(conversation, wake),
    heartbeat(tick) {
      ticks.add(tick)
      return () => ticks.delete(tick)
    },
    allowed: () => allowed,
    reader: null,
  }
})

const open = async (after = 0) => frames(new Response(await follow(source, after, streams)))
const say = (...words: string[]) => {
  for (const text of words)
    record.add(conversation, { id: text, direction: 'out', content: { kind: 'text', text, locale: 'en' } })
}
const wake = () => record.live.publish(conversation)
const beat = () => {
  for (const tick of ticks) tick()
}
/** Lets everything that can run now run. */
const settled = () => new Promise((turn) => setImmediate(turn))
const ids = async (reader: ReturnType<typeof frames>, count: number) => {
  const read: unknown[] = []
  for (let n = 0; n < count; n++) read.push((await reader.next())?.id)
  return read
}

describe('a reader', () => {
  test('is told that it is connected, then gets what it missed, then what comes', async () => {
    say('a', 'b', 'c')
    const reader = await open(1)
    expect(await reader.next()).toEqual({ event: 'ready', data: '{"after":1}' })
    expect(await ids(reader, 2)).toEqual(['2', '3'])
    const coming = reader.next()
    await settled()
    say('d')
    wake()
    expect(await coming).toMatchObject({ id: '4', event: 'message', data: expect.stringContaining('"text":"d"') })
  })

  test('misses nothing that is written while it reads', async () => {
    const { read } = source
    source.read = async (seq, limit) => {
      const rows = await read(seq, limit)
      if (rows.length === 1 && seq === 0) {
        say('b') // committed after the read, before it is answered
        wake()
      }
      return rows
    }
    say('a')
    const reader = await open()
    await reader.next()
    expect(await ids(reader, 2)).toEqual(['1', '2'])
  })

  test('gets a long history whole and in order', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `m${n}`)
    say(...many)
    const reader = await open()
    await reader.next()
    expect(await ids(reader, 200)).toEqual(many.map((_, n) => String(n + 1)))
  })

  test('who does not read costs one page at most, however much is said', async () => {
    say(...Array.from({ length: 100 }, (_, n) => `m${n}`))
    const reader = await open()
    await settled()
    await ids(reader, 5)
    for (let n = 0; n < 50; n++) {
      say('more')
      wake()
      beat()
      await settled()
    }
    expect(record.reads()).toBe(1)
  })

  test('gets what a lost wake-up would have told with the next heartbeat', async () => {
    const reader = await open()
    await reader.next()
    const coming = reader.next()
    await settled()
    say('a')
    beat()
    expect(await coming).toMatchObject({ id: '1' })
  })

  test('hears a comment when all is quiet', async () => {
    const reader = await open()
    await reader.next()
    const coming = reader.next()
    await settled()
    beat()
    expect(await coming).toEqual({ comment: 'still here' })
  })
})

describe('a stream ends, once, and leaves nothing behind', () => {
  const left = () => ({ readers: record.readers(), ticks: ticks.size })
  const nothing = { readers: 0, ticks: 0 }

  test('when its session does', async () => {
    const reader = await open()
    await reader.next()
    const coming = reader.next()
    allowed = false
    beat()
    expect(await coming).toBeNull()
    expect(left()).toEqual(nothing)
  })

  test('when the reader goes', async () => {
    const reader = await open()
    await reader.next()
    await reader.cancel()
    await settled()
    expect(left()).toEqual(nothing)
  })

  test('when the reader goes in the middle of a read', async () => {
    const reader = await open()
    await reader.next()
    const coming = reader.next()
    await settled()
    let answer = (): void => undefined
    source.read = () =>
      new Promise((resolve) => {
        answer = () => resolve([])
      })
    wake()
    await settled()
    await reader.cancel()
    answer()
    expect(await coming).toBeNull()
    expect(left()).toEqual(nothing)
  })

  test('when the record cannot be read any more', async () => {
    const reader = await open()
    await reader.next()
    source.read = () => Promise.reject(new Error('no database'))
    wake()
    expect(await reader.next()).toBeNull()
    expect(left()).toEqual(nothing)
  })

  test('before it begins when the record cannot be read at all', async () => {
    source.read = () => Promise.reject(new Error('no database'))
    await expect(open()).rejects.toThrow('no database')
    expect(left()).toEqual(nothing)
  })

  test('when its reader has ten newer ones, and says so; those of others stay', async () => {
    const other = await open()
    source.reader = conversation
    const [oldest, ...newer] = await Promise.all(Array.from({ length: 11 }, () => open()))
    expect(await oldest?.next()).toMatchObject({ event: 'ready' })
    expect(await oldest?.next()).toEqual({ event: 'replaced', data: '{}' })
    expect(await oldest?.next()).toBeNull()
    expect(left()).toEqual({ readers: 11, ticks: 11 })
    for (const reader of [other, ...newer]) await reader.cancel()
    await settled()
    expect(left()).toEqual(nothing)
  })

  test('when the channel stops, also if it was opened after that', async () => {
    const early = await open()
    streams.close()
    const late = await open()
    for (const reader of [early, late]) {
      expect(await reader.next()).toMatchObject({ event: 'ready' })
      expect(await reader.next()).toBeNull()
    }
    expect(left()).toEqual(nothing)
  })
})
