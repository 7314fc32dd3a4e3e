import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, test } from 'vitest'
import { SCALES, type Scale, understand, understandChoice, understandYesNo } from '../../src/text/rating/understand.ts'

const value = (text: string, scale: Scale = SCALES.csat5) => understand(text, scale).value
const why = (text: string) => {
  const read = understand(text, SCALES.csat5)
  return read.value === null ? read.why : read.value
}

describe('a rating in words', () => {
  test.each([
    ['not 5, I meant 3', 3],
    ['打错了,是4', 4],
    ['5... no wait, 3', 3],
    ['不是5，是3', 3],
    ['5分打错了，3分', 3],
    ['I would have given 5 but you lost my file, so 3', 3],
    ['上次5分，这次4分', 4],
    ['agent 5, app 1, overall 3', 3],
    ['满分5分，我给4分', 4],
    ['On a scale of 1 to 5, 4', 4],
    ['十分满意', 5],
    ['没有不满意', 4],
    ['not bad at all', 4],
    ['不高兴', 2],
    ['还是满意的，非常满意', 5],
    ['4分，不是，5分', 5],
    ['#5', 5],
    ['好唔滿意', 1],
    ['唔係幾滿意', 2],
    ['幾好', 4],
    ['好正', 4],
    ['唔掂', 2],
    ['應該係4分', 4],
    ['at first very satisfied, now a 2', 2],
    ['不是不满意', null],
    ['打錯咗4，係5先啱', 5],
    ['給不到5分，4分吧', 4],
    ['was a 5 last year, this year 3', 3],
    ['I almost gave 5, settled on 4', 4],
    ['老公说给3分，我给4分', 4],
    ["1 cos there's no 0", 1],
    ['fuor stars', 4],
    ['★☆☆☆☆ 气死', 1],
    ['555太感动了，给5分', 5],
    ['总分5分，我打3分', 3],
    ['按到1，我要的是5', 5],
    ['not amazing, not awful', 3],
    ['thrree', 3],
    ['could be better, 3', 3],
    ['要不是小李，我就给1分了，4分', 4],
    ['原来2分现在4分', 4],
    ['三分之二的人没来，2分', 2],
    ['ㄧ顆星', 1],
    ['three pls, 2 of 6 boxes came smashed', 3],
    ["It's a one from me I'm afraid, even though Tom was lovely", 1],
    ['Four. It came at 9.40 instead of 9 but never mind', 4],
    ["four, and he's 81", 4],
    // what looks like a condition and is none
    ['修了两次才修好就给2分', 2],
    ['等太久我就给2分', 2],
    ['退款很快就给5分', 5],
    ['打分的话给4分', 4],
    ["I'll give a 4, thanks", 4],
    ['跟隔壁那家比你们我给4分', 4],
  ])('%s → %s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test.each([
    ['', 'empty'],
    ['。。。', 'empty'],
    ['无', 'empty'],
    ['👍', 'ambiguous'],
    ['4 or 5', 'ambiguous'],
    ['4.5', 'ambiguous'],
    ['很滿意 但是早餐3分', 'ambiguous'],
    ['very satisfied but breakfast was a 3', 'ambiguous'],
    ['satisfied or very satisfied', 'ambiguous'],
    ['满意还是非常满意呢', 'ambiguous'],
    ['不是5分', 'ambiguous'],
    ['司機五星 平台一星', 'ambiguous'],
    ['my sister gave you a 3', 'ambiguous'],
    ['服务员叫我打5分', 'ambiguous'],
    ['退款到账就给5分', 'not_a_rating'],
    ['fix it and i will give you 5', 'not_a_rating'],
    ['you guys are number 1', 'not_a_rating'],
    ['把押金退我我就给5分', 'not_a_rating'],
    ['降价的话给4分', 'not_a_rating'],
    ['下次准时就5分', 'not_a_rating'],
    ['5 pending the refund', 'not_a_rating'],
    ['you get a 4 when someone calls me back', 'not_a_rating'],
    ['隔壁那家健身房我给5分', 'not_a_rating'],
    ['四分之三的时间都在等', 'not_a_rating'],
    ['我女儿应该会给4', 'ambiguous'],
    ['美团上才3星', 'ambiguous'],
    ['no. 4 Park Road', 'not_a_rating'],
    ['8', 'out_of_range'],
    ['8/10', 'ambiguous'],
    ['I waited 3 hours', 'not_a_rating'],
    ['order 4', 'not_a_rating'],
    ['5分是什么意思', 'question'],
    ['不想评价', 'refusal'],
    ['你好', 'greeting'],
    ['ok, thank you', 'greeting'],
    ['好的', 'greeting'],
  ])('%s is left unclear: %s', (text, reason) => {
    expect(why(text)).toBe(reason)
  })

  test('a complaint without a rating is kept as the comment', () => {
    expect(understand('你们把我的快递弄丢了', SCALES.csat5)).toEqual({
      value: null,
      comment: '你们把我的快递弄丢了',
      why: 'not_a_rating',
    })
  })

  test.each([
    ['4 out of 5 but slow', 4, 'but slow'],
    ['满意,就是有点慢', 4, '就是有点慢'],
    ['Friendly staff, 4', 4, 'Friendly staff'],
    ['給5分，專員Ａｎｎ很親切', 5, '專員Ａｎｎ很親切'],
    ['5分，谢谢', 5, null],
  ])('of "%s" the rest stays in the customer’s own characters', (text, expected, comment) => {
    expect(understand(text, SCALES.csat5)).toEqual({ value: expected, comment })
  })

  test('only the ends of the recommendation scale have words', () => {
    expect(['极有可能', 'not at all likely', 'likely', '满意'].map((text) => value(text, SCALES.nps11))).toEqual([
      10,
      0,
      null,
      null,
    ])
  })

  test('stars count on scales of five, and drawn ones on scales as long as they are', () => {
    expect([
      value('⭐⭐⭐⭐'),
      value('★★★★☆'),
      value('⭐⭐⭐⭐', SCALES.nps11),
      value('5 stars', SCALES.ces7),
      value('★★★☆☆☆☆', SCALES.ces7),
      value('★★★☆☆☆☆'),
    ]).toEqual([4, 4, null, null, 3, null])
  })
})

describe('a scale of the flow’s own', () => {
  const mood: Scale = {
    id: 'mood',
    min: 1,
    max: 3,
    labels: {
      1: { en: '😡 Angry', 'zh-Hant': '生氣' },
      2: { en: 'Calm' },
      3: { en: 'Over the moon', 'zh-Hant': '開心' },
    },
  }

  test.each([
    ['angry', 1],
    ['😡', 1],
    ['生气', 1],
    ['Calm, but tired', 2],
    ['over the moon!', 3],
    ['2', 2],
    ['4', null],
    ['angry or calm', null],
    ['very satisfied', null],
  ])('%s → %s', (text, expected) => {
    expect(value(text, mood)).toBe(expected)
  })

  test('a label wins over the word it is made of, and a negation over the label', () => {
    const scale: Scale = { ...SCALES.csat5, labels: { 5: { en: 'Satisfied' }, 1: { en: 'Dissatisfied' } } }
    expect([value('satisfied', scale), value('not satisfied', scale)]).toEqual([5, 2])
  })
})

describe('whatever is typed', () => {
  const scales = fc.constantFrom(...Object.values(SCALES))
  const pieces = fc.constantFrom(
    ...'满意,不,很,没有,分,五,十,4,5,6,11,/,star,⭐,not,very,good,bad,typo,sorry,or,but,，,？,👍,如果,打错了,是,满分,out of, ,e\u0301,\ud800,的,点,同意,agree,本来'.split(
      ',',
    ),
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((p) => p.join('')),
    fc.array(pieces, { maxLength: 12 }).map((p) => p.join(' ')),
  )

  test('the value is on the scale or null, and the comment is nothing or words of the text', () => {
    fc.assert(
      fc.property(typed, scales, (text, scale) => {
        const read = understand(text, scale)
        if (read.value !== null)
          expect(Number.isInteger(read.value) && read.value >= scale.min && read.value <= scale.max).toBe(true)
        if (read.comment !== null) expect(read.comment.trim()).not.toBe('')
        understandYesNo(text)
        understandChoice(text, [
          { id: 'a', labels: ['good', '满意'] },
          { id: 'b', labels: [text] },
        ])
      }),
      { numRuns: 2000 },
    )
  })

  test('spaces around it and full-width digits change nothing', () => {
    const wide = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(typed, scales, (text, scale) => {
        expect(value(`  ${text} \u3000`, scale)).toBe(value(text, scale))
        expect(value(wide(text), scale)).toBe(value(text, scale))
      }),
      { numRuns: 1000 },
    )
  })

  test('Traditional and Simplified are read alike', () => {
    const traditional = Converter({ from: 'cn', to: 'tw' })
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), scales, (parts, scale) => {
        const text = parts.join('')
        expect(value(traditional(text), scale)).toBe(value(text, scale))
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    'a',
    'good ',
    '好',
    'not ',
    '5 ',
    'typo 4 ',
    'very ',
    '一般，',
    '3 or ',
    '\u0301',
    '👍',
    '⭐',
    '\ud800',
    '-',
    '如果',
    'satisfed ',
  ])('100 kB of %j take no longer than a blink', (unit) => {
    const text = unit.repeat(100_000 / unit.length)
    understand(text, SCALES.csat5)
    const start = performance.now()
    understand(text, SCALES.csat5)
    understandYesNo(text)
    expect(performance.now() - start).toBeLessThan(300)
  })
})

describe('yes and no', () => {
  test.each([
    ['是的', true],
    ['可以', true],
    ['好的…', true],
    ['yes please', true],
    ['已经解决了，谢谢', true],
    ['sí', true],
    ['oui', true],
    ['gerne', true],
    ['sim', true],
    ['sì', true],
    ['はい', true],
    ['네', true],
    ['vâng', true],
    ['不用了', false],
    ['nope', false],
    ['還沒', false],
    ['it is still not fixed', false],
    ['nein danke', false],
    ['không', false],
    ['아니요', false],
    ['いいえ', false],
    ['好呀', true],
    ['梗係得啦', true],
    ['搞掂咗', true],
    ['唔使喇，唔該', false],
    ['唔好打俾我', false],
    ['仲未搞掂', false],
    ['都係冇', false],
    ['冇人打嚟', null],
    ['yes and no', null],
    ['可以吗？', null],
    ['no one called me', null],
    ['行李丢了', null],
    ['👍', null],
    ['', null],
  ])('%s → %s', (text, expected) => {
    expect(understandYesNo(text).value).toBe(expected)
  })

  test('what else was said is kept', () => {
    expect(understandYesNo('是的，请下午打给我')).toEqual({ value: true, comment: '请下午打给我' })
  })
})

describe('a choice', () => {
  const options = [
    { id: 'speed', labels: ['Too slow', '太慢了'] },
    { id: 'attitude', labels: ['Staff attitude', '服务态度'] },
    { id: 'unsolved', labels: ['Not solved', '问题没解决'] },
  ]

  test.each([
    ['1', 'speed'],
    ['第二个', 'attitude'],
    ['３', 'unsolved'],
    ['too slow', 'speed'],
    ['服務態度', 'attitude'],
    ['Staff atitude', 'attitude'],
    ['问题没有解决', 'unsolved'],
    ['4', null],
    ['1 and 2', null],
    ['something else', null],
  ])('%s → %s', (text, id) => {
    expect(understandChoice(text, options).id).toBe(id)
  })

  test('a label inside a sentence is found and the sentence kept', () => {
    expect(understandChoice('it was too slow, three weeks', options)).toEqual({
      id: 'speed',
      comment: 'it was too slow, three weeks',
    })
  })
})
