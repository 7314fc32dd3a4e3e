import { createHash } from 'node:crypto'
import { builtWords } from './built.ts'
import { readShipped, TAXONOMY } from './shipped.ts'
import type { Taxonomy } from './taxonomy-file.ts'

export type { Taxonomy } from './taxonomy-file.ts'

// The readers of YAML and shapes cost 160 ms and 25 MB: where the build has made the words ready, they are not needed.
const shipped: Taxonomy =
  builtWords()?.taxonomy ?? (await import('./taxonomy-file.ts')).parseTaxonomy(readShipped(TAXONOMY).toString('utf8'))

/** The taxonomy that comes with the product (flows/taxonomy.yaml). */
export const shippedTaxonomy = (): Taxonomy => shipped

const fingerprints = new WeakMap<Taxonomy, string>()

/** Eight hexadecimal digits that change with the taxonomy's content. */
export function fingerprint(taxonomy: Taxonomy): string {
  const known = fingerprints.get(taxonomy)
  if (known !== undefined) return known
  const made = createHash('sha256').update(JSON.stringify(taxonomy)).digest('hex').slice(0, 8)
  fingerprints.set(taxonomy, made)
  return made
}
