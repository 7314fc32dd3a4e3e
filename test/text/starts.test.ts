import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { beginningsOf } from '../../src/text/personal/beginnings.ts'
import { FINDERS } from '../../src/text/personal/index.ts'
import { eachStart, startsOf } from '../../src/text/personal/starts.ts'
import { readShipped } from '../../src/text/shipped.ts'

const sentences: string[] = readShipped('test/text/personal.jsonl')
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text)

const placesOf = (pattern: RegExp, text: string): number[] => {
  const places: number[] = []
  eachStart(startsOf([beginningsOf(pattern)]), text, 0, text.length, (place) => places.push(place))
  return places
}

describe('where a pattern may begin is read from it', () => {
  test.each([
    [/我叫(?:小|阿)/g, '我叫小明，我叫阿强，我叫人', [0, 5]],
    [/\bmy (?:full )?name/g, 'my name, army names, my full name', [0, 21]],
    [/(?<![a-z])no\.? ?\d/g, 'no. 5, piano 5, no 7', [0, 16]],
    [/[一二]号|\d{2}号/g, '一号 二号 10号 3号', [0, 3, 6]],
    [/^hi (?:all|there)/g, 'hi all, hi there', [0]],
    [/(?:ab){2}c?/g, 'abab ab abc', [0]],
  ])('%s', (pattern, text, places) => {
    expect(placesOf(pattern, text)).toEqual(places)
  })

  test.each([/[a-z]+\d/g, /[^,]号/g, /.?号/g, /(?<=我)(?:[\u4e00-\u9fff]{2})/g])('%s may begin anywhere', (pattern) => {
    expect([...startsOf([beginningsOf(pattern)]).anywhere]).toEqual([1])
  })

  test('other flags would change what it matches', () => {
    expect(() => beginningsOf(/a/gi)).toThrow('flag g')
  })
})

test('personal data begins nowhere else, also behind a letter', () => {
  const starts = startsOf(FINDERS.map(({ pattern }) => beginningsOf(pattern)))
  const missed: string[] = []
  for (const given of sentences)
    for (const before of ['', 'x']) {
      const { text } = fold(before + given)
      const named = new Set<string>()
      eachStart(starts, text, 0, text.length, (place, pattern) => named.add(`${place} ${pattern}`))
      FINDERS.forEach(({ pattern }, number) => {
        if (starts.anywhere[number] === 1) return
        for (const { index } of text.matchAll(pattern))
          if (!named.has(`${index} ${number}`)) missed.push(`${pattern.source.slice(0, 60)} at ${index}: ${text}`)
      })
    }
  expect(missed).toEqual([])
})
