import { expect, test } from 'vitest'
import { chineseNumber } from '../../src/text/numerals.ts'

test.each([
  ['五', 5],
  ['两', 2],
  ['〇', 0],
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['九十九', 99],
  ['一百', 100],
  ['一百零五', 105],
  ['三千二百一十', 3210],
  ['伍', 5],
  ['拾', 10],
  ['三四', null],
  ['十十', null],
  ['百', null],
  ['', null],
  ['五分', null],
])('%s → %s', (text, expected) => {
  expect(chineseNumber(text)).toBe(expected)
})
