import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyze, shippedTaxonomy } from '../../src/text/analyze.ts'
import { compile } from '../../src/text/matcher.ts'
import { parseTaxonomy, TaxonomyError } from '../../src/text/taxonomy-file.ts'
import { cut } from '../../src/text/units.ts'

const problems = (yaml: string): readonly string[] => {
  try {
    parseTaxonomy(yaml)
  } catch (error) {
    if (error instanceof TaxonomyError) return error.problems
    throw error
  }
  return []
}

describe('the shipped taxonomy', () => {
  test('has the themes and signals whose names never change', () => {
    const { themes, signals } = shippedTaxonomy()
    expect(Object.keys(themes)).toEqual([
      'attitude',
      'response_speed',
      'resolution',
      'professionalism',
      'communication',
      'process',
      'convenience',
      'personalisation',
      'follow_up',
      'product_quality',
      'price',
      'delivery',
      'system',
      'environment',
    ])
    expect(Object.keys(signals)).toEqual(['churn', 'legal', 'safety', 'urgent', 'suggestion', 'praise', 'contact'])
  })

  test('names everything in three languages', () => {
    const { themes, signals } = shippedTaxonomy()
    for (const { name } of [...Object.values(themes), ...Object.values(signals)])
      expect(Object.keys(name)).toEqual(['en', 'zh-Hans', 'zh-Hant'])
  })
})

describe('an owner’s taxonomy', () => {
  const own = parseTaxonomy(`
themes:
  lounge:
    name: { en: Lounge }
    words: { en: 'lounge, quiet corner', zh: [贵宾厅] }
    negative: { en: lounge … (full|crowded) }
    except: { en: lounge suit }
`)

  test('finds its own words, by stem and script', () => {
    expect(analyze('The lounges were lovely', own).themes).toEqual([
      { id: 'lounge', polarity: 'positive', evidence: [4, 11] },
    ])
    expect(analyze('貴賓廳很差', own).themes).toEqual([{ id: 'lounge', polarity: 'negative', evidence: [0, 3] }])
    expect(analyze('lounge was far too crowded', own).themes[0]?.polarity).toBe('negative')
    expect(analyze('I wore a lounge suit', own).themes).toEqual([])
  })

  test('changes the version of an analysis', () => {
    expect(analyze('ok', own).version).not.toBe(analyze('ok').version)
    expect(analyze('ok').version).toBe(analyze('fine').version)
  })
})

describe('a taxonomy that cannot be used says where and what to do', () => {
  test.each([
    ['themes: {Bad Id: {name: {en: x}}}', /themes\.Bad Id: .*small letters/],
    ['themes: {a: {name: {en: x}, wrods: {en: b}}}', /themes\.a\.wrods: unknown entry/],
    ['themes: {a: {name: {en: x}, words: {en: {b: 1}}}}', /themes\.a\.words\.en: not phrases\. Give phrases/],
    ['themes: {a: {name: {en: x}, yields: [b]}}', /a\.yields: there is no theme “b”/],
    ['themes: {}\nsignals: {sarcasm: {name: {en: x}}}', /signals/],
    ['themes: [', /not readable as YAML/],
    ['', /themes is missing\. Add it/],
    [`themes: {a: {name: {en: x}, words: {en: '${'(a|b|c|d)'.repeat(6)}'}}}`, /spellings/],
  ])('%s', (yaml, problem) => {
    expect(problems(yaml).join('\n')).toMatch(problem)
  })

  test('all at once', () => {
    expect(problems('themes: {A: {name: {en: x}}, b: {nam: 1}}').length).toBeGreaterThan(1)
  })
})

describe('patterns', () => {
  const find = (pattern: string, text: string) => {
    const units = cut(text)
    const { count, from, to } = compile([{ pattern, payload: 0 }]).find(text, units)
    return Array.from({ length: count }, (_, i) => text.slice(units.from[from[i] ?? 0], units.to[(to[i] ?? 0) - 1]))
  }
  test.each([
    ['没(有|)解决', '问题没有解决', ['没有解决']],
    ['没(有|)解决', '问题没解决', ['没解决']],
    ['等…小时', '等了三个小时', ['等了三个小时']],
    ['等…小时', '等了，三个小时', []],
    ['等…小时', '等了很久很久很久很久很久三个小时', []],
    ['wait', 'still waiting', ['waiting']],
    ['wait', 'a waiter came', []],
    ['follow up', 'no follow-up at all', ['follow-up']],
    ['didnt call', "they didn't call", ["didn't call"]],
    ['app闪退', 'app 闪退', ['app 闪退']],
  ])('%s in %s', (pattern, text, found) => {
    expect(find(pattern, text)).toEqual(found)
  })
})

test('nothing loads the root of natural, which reads files and prints', () => {
  const folders = ['src', 'adapters'].map((folder) => new URL(`../../${folder}/`, import.meta.url))
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.filter((source) => /(?:from|import\(|require\() *['"]natural['"]/.test(source))).toEqual([])
})
