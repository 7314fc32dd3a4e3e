import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { LOCALES } from '../../src/locale.ts'
import { catalogue } from '../../src/words/say.ts'
import { moment } from '../../src/words/when.ts'

type Element = ReturnType<typeof parse>[number]

const namesIn = (elements: Element[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) return []
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value]
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))]
  })

test.each(LOCALES)('%s says everything that English says, with the same arguments', (locale) => {
  expect(Object.keys(catalogue[locale]).sort()).toEqual(Object.keys(catalogue.en).sort())
  for (const [id, message] of Object.entries(catalogue.en)) {
    const own = Object.entries(catalogue[locale]).find(([each]) => each === id)?.[1] ?? ''
    expect([id, ...new Set(namesIn(parse(own)))].sort()).toEqual([id, ...new Set(namesIn(parse(message)))].sort())
  }
})

test.each([
  ['en', '17:00', 'Mon, Mar 2, 17:00', 'Sun, Mar 2, 2025, 17:00'],
  ['zh-Hans', '17:00', '3月2日周一 17:00', '2025年3月2日周日 17:00'],
  ['zh-Hant', '17:00', '3月2日週一 17:00', '2025年3月2日週日 17:00'],
] as const)('%s: an instant says as much as is needed to know it', (locale, today, thisYear, before) => {
  const said = (at: string, now: string) => moment(at, now, 'UTC', locale)
  expect(said('2026-03-02T17:00:00Z', '2026-03-02T08:00:00Z')).toBe(today)
  expect(said('2026-03-02T17:00:00Z', '2026-11-23T08:00:00Z')).toBe(thisYear)
  expect(said('2025-03-02T17:00:00Z', '2026-11-23T08:00:00Z')).toBe(before)
})
