import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, EMPTY } from '../../adapters/web/page/log.ts'
import { groupOf, talk, tasksOf, threadOf } from '../../adapters/web/page/tasks.ts'
import type { Card, Logged } from '../../adapters/web/page/wire.ts'
import { cutAtMarks } from '../../src/marks.ts'

const card = (subject: string, tone: Card['tone'], edits?: string): Card => ({
  kind: 'card',
  subject,
  title: `#${subject}`,
  tone,
  facts: [],
  quotes: [],
  history: [],
  choices: [],
  locale: 'en',
  ...(edits === undefined ? {} : { edits }),
})
const row = (seq: number, content: Card | { kind: 'text'; text: string; locale: string; thread?: string }): Logged => ({
  seq,
  id: `m${seq}`,
  at: '2026-11-21T20:00:00Z',
  direction: 'out',
  content,
})
const tasks = (rows: Logged[]) =>
  tasksOf(apply(EMPTY, rows).recorded).map(({ card: { subject, tone }, message }) => [subject, tone, message])

describe('the list of tasks', () => {
  test('shows the newest state of each, the newest task first', () => {
    expect(tasks([row(1, card('1', 'urgent')), row(2, card('2', 'open')), row(3, card('1', 'waiting', 'm1'))])).toEqual(
      [
        ['2', 'open', 'm2'],
        ['1', 'waiting', 'm3'],
      ],
    )
  })

  test('a second card of the same task takes the place of the first, also when it is no edit', () => {
    expect(tasks([row(1, card('1', 'open')), row(2, card('2', 'open')), row(3, card('1', 'done'))])).toEqual([
      ['2', 'open', 'm2'],
      ['1', 'done', 'm3'],
    ])
  })

  test('cards are for the agent, everything else for the manager', () => {
    const log = apply(EMPTY, [row(1, card('1', 'open')), row(2, { kind: 'text', text: '82 %', locale: 'en' })])
    expect(talk(log).map(({ slot }) => slot)).toEqual(['m2'])
  })

  test('what is said about a task stands by its card, also where that is known by a later version only', () => {
    const said = (text: string, thread: string) => ({ kind: 'text' as const, text, locale: 'en', thread })
    const log = apply(EMPTY, [
      row(1, card('1', 'open')),
      row(3, card('2', 'waiting', 'm2')),
      row(4, said('of 1', 'm1')),
      row(5, said('of 2', 'm2')),
      row(6, said('of a card that is not here', 'm0')),
    ])
    expect(threadOf(log, '1').map(({ text }) => text)).toEqual(['of 1'])
    expect(threadOf(log, '2').map(({ text }) => text)).toEqual(['of 2'])
    expect(talk(log).map(({ slot }) => slot)).toEqual(['m6'])
  })

  test.each([
    ['urgent', 'todo'],
    ['open', 'todo'],
    ['waiting', 'waiting'],
    ['done', 'done'],
  ] as const)('what is %s is %s', (tone, group) => expect(groupOf(card('1', tone))).toBe(group))
})

describe('marked words', () => {
  test.each([
    ['I waited forty minutes', [[2, 8]], ['I ', '*waited', ' forty minutes']],
    [
      '等了四十分钟',
      [
        [0, 2],
        [2, 6],
      ],
      ['*等了', '*四十分钟'],
    ],
    [
      'slow and rude',
      [
        [9, 13],
        [0, 4],
      ],
      ['*slow', ' and ', '*rude'],
    ],
    [
      'overlap',
      [
        [0, 4],
        [2, 20],
      ],
      ['*over', '*lap'],
    ],
    ['', [[0, 3]], []],
  ] as [string, [number, number][], string[]][])('%s', (text, marks, expected) => {
    expect(cutAtMarks(text, marks).map((piece) => (piece.marked ? '*' : '') + piece.text)).toEqual(expected)
  })

  test('lose nothing of the text, whatever the marks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: -5, max: 50 }))),
        (text, marks) => {
          expect(
            cutAtMarks(text, marks)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text)
        },
      ),
    )
  })
})
