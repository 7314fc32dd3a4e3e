import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { LOCALES } from '../../src/locale.ts'
import { catalogue } from '../../src/words/say.ts'

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
