/** Run by the build: writes what `built` reads. */
import { writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { type Built, FILE, sourceHash } from './built.ts'
import { rulesOf } from './found.ts'
import { build } from './pattern.ts'
import { beginningsOf } from './personal/beginnings.ts'
import { FINDERS } from './personal/index.ts'
import { startsOf } from './personal/starts.ts'
import { shippedTaxonomy } from './taxonomy.ts'

const taxonomy = shippedTaxonomy()
const made: Built = {
  starts: startsOf(FINDERS.map(({ pattern }) => beginningsOf(pattern))),
  words: { source: sourceHash(), taxonomy, ...build(rulesOf(taxonomy)) },
}
writeFileSync(FILE, serialize(made))
