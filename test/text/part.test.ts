import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRows, Verbatim } from '../../scripts/train/verbatims.ts'
import { partOf } from '../../src/text/part.ts'
import { read } from '../../src/text/reading.ts'
import { shippedTaxonomy } from '../../src/text/taxonomy.ts'
import { undecorated } from '../../src/text/units.ts'

// What emoji do to a part is told in robust.test.ts: beside many words they are decoration, also when few of these are left.
const texts = readRows(new URL('verbatims.jsonl', import.meta.url), Verbatim)
  .map(({ text }) => text)
  .filter((text) => undecorated(text) === text)
const comment = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }).map((each) => each.join('，'))

test('the part of a reading is the reading of the part', () => {
  fc.assert(
    fc.property(comment, fc.array(fc.boolean(), { minLength: 1 }), (text, choice) => {
      const { folded, units, ...reading } = read(text, shippedTaxonomy())
      const kept = Uint8Array.from(units.clause, (clause) => (choice[clause % choice.length] ? 1 : 0))
      let left = ''
      for (let i = 0, from = 0; i < units.count; i++) {
        const end = units.from[i + 1] ?? folded.text.length
        if (kept[i]) left += folded.text.slice(from, end)
        from = end
      }
      const part = partOf({ folded, units, ...reading }, kept)
      const anew = read(left, shippedTaxonomy())
      expect(part.folded.text).toBe(anew.folded.text)
      expect(part.hits).toEqual(anew.hits)
      expect(part.feeling).toEqual(anew.feeling)
      for (const column of ['from', 'to', 'kind'] as const)
        expect([...part.units[column]]).toEqual([...anew.units[column]])
      expect(part.units.questions.size).toBe(anew.units.questions.size)
      for (const column of ['hash', 'from', 'to', 'of'] as const)
        expect([...part.grams[column].subarray(0, part.grams.count)]).toEqual([
          ...anew.grams[column].subarray(0, anew.grams.count),
        ])
    }),
  )
})
