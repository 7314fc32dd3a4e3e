import { describe, expect, test } from 'vitest'
import { written } from '../../src/problem.ts'
import { analyze } from '../../src/text/analyze.ts'
import { checkTaxonomy } from '../../src/text/own.ts'
import { shippedTaxonomy, type Taxonomy } from '../../src/text/taxonomy.ts'

const problems = (yaml: string): string[] => {
  const checked = checkTaxonomy('own.yaml', yaml, 'en')
  return 'problems' in checked ? checked.problems.map((problem) => written('en', problem)) : []
}

function taxonomy(yaml: string): Taxonomy {
  const checked = checkTaxonomy('own.yaml', yaml, 'en')
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return checked.taxonomy
}

describe('an owner’s taxonomy file', () => {
  const own = taxonomy(`
themes:
  lounge:
    name: { en: Lounge, zh-Hans: 贵宾厅 }
    words: { en: lounge, zh: 贵宾厅 }
  delivery:
    negative: { en: left with the neighbour }
signals:
  churn: { words: { en: gone to Acme } }
  legal: { certain: { en: the guild } }
  praise: { certain: { en: gold star } }
`)

  test('adds themes, and words to shipped themes and signals', () => {
    const { themes } = analyze('The lounge was lovely', own)
    expect(themes).toContainEqual(expect.objectContaining({ id: 'lounge', polarity: 'positive' }))
    expect(analyze('it was left with the neighbour', own).themes).toMatchObject([
      { id: 'delivery', polarity: 'negative' },
    ])
    expect(analyze('We have gone to Acme', own).signals).toEqual(['churn'])
    expect(analyze('lovely, the guild will be pleased', own).signals).toContain('legal')
    expect(analyze('gold star for Ann, but the refund never came and I am furious', own).signals).toContain('praise')
  })

  test('leaves what is shipped as it is', () => {
    expect(Object.keys(own.themes).slice(0, -1)).toEqual(Object.keys(shippedTaxonomy().themes))
    const text = '客服态度很差，退款一直没到，我要投诉到12315'
    const { themes, signals, sentiment } = analyze(text)
    expect(analyze(text, own)).toMatchObject({ themes, signals, sentiment })
  })

  test('a phrase that is shipped already is counted once', () => {
    const [rude] = Object.values(shippedTaxonomy().themes.attitude?.negative ?? {}).flat()
    const again = taxonomy(`themes: { attitude: { negative: { zh: ["${rude}"] } } }`)
    expect(again.themes.attitude?.negative.zh).toEqual(shippedTaxonomy().themes.attitude?.negative.zh)
  })

  test('an empty file adds nothing', () => expect(taxonomy('')).toEqual(shippedTaxonomy()))

  test('every problem is told at once, with its line', () => {
    expect(
      problems(`
themes:
  lounge:
    words: { en: lounge }
  Bad Id:
    name: { en: Bad }
`),
    ).toEqual([expect.stringMatching(/^own\.yaml:5:3 themes\.Bad Id: .*small letters/)])
    expect(
      problems(`
themes:
  lounge:
    words: { en: lounge }
    yields: [parking]
  bar:
    name: { en: Bar }
`),
    ).toEqual([
      expect.stringMatching(/^own\.yaml:3:3 themes\.lounge: has no name/),
      expect.stringMatching(/^own\.yaml:5:14 themes\.lounge\.yields\.0: there is no theme “parking”/),
      expect.stringMatching(/^own\.yaml:6:3 themes\.bar: has no words/),
    ])
    expect(problems('themes: { lounge: { wrods: { en: x } } }')).toEqual([expect.stringMatching(/wrods/)])
    expect(problems('signals: { anger: { words: { en: x } } }')).toEqual([
      expect.stringMatching(/^own\.yaml:1:12 signals/),
    ])
    expect(
      problems(
        'themes: { lounge: { name: { en: L }, words: { zh: 贵宾厅、候车室 }, negative: { zh: [（没|无）座] } } }',
      ),
    ).toEqual([
      'own.yaml:1:47 themes.lounge.words.zh.0: has one of the wide signs 、；（｜）, with which it is never found. Part phrases with a comma, and write choices with narrow signs: (a|b).',
      expect.stringMatching(/^own\.yaml:1:79 themes\.lounge\.negative\.zh\.0: has one of the wide signs/),
    ])
    expect(problems('themes: [')[0]).toMatch(/^own\.yaml:1:10: not readable/)
    expect(problems('themes: { lounge: { name: { en: L }, words: { en: [[x]] } } }')).toHaveLength(1)
  })
})
