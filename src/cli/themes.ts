import { existsSync, readFileSync } from 'node:fs'
import { saidOf, written } from '../problem.ts'
import { marked } from '../scores/render-verbatims.ts'
import type { Database } from '../store/database.ts'
import { batches, howMany } from '../store/retag.ts'
import { analyze, type Taxonomy } from '../text/analyze.ts'
import { checkTaxonomy } from '../text/own.ts'
import { compare, count, emptyTally, type Tally } from '../text/tally.ts'
import { shippedTaxonomy } from '../text/taxonomy.ts'
import { withRecord } from './record.ts'
import { progress, report } from './retag.ts'
import { locale, says } from './says.ts'
import { UsageError } from './usage.ts'

const BATCH = 1000
/** Examples a theme, of those gained and of those lost. */
const EXAMPLES = 3

/** The taxonomy that a file makes, or null with every problem said. */
function read(file: string): Taxonomy | null {
  if (!existsSync(file)) throw new UsageError(saidOf(locale, file, { is: 'problem.no_file', mend: 'mend.path' }))
  const checked = checkTaxonomy(file, readFileSync(file, 'utf8'), locale)
  if ('taxonomy' in checked) return checked.taxonomy
  for (const problem of checked.problems) console.error(written(locale, problem))
  console.error(says('problem.count', { count: checked.problems.length, bad: 1, files: 1 }))
  process.exitCode = 1
  return null
}

export function check(file: string): void {
  const taxonomy = read(file)
  if (!taxonomy) return
  const shipped = shippedTaxonomy().themes
  const own = Object.keys(taxonomy.themes).filter((id) => !(id in shipped))
  console.log(says(own.length > 0 ? 'problem.themes_good' : 'problem.themes_none', { file, themes: own.join(', ') }))
}

/** What the record would say with this file instead of the one in use. Nothing is changed. */
export async function test(file: string): Promise<void> {
  const taxonomy = read(file)
  if (!taxonomy) return
  await withRecord(async (database, config) => {
    const said = await compareAll(database, config.taxonomy ?? shippedTaxonomy(), taxonomy, (done, all) =>
      console.error(progress(done, all)),
    )
    if (said.tally.read === 0) console.log(says('cli.nothing_yet'))
    else for (const line of [...report(said.tally), ...said.examples]) console.log(line)
  })
}

/** Reads every verbatim with both taxonomies; examples are masked words, what tells the theme in brackets. */
export async function compareAll(
  database: Database,
  before: Taxonomy,
  after: Taxonomy,
  say?: (done: number, all: number) => void,
): Promise<{ tally: Tally; examples: string[] }> {
  const [[row]] = await database.run([howMany(null)])
  const tally = emptyTally()
  const examples = new Map<string, string[]>()
  for await (const rows of batches(database, BATCH, null)) {
    for (const { text } of rows) {
      const was = analyze(text, before)
      const is = analyze(text, after)
      if (!count(tally, was, is)) continue
      const moved = compare(was, is)
      for (const [sign, ids, from] of [['+', moved.gained, is] as const, ['−', moved.lost, was] as const])
        for (const id of ids) {
          const known = examples.get(`${sign}${id}`) ?? []
          const marks = from.themes.filter((theme) => theme.id === id).map(({ evidence }) => evidence)
          if (known.length < EXAMPLES) examples.set(`${sign}${id}`, [...known, `    ${marked(text, marks)}`])
        }
    }
    say?.(tally.read, row?.count ?? 0)
  }
  const listed = [...examples].sort(([a], [b]) => (a.slice(1) < b.slice(1) ? -1 : 1))
  return { tally, examples: listed.flatMap(([id, lines]) => [says('cli.example', { id }), ...lines]) }
}
