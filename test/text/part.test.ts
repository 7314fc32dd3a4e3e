import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRows, Verbatim } from '../../scripts/train/verbatims.ts'
import { weigh } from '../../src/text/evidence.ts'
import { logitOf, shippedModel } from '../../src/text/model.ts'
import { type Part, partOf, wholeOf } from '../../src/text/part.ts'
import { read } from '../../src/text/reading.ts'
import { shippedTagger } from '../../src/text/tagger.ts'
import { shippedTaxonomy } from '../../src/text/taxonomy.ts'
import { tell } from '../../src/text/tell.ts'
import { undecorated } from '../../src/text/units.ts'

// What emoji do to a part is told in robust.test.ts: beside many words they are decoration, also when few of these are left.
const texts = readRows(new URL('verbatims.jsonl', import.meta.url), Verbatim)
  .map(({ text }) => text)
  .filter((text) => undecorated(text) === text)
const comment = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }).map((each) => each.join('，'))

const evidence = (part: Part) => weigh(part, logitOf(shippedModel(), part), tell(shippedTagger(), part))

test('what is told of the part of a comment is told of the part alone', () => {
  fc.assert(
    fc.property(comment, fc.array(fc.boolean(), { minLength: 1 }), (text, choice) => {
      const reading = read(text, shippedTaxonomy())
      const { folded, units } = reading
      const kept = Uint8Array.from(units.clause, (clause) => (choice[clause % choice.length] ? 1 : 0))
      let left = ''
      for (let i = 0, from = 0; i < units.count; i++) {
        const end = units.from[i + 1] ?? folded.text.length
        if (kept[i]) left += folded.text.slice(from, end)
        from = end
      }
      const [part, anew] = [evidence(partOf(reading, kept)), evidence(wholeOf(read(left, shippedTaxonomy())))]
      part.polar.forEach((value, i) => {
        expect(value).toBeCloseTo(anew.polar[i] ?? Number.NaN, 9)
      })
      part.flat.forEach((value, i) => {
        expect(value).toBeCloseTo(anew.flat[i] ?? Number.NaN, 9)
      })
      expect(part.grave).toBe(anew.grave)
    }),
  )
})
