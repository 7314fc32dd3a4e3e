import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { compile } from '../../src/text/matcher.ts'
import { cut } from '../../src/text/units.ts'

const PHRASES = [
  '等了…小时',
  '等了…分钟',
  '等了…(没|没有)人',
  '小时',
  '等',
  'waited…hour',
  'waited…minute…nobody',
  'nobody (came|rang)',
  'hour',
]
const TEXTS = [
  '等了两个小时又十分钟',
  '等了半天没有人，等了一小时',
  'Waited an hour and ten minutes, waited 5 minutes and nobody came',
  'nobody rang for an hour',
  '等等等等了等了分钟小时',
]

/** The phrases of a list that are found in a text, and the units where. */
const found = (patterns: readonly string[], text: string): string[] => {
  const folded = fold(text).text
  const { count, from, to, what, payloads } = compile(patterns.map((pattern) => ({ pattern, payload: pattern }))).find(
    folded,
    cut(folded),
  )
  return Array.from({ length: count }, (_, i) => `${payloads[what[i] ?? 0]} ${from[i]}-${to[i]}`).sort()
}

describe('phrases', () => {
  test.each(TEXTS)('are found beside others as they are alone: %s', (text) => {
    expect(found(PHRASES, text)).toEqual(PHRASES.flatMap((pattern) => found([pattern], text)).sort())
  })

  test('that begin alike are told apart by how they go on', () => {
    expect(found(['等了…小时', '等了…分钟'], '等了两个小时又十分钟')).toEqual(['等了…分钟 0-10', '等了…小时 0-6'])
  })

  test('that stand for the same are one to whoever asks, and each is found', () => {
    const { payloads } = compile([
      { pattern: '慢', payload: 'slow' },
      { pattern: '等了…小时', payload: 'slow' },
    ]).find('', cut(''))
    expect(payloads).toEqual(['slow'])
  })
})
