import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, escapedTo, escapeMarkup, pieces } from '../../adapters/slack/cut.ts'

const family = '👨‍👩‍👧'
const words = fc
  .array(fc.constantFrom('慢', 'é', family, '🇹🇼', 'a ', '\n', '&', '<', 'nói'), { maxLength: 80 })
  .map((all) => all.join(''))
const whole = (text: string): boolean => !/\p{Surrogate}/u.test(text)

describe('text is cut between characters', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly', 7, 'exactly'],
    ['a long text', 7, 'a long…'],
    [`慢${family}慢`, 5, '慢…'],
    ['one two', 5, 'one…'],
  ])('%s to %i is %s', (text, max, short) => expect(cut(text, max)).toBe(short))

  test('never longer than allowed, never broken, a beginning of the text', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 60 }), (text, max) => {
        const short = cut(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        expect(whole(short)).toBe(true)
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true)
      }),
    )
  })

  test('markup counts as it is escaped', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 60 }), (text, max) => {
        const short = escapedTo(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        expect(short.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/)
      }),
    )
  })
})

describe('text too long for one message goes on in the next', () => {
  test('at a space or line, where one is near', () => {
    expect(pieces('one two three', 8)).toEqual(['one two ', 'three'])
    expect(pieces('一二三四五', 2)).toEqual(['一二', '三四', '五'])
  })

  test('nothing is lost, no piece is too long or broken', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (text, max) => {
        const all = pieces(text, max)
        expect(all.join('')).toBe(text)
        for (const piece of all) {
          expect(piece.length).toBeLessThanOrEqual(max)
          expect(whole(piece)).toBe(true)
        }
      }),
    )
  })

  test('marks piled up without end are parted between code points', () => {
    const piled = `a${'\u0301'.repeat(100)}`
    expect(pieces(piled, 30).join('')).toBe(piled)
    expect(cut(piled, 30).length).toBeLessThanOrEqual(30)
  })
})

test('no word can ring anybody', () => {
  expect(escapeMarkup('<!channel> & <@U012AB3CD>')).toBe('&lt;!channel&gt; &amp; &lt;@U012AB3CD&gt;')
})
