import { performance } from 'node:perf_hooks'
import { expect, onTestFinished, test } from 'vitest'
import { createPainter } from '../../src/picture/painter.ts'
import { pictureOf } from '../../src/picture/picture.ts'
import type { ChartDescription } from '../../src/scores/chart/description.ts'

const chart = (title: string, count = 6): ChartDescription => ({
  kind: 'bars',
  locale: 'zh-Hant',
  title,
  headline: '滿意度 79.1% · n = 1,845',
  notes: ['細線為 95% 信賴區間。'],
  axis: { min: 0, max: 100, step: 25, percent: true },
  overall: { value: 79.1, shown: '79.1%' },
  points: Array.from({ length: count }, (_, at) => ({
    label: `團隊 ${at}`,
    tick: '',
    value: 50 + at,
    interval: [40 + at, 60 + at],
    n: 100,
    shown: `${50 + at}.0%`,
    tone: 'plain',
  })),
  alt: title,
})

const pixels = (png: Uint8Array) => {
  const view = Buffer.from(png)
  return { signature: view.toString('latin1', 1, 4), width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
}

test('a PNG of twice the width of a phone, drawn beside the event loop, the same each time', async () => {
  const painter = createPainter()
  onTestFinished(() => painter.close())
  const png = await painter.png(chart('第一張'))
  expect(pixels(png)).toMatchObject({ signature: 'PNG', width: 780 })
  expect(Buffer.from(await painter.png(chart('第一張'))).equals(Buffer.from(png))).toBe(true)

  // Warm: another picture, while the loop goes on turning.
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const took: number[] = []
  for (let at = 0; at < 7; at++) {
    const began = performance.now()
    await painter.png(chart(`第 ${at} 張`, 8))
    took.push(performance.now() - began)
  }
  clearInterval(watch)
  took.sort((a, b) => a - b)
  console.info(
    `a picture takes ${took.map(Math.round).join(', ')} ms; the loop stood still for ${Math.round(longest)} ms`,
  )
  expect(pixels(png).height).toBeGreaterThan(400)
})

test('for a platform that takes no tall pictures it has fewer dots, and the whole chart', async () => {
  const painter = createPainter()
  onTestFinished(() => painter.close())
  const tall = chart('很多團隊', 20)
  const whole = pixels(await painter.png(tall))
  expect(whole.height).toBeGreaterThan(1_024)
  const less = pixels(await painter.png(tall, 1_024))
  expect(less.height).toBeLessThanOrEqual(1_024)
  expect(less.height).toBeGreaterThan(1_000)
  expect(less.width / less.height).toBeCloseTo(whole.width / whole.height, 1)
  expect(pixels(await painter.png(chart('第一張'), 1_024)).width).toBe(780)
})

test('what cannot be drawn is told in words, and the next one is drawn', async () => {
  const painter = createPainter()
  onTestFinished(() => painter.close())
  const errors: unknown[] = []
  const draw = pictureOf(painter, (error) => errors.push(error))
  const broken = { ...chart('kaputt'), points: [null] } as unknown as ChartDescription
  expect(await draw({ kind: 'chart', chart: broken, locale: 'en' })).toEqual({
    kind: 'text',
    text: 'kaputt',
    locale: 'en',
  })
  expect(errors).toHaveLength(1)
  expect(await draw({ kind: 'chart', chart: chart('ganz'), locale: 'zh-Hant' })).toMatchObject({
    kind: 'picture',
    alt: 'ganz',
  })
})

test('a thread that is closed answers nobody, and a new one starts when it is needed', async () => {
  const painter = createPainter()
  onTestFinished(() => painter.close())
  const lost = expect(painter.png(chart('a'))).rejects.toThrow()
  await painter.close()
  await lost
  expect(pixels(await painter.png(chart('b')))).toMatchObject({ width: 780 })
})
