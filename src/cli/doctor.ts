import { join } from 'node:path'
import { onboardings, unreached } from '../channels.ts'
import { ConfigError, loadConfig } from '../config.ts'
import { surroundings } from '../environment.ts'
import { flowFiles, flowsOf } from '../flow/load.ts'
import { unanswered } from '../network.ts'
import type { Finding, Given } from '../onboarding.ts'
import { root } from '../root.ts'
import { serverVersion } from '../store/probe.ts'
import { locale, says } from './says.ts'
import { line } from './setup.ts'

/** Milliseconds that a look at anything may take. */
const PATIENCE = 5_000
const OLDEST = 15

/** Says what is configured, reachable and missing, and what to do about it. @returns whether all is well */
export async function doctor(): Promise<boolean> {
  const given = surroundings()
  const looks: [name: string, findings: Promise<Finding[]> | null][] = [
    [says('doctor.settings'), settings()],
    [says('doctor.database'), database(given)],
    [says('doctor.public'), address(given)],
    ...onboardings.map((each): [string, Promise<Finding[]> | null] => [
      each.name,
      given[each.key] ? each.check(given) : null,
    ]),
  ]
  let bad = 0
  for (const [name, looked] of looks) {
    if (looked === null) console.log(says('setup.line', { mark: '–', name, said: says('doctor.off', { name }) }))
    for (const finding of (await looked) ?? []) {
      console.log(line(name, finding))
      if (!finding.good) bad += 1
    }
  }
  console.log(bad === 0 ? says('doctor.good') : says('doctor.bad', { count: bad }))
  return bad === 0
}

async function settings(): Promise<Finding[]> {
  try {
    const config = loadConfig()
    const { problems, warnings } = flowsOf(config, flowFiles(join(root, 'flows')), process.cwd(), locale)
    if (problems.length > 0) return wrongSettings(problems)
    return [
      { good: true, says: 'doctor.settings_good', values: { file: config.file } },
      ...[...warnings, ...unreached(config, locale)].map(
        (problem): Finding => ({ good: true, minor: true, says: 'doctor.setting', values: { problem } }),
      ),
    ]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return wrongSettings(error.problems)
  }
}

const wrongSettings = (problems: string[]): Finding[] =>
  problems.map((problem) => ({ good: false, says: 'doctor.setting', values: { problem } }))

async function database({ DATABASE_URL, AFTERWORD_FOLDER = '.afterword' }: Given): Promise<Finding[]> {
  if (!DATABASE_URL) return [{ good: true, says: 'doctor.database_embedded', values: { folder: AFTERWORD_FOLDER } }]
  try {
    const version = await serverVersion(DATABASE_URL, PATIENCE)
    const good = version >= OLDEST
    return [{ good, says: good ? 'doctor.database_good' : 'doctor.database_old', values: { version: String(version) } }]
  } catch (error) {
    return [{ good: false, says: 'doctor.database_away', values: { reason: unanswered(error).code } }]
  }
}

/** Whether the bot itself answers where people and platforms are told to find it. */
async function address({ PUBLIC_URL, PORT = '8080' }: Given): Promise<Finding[]> {
  if (!PUBLIC_URL) return [{ good: true, says: 'doctor.public_none' }]
  const values = { url: PUBLIC_URL, port: PORT }
  try {
    const { status } = await fetch(new URL('/healthz', PUBLIC_URL), { signal: AbortSignal.timeout(PATIENCE) })
    if (status === 200) return [{ good: true, says: 'doctor.public_good', values }]
    return [{ good: false, says: 'doctor.public_away', values: { ...values, reason: `HTTP ${status}` } }]
  } catch (error) {
    return [{ good: false, says: 'doctor.public_away', values: { ...values, reason: unanswered(error).code } }]
  }
}
