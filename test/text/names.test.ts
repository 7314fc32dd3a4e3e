import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeRows, homeRows, nameRows } from '../../scripts/train/sentences.ts'
import { redact } from '../../src/text/analyze.ts'
import { fold } from '../../src/text/fold.ts'
import { isKnown, knownOf } from '../../src/text/personal/learned/known.ts'
import { packNamer, shippedNamer, unpackNamer } from '../../src/text/personal/learned/namer.ts'
import { wordsOf } from '../../src/text/personal/learned/words.ts'
import { byPatterns } from '../../src/text/personal/search.ts'
import { packageFile } from '../../src/text/shipped.ts'

/** Sentences that nobody learned from, in which no pattern finds a name. */
const UNTOLD = [
  ['Cheers, all sorted now. Damian Hollis', 'Cheers, all sorted now. [name]'],
  ['If I am out, speak to the missus, Kerry Hallett', 'If I am out, speak to the missus, [name]'],
  ['can u change the name from my ex Tyrone Gaines to me', 'can u change the name from my ex [name] to me'],
  ['谢谢客服小哥，盼复～ 魏嘉宁', '谢谢客服小哥，盼复～ [姓名]'],
  ['公公高茂松申請敬老卡，照片被退了兩次', '公公[姓名]申請敬老卡，照片被退了兩次'],
  ['我闺女的学生证押在前台了，她叫苗小禾', '我闺女的学生证押在前台了，她叫[姓名]'],
  ['陳林秀鳳的假牙做好了沒，她是我岳母', '[姓名]的假牙做好了沒，她是我岳母'],
] as const

describe('names that are told in ways nobody thought of', () => {
  test.each(UNTOLD)('%s', (text, expected) => {
    const folded = fold(text)
    const told = byPatterns(text, folded, { from: 0, to: folded.text.length })
    expect(told.filter(({ what }) => what === 'name')).toEqual([])
    expect(redact(text).text).toBe(expected)
  })
})

/** The same of numbers, in which no pattern finds anything. */
const UNTOLD_NUMBERS = [
  ['wrong one, mine ends 3347 and starts 8812: 88120041 3347', 'wrong one, mine ends 3347 and starts 8812: [number]'],
  ['退到我这个 6217 0033 2008 吧', '退到我这个 [号码] 吧'],
  ['我个QQ 3344 1290', '我个QQ [号码]'],
  ['滴滴我 lin_xiao77', '滴滴我 [账号]'],
  ['健保卡那個 9987 0012 3345 讀不到', '健保卡那個 [號碼] 讀不到'],
] as const

describe('numbers that are told in ways nobody thought of', () => {
  test.each(UNTOLD_NUMBERS)('%s', (text, expected) => {
    const folded = fold(text)
    expect(byPatterns(text, folded, { from: 0, to: folded.text.length })).toEqual([])
    expect(redact(text).text).toBe(expected)
  })
})

/** Sentences that nobody learned from: who comes or is there tells whether an address is a home. */
const HOMES = [
  ['my aunt at 61 Juniper Street got the letter', 'my aunt at [address] got the letter'],
  ['he delivered it to 5 Station Road, wrong house', 'he delivered it to [address], wrong house'],
  ['师傅昨天到桂林路77号修热水器', '师傅昨天到[地址]修热水器'],
  ['外卖送到翠屏苑5栋没人接', '外卖送到[地址]没人接'],
  ['師傅到文昌街20號裝冷氣', '師傅到[地址]裝冷氣'],
  ['我开店的，店在人民路5号，住在人民路7号', '我开店的，店在人民路5号，住在[地址]'],
  ['they live at 5 High Street, the bakery with the red door', 'they live at [address], the bakery with the red door'],
] as const
const SHOPS = [
  'picked up my glasses at 61 Juniper Street, great staff',
  'your branch on 61 Juniper Street shuts early',
  'the manager at 5 Station Road refused a refund',
  '桂林路77号的店员态度很好',
  '在桂林路77号吃的面很咸',
  '文昌街20號門市的冷氣很強',
]

describe('what looks like an address is masked where somebody lives', () => {
  test.each(HOMES)('%s', (text, expected) => {
    expect(redact(text).text).toBe(expected)
  })
  test.each(SHOPS)('%s: kept', (text) => {
    expect(redact(text)).toEqual({ text, masked: [] })
  })
})

describe('what only looks like a private name or number is kept', () => {
  test.each([
    'order 88120341 came in two boxes, ticket no. 518-732-046',
    'the tracking says 9400 1118 9922 3344 since Monday',
    'model WH-1000XM4 died after 13 months, promo SAVE20NOW did nothing',
    'PNR K7XQ2L and flight CX472 delayed 135 minutes, @brand_support never answers',
    'i paid 12,450.00 on 2026-11-02 and room 4471 was cold',
    '工单 20261103-0092 关了没人回',
    '快递SF1441209981223到了，房号 1208',
    'Maria at the desk was an absolute star',
    'Kevin Brown in billing sorted it in two minutes',
    'THE STAFF WERE RUDE AND THE LINE WAS LONG',
    'Grace period on the loan, is it 10 days or 14?',
    'Samsung told me to ask Vodafone, Vodafone told me to ask Samsung',
    '3号窗口的周建国态度很好',
    '高峰时段能不能多开几个窗口',
    '王經理處理得很快，謝謝',
    '白等了一下午，于是我走了',
    'Der Kundendienst war sehr freundlich und hat mein Problem schnell gelöst',
    'O atendimento foi péssimo, esperei duas horas na fila',
    'Muy buen servicio, la chica fue muy amable y rápida. Gracias',
    'wtf brooo this app suckssss',
    'parcel says delivered, neighbours havent got it',
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, masked: [] })
  })
})

test('masking twice changes nothing, whoever is named and wherever anybody lives', () => {
  const root = packageFile('.')
  const text = fc.constantFrom(...[nameRows, codeRows, homeRows].flatMap((rows) => rows(root)).map(({ text }) => text))
  const some = fc
    .array(fc.tuple(text, fc.constantFrom(' ', '，', '. ', '\n', '')), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.flat().join(''))
  fc.assert(
    fc.property(some, (given) => {
      const once = redact(given).text
      expect(redact(once).text).toBe(once)
    }),
    { numRuns: 2000, seed: 5 },
  )
})

describe('words as names are told by', () => {
  const told = (text: string) => {
    const words = wordsOf(text, fold(text), 0, text.length, knownOf([], 1))
    return Array.from({ length: words.count }, (_, i) => [
      text.slice(words.from[i], words.to[i]),
      words.shape[i],
      words.gap[i],
    ])
  }

  test('small, with a capital, in capitals; what stands between', () => {
    expect(told("Ann-Marie's BMW, 2 km")).toEqual([
      ['Ann-Marie', 1, 11],
      ['BMW', 2, 7],
      ['2', 4, 3],
      ['km', 0, 8],
    ])
  })

  test('a capital inside is that of a product, but in names as some are written', () => {
    expect(told("LaserJet VoiceOver McLaren DeShawn O'Neill").map(([, shape]) => shape)).toEqual([2, 2, 1, 1, 1])
  })

  test('in a text of capitals they say nothing', () => {
    expect(told('SO RUDE TODAY').map(([, shape]) => shape)).toEqual([0, 0, 0])
  })

  test.each([
    ['Der Kundendienst war sehr freundlich und hat schnell geholfen', true],
    ['o atendimento foi muito bom', true],
    ['hi its tunde adebayo, my parcel is still not here', false],
    ['plz fix ur app asap it keeps crashing', false],
  ])('%s: of another language? %s', (text, isForeign) => {
    expect(wordsOf(text, fold(text), 0, text.length, shippedNamer().words).isForeign).toBe(isForeign)
  })

  test('Han characters stand one by one', () => {
    expect(told('我叫Tom。').map(([word]) => word)).toEqual(['我', '叫', 'Tom'])
  })
})

describe('the file of weights', () => {
  test('is read as it was written', () => {
    const namer = shippedNamer()
    expect(unpackNamer(packNamer(namer))).toEqual(namer)
  })

  test('says what is wrong with it', () => {
    const bytes = packNamer(shippedNamer())
    expect(() => unpackNamer(bytes.slice(0, -1))).toThrow('does not hold all weights')
    const { limits: _, ...rest } = shippedNamer()
    expect(() => unpackNamer(packNamer(rest as never))).toThrow('no header of the right shape')
  })
})

test('a set knows its members, and hardly anything else', () => {
  const hashes = Array.from({ length: 10_000 }, (_, i) => Math.imul(i + 1, 0x2c1b3c6d))
  const known = knownOf(hashes, 2 ** 14)
  expect(hashes.every((hash) => isKnown(known, hash))).toBe(true)
  const others = Array.from({ length: 10_000 }, (_, i) => Math.imul(i + 20_000, 0x2c1b3c6d))
  expect(others.filter((hash) => isKnown(known, hash)).length).toBeLessThan(300)
})

test('the sets that ship take hardly any name for a word of every day', () => {
  const { words, pairs } = shippedNamer()
  const some = Array.from({ length: 20_000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
  for (const known of [words, pairs])
    expect(some.filter((hash) => isKnown(known, hash)).length).toBeLessThan(some.length / 100)
})
