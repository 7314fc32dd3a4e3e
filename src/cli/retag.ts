import type { Database } from '../store/database.ts'
import { batches, begunTally, closeRetag, howMany, storeAnalyses } from '../store/retag.ts'
import { analyze, analyzeKept, type Taxonomy } from '../text/analyze.ts'
import { count, type Tally } from '../text/tally.ts'
import { withRecord } from './record.ts'
import { says } from './says.ts'

/** So many verbatims are one transaction: 500 take some 50 ms, so that nobody waits for it. */
const BATCH = 500

/** Reads the record's words anew with today's rules and taxonomy, and says what is different. */
export const retag = (): Promise<void> =>
  withRecord(async (database, config) => {
    const tally = await retagAll(database, config.taxonomy, (done, all) => console.error(progress(done, all)))
    for (const line of report(tally)) console.log(line)
  })

/** The work itself; goes on where an earlier run was killed. @returns what is different, earlier runs included */
export async function retagAll(
  database: Database,
  taxonomy: Taxonomy | undefined,
  say?: (done: number, all: number) => void,
): Promise<Tally> {
  const { version } = analyze('', taxonomy)
  const [[stale]] = await database.run([howMany(version)])
  const all = stale?.count ?? 0
  const tally = await begunTally(database, version)
  let done = 0
  for await (const rows of batches(database, BATCH, version)) {
    const batch = rows.map(({ id, text, analysis: before }) => {
      const analysis = analyzeKept(text, taxonomy)
      count(tally, before, analysis)
      return { id, was: text, text: analysis.redacted, analysis }
    })
    await storeAnalyses(database, version, batch, tally)
    done += rows.length
    say?.(done, all)
  }
  if (tally.read > 0) await closeRetag(database, version, tally, new Date().toISOString())
  return tally
}

export const progress = (done: number, all: number): string =>
  says('cli.progress', {
    done,
    all: Math.max(all, done),
    percent: String(Math.floor((100 * done) / Math.max(all, done, 1))),
  })

/** What is different, a line each, the most first. */
export function report({ read, changed, themes, signals, labels }: Tally): string[] {
  if (read === 0) return [says('cli.retag_none')]
  const most = <T>(of: Record<string, T>, size: (value: T) => number) =>
    Object.entries(of).sort(([a, x], [b, y]) => size(y) - size(x) || (a < b ? -1 : 1))
  return [
    says('cli.retag_read', { read, changed }),
    ...most(labels, (n) => n).map(([change, count]) => says('cli.retag_sentiment', { change, count })),
    ...most(themes, ({ gained, lost, turned }) => gained + lost + turned).map(([id, moved]) =>
      says('cli.retag_theme', { id, ...moved }),
    ),
    ...most(signals, ({ gained, lost }) => gained + lost).map(([id, moved]) =>
      says('cli.retag_signal', { id, ...moved }),
    ),
  ]
}
