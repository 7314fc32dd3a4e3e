import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { root } from '../../src/root.ts'
import { playSample } from '../../src/sample/sample.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Statement } from '../../src/store/prepare.ts'
import { freshDatabase } from '../database.ts'

/** When every past of these tests ends. */
export const NOW = Date.parse('2026-11-20T10:30:00.000Z')

/** A record of its own with a made-up past, and what is asked of it. */
export async function sampled(options: { responses: number; seed: number; days?: number; owned?: boolean }) {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.url, { connections: 8, patience: 60_000, onError: () => undefined })
  onTestFinished(async () => {
    await database.close()
    await fresh.drop()
  })
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root, 'en')
  const config = loadConfig({}, join(root, 'test/turn'))
  await playSample(database, { config, flows, days: 30, now: NOW, owned: false, progress: () => undefined, ...options })
  const rows = async <Row = Record<string, unknown>>(text: string): Promise<Row[]> => {
    const statement: Statement<Row> = { name: '', text, values: [] }
    const [found] = await database.run([statement])
    return found
  }
  return { database, rows }
}
