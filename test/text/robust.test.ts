import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, test } from 'vitest'
import { readRows, Verbatim } from '../../scripts/train/verbatims.ts'
import { type Analysis, analyze } from '../../src/text/analyze.ts'

const rows = readRows(new URL('verbatims.jsonl', import.meta.url), Verbatim)
const traditional = Converter({ from: 'cn', to: 'tw' })

const tags = ({ sentiment, themes, signals }: Analysis) => ({
  label: sentiment.label,
  themes: themes.map(({ id, polarity }) => `${id} ${polarity}`),
  signals,
})
const row = fc.constantFrom(...rows)
const wide = (text: string) => text.replace(/[a-z0-9]/gi, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

describe('the way of writing changes no tag', () => {
  test('Traditional and Simplified', () => {
    const differing = rows
      .filter(({ language }) => language === 'zh-Hans')
      .filter(({ text }) => JSON.stringify(tags(analyze(text))) !== JSON.stringify(tags(analyze(traditional(text)))))
    expect(differing.map(({ text }) => text)).toEqual([])
  })

  test('a space more, before, behind or between words', () => {
    fc.assert(
      fc.property(row, fc.nat(), ({ text }, at) => {
        const gaps = [...text.matchAll(/(?=[\u4e00-\u9fff])| /gu)].map(({ index }) => index)
        const place = gaps[at % Math.max(1, gaps.length)] ?? 0
        for (const spaced of [` ${text}`, `${text}  `, `${text.slice(0, place)} ${text.slice(place)}`])
          expect(tags(analyze(spaced))).toEqual(tags(analyze(text)))
      }),
    )
  })

  test('full-width letters and capitals', () => {
    fc.assert(
      fc.property(row, ({ text }) => {
        expect(tags(analyze(wide(text)))).toEqual(tags(analyze(text)))
        expect(tags(analyze(text.toUpperCase()))).toEqual(tags(analyze(text)))
      }),
    )
  })

  test('an emoji beside words', () => {
    const worded = rows.filter(({ text }) => (text.match(/[a-z]+|[\u4e00-\u9fff]/gi)?.length ?? 0) > 2)
    for (const { text } of worded) {
      const plain = tags(analyze(text))
      for (const emoji of ['😀', '😡', '👍🏽', '❤️', '🙏']) {
        expect(tags(analyze(text + emoji))).toEqual(plain)
        expect(tags(analyze(emoji + text))).toEqual(plain)
      }
    }
  })

  test('an emoji alone speaks for itself', () => {
    expect(analyze('👍').sentiment.label).toBe('positive')
    expect(analyze('👎👎').sentiment.label).toBe('negative')
  })
})

describe('negation and turns', () => {
  test.each([
    ['没有不满意', 'positive'],
    ['没什么可挑剔的', 'positive'],
    ['不高兴', 'negative'],
    ['一点都不满意', 'negative'],
    ['不是很满意', 'negative'],
    ['从来没有让我失望过', 'positive'],
    ['没有任何问题', 'positive'],
    ['不得不夸一下你们的客服', 'positive'],
    ['不推荐', 'negative'],
    ['虽然贵了点，但是很好用', 'positive'],
    ['东西不错，但是客服态度太差了，再也不来', 'negative'],
    ["can't complain", 'positive'],
    ['not bad at all', 'positive'],
    ["couldn't be happier", 'positive'],
    ['nothing but praise for the team', 'positive'],
    ["didn't like it", 'negative'],
    ["isn't good", 'negative'],
    ['never been so disappointed', 'negative'],
    ['never disappointed with this place', 'positive'],
    ['I would not recommend this to anyone', 'negative'],
    ['Great food but the service was terrible and nobody helped', 'negative'],
    ['The wait was long, but she solved everything and was lovely', 'positive'],
    ['thanks for nothing', 'negative'],
  ])('%s is %s', (text, label) => {
    expect(analyze(text).sentiment.label).toBe(label)
  })
})

describe('a comment without content', () => {
  test.each(['', ' ', '无', '没有', 'N/A', 'n/a.', '。。。', '???', 'none', '...', '\u200b', '－－'])(
    '%j is empty and neutral',
    (text) => {
      const { empty, sentiment, themes, signals } = analyze(text)
      expect({ empty, label: sentiment.label, score: sentiment.score, themes, signals }).toEqual({
        empty: true,
        label: 'neutral',
        score: 0,
        themes: [],
        signals: [],
      })
    },
  )

  test.each(['好', 'ok', '👍', '差', '5'])('%j is not', (text) => {
    expect(analyze(text).empty).toBe(false)
  })
})

/** So often a time is taken; and so often at most, for a minute in which the machine does something else. */
const [TURNS, MOST_TURNS] = [5, 25]

describe('a long text', () => {
  const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

  /** Milliseconds of processor time for a shorter and a longer text, the least of some turns, of more where it is not within bounds. */
  const clock = (short: string, long: string, isWithin: (short: number, long: number) => boolean) => {
    const time = (text: string) => {
      const began = process.cpuUsage()
      analyze(text)
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    }
    for (const text of [short, long]) analyze(text) // what is first met at a length is compiled for it
    let [a, b] = [time(short), time(long)]
    for (let turn = 1; turn < TURNS || (turn < MOST_TURNS && !isWithin(a, b)); turn++) {
      a = Math.min(a, time(short))
      b = Math.min(b, time(long))
    }
    return { a, b }
  }
  const pieces = [
    'a',
    ' ',
    '1',
    '1 ',
    '好',
    '等了',
    'a@',
    '。',
    '😡',
    '\ud83d',
    '+1 ',
    '路1号室',
    '但',
    'not good ',
    'wait hour ',
    '1-',
    'my name is a ',
    '我叫王',
    '我妈，她叫王',
    '生日是',
    'a#b.co ',
    'card 62 ',
    'It says A b ',
    'gb82 aaaa bbbb ',
    'Blk 1 Lot 2, ',
    'flat 1, a b ',
    '和朋友王',
    'x@',
    'Myself A ',
    '微信❤',
    '汪海的电话13800138000，',
    '𝟏',
    'à̂',
    '()',
    'وقت ',
    'xqv ',
    '王小汪海',
  ]

  // one character or word, which makes most hits, evidence or masks; exceptions ("waiter"), pairs, and clauses of one word
  test.each([
    ...pieces,
    ...[
      '很',
      '不',
      '四',
      '好，',
      '但好',
      '很不',
      '1号',
      '路1号',
      '５',
      '𠀀',
      '客服态度很差',
      'rude ',
      'waiter ',
      'but ',
      'no, ',
    ],
  ])('of %j costs no more than its length', (piece) => {
    const most = (quarter: number) => 5 * Math.max(quarter, 3)
    const { a, b } = clock(filled(piece, 25_000), filled(piece, 100_000), (a, b) => b < most(a))
    expect(b).toBeLessThan(most(a))
  })

  test.each(pieces)('of %j costs in proportion to its length', (piece) => {
    const most = (short: number) => Math.max(15 * short, 60)
    const { a, b } = clock(filled(piece, 20_000), filled(piece, 100_000), (a, b) => b < most(a))
    expect(b).toBeLessThan(most(a))
  })
})
