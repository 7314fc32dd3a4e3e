import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { input, password } from '@inquirer/prompts'
import { onboardings } from '../channels.ts'
import { envFile, isGiven, problemOf, readEnvFile, surroundings } from '../environment.ts'
import type { Ask, Finding, Given, Onboarding } from '../onboarding.ts'
import { withSettings } from './env-file.ts'
import { locale, says } from './says.ts'
import { UsageError } from './usage.ts'

export interface SetupOptions {
  /** False: nothing is asked; what is needed stands in the environment or in the file. */
  input: boolean
}

/**
 * Sets a platform up: asks for what is needed, writes what goes to the platform, tries the settings there, and keeps them in `.env`. Where
 * it asks, what the platform does not accept is asked for again.
 * @throws UsageError when something needed is missing or wrong, when the platform does not accept it, or when it is stopped
 */
export async function setup(name: string, options: SetupOptions): Promise<void> {
  const onboarding = onboardings.find((each) => each.name === name)
  if (!onboarding)
    throw new UsageError(says('usage.no_channel', { name, names: onboardings.map((each) => each.name).join(', ') }))
  const asks = options.input && process.stdin.isTTY
  let given: Given = surroundings()
  let taken = ''
  for (;;) {
    const first = await gather(onboarding.first, given, asks)
    const told = JSON.stringify(onboarding.first.map(({ variable }) => first[variable]))
    if (told !== taken) take(onboarding, first)
    taken = told
    const next = onboarding.next(first)
    given = await gather(next, first, asks)
    const findings = (await onboarding.check(given)).filter(({ atWork }) => !atWork)
    show(onboarding, findings)
    if (findings.every(({ good }) => good)) {
      keep(given, [...onboarding.first, ...next])
      show(onboarding, await onboarding.finish(given))
      console.log(says('setup.next'))
      return
    }
    if (!asks) throw new UsageError(says('setup.not_written'))
    console.log(says('setup.again'))
  }
}

function take(onboarding: Onboarding, given: Given): void {
  for (const { file, content, says: what } of onboarding.takeaways(given)) {
    writeFileSync(file, content)
    console.log(says('setup.takeaway', { file, what: says(what) }))
  }
}

/** What was given before, and now; what cannot be asked for has to be there. @throws UsageError naming everything that is missing */
async function gather(wanted: Ask[], before: Given, asks: boolean): Promise<Given> {
  const given: Record<string, string | undefined> = { ...before }
  const problems: string[] = []
  for (const ask of wanted) {
    const { variable, where, needed, make } = ask
    if (asks && !isGiven(variable)) given[variable] = await askFor(ask, given[variable] ?? '')
    else if (given[variable]) console.log(says('setup.kept', { variable }))
    if (!given[variable] && make) {
      given[variable] = make()
      console.log(says('setup.made', { variable }))
    }
    const value = given[variable]
    const problem = value ? problemOf(variable, value, locale) : null
    if (problem !== null) problems.push(says('setup.wrong', { variable, problem }))
    if (!value && needed) problems.push(says('setup.missing', { variable, where: says(where) }))
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  return given
}

/** What empties an optional setting. */
const NOTHING = '-'

/** @param current what is set; empty: nothing. It stays when nothing is typed. */
async function askFor(ask: Ask, current: string): Promise<string> {
  const { variable, where, secret, needed, make } = ask
  const optional = !needed || make !== undefined
  const how = current === '' ? 'setup.ask' : needed ? 'setup.ask_again' : 'setup.ask_optional_again'
  const message = says(how, { where: says(where), variable })
  const validate = (value: string) => {
    const typed = value.trim()
    if (typed === '') return optional || current !== '' || says('setup.missing', { variable, where: '' }).trim()
    const problem = typed === NOTHING && !needed ? null : problemOf(variable, typed, locale)
    return problem === null || says('setup.wrong', { variable, problem })
  }
  try {
    const answer = secret
      ? await password({ message, mask: true, toggleMask: false, validate })
      : await input({ message, validate, ...(current !== '' && { default: current }) })
    const typed = answer.trim()
    return typed === NOTHING && !needed ? '' : typed || current
  } catch (error) {
    const stopped = error instanceof Error && error.name === 'ExitPromptError' // Ctrl-C
    throw stopped ? new UsageError(says('setup.stopped')) : error
  }
}

/** Puts what was asked for into the file, for its owner alone; what else stands there stays. */
function keep(given: Given, asked: Ask[]): void {
  const file = envFile() || '.env'
  const before = readEnvFile()
  const fresh = asked.map(({ variable }) => variable).filter((name) => (given[name] ?? '') !== (before[name] ?? ''))
  if (fresh.length === 0) return
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const next = `${file}.new`
  writeFileSync(next, withSettings(text, Object.fromEntries(fresh.map((name) => [name, given[name]]))), { mode: 0o600 })
  chmodSync(next, 0o600) // also where the file was left by a run that was killed
  renameSync(next, file)
  console.log(says('setup.written', { file, variables: fresh.join(', ') }))
}

function show({ name }: Onboarding, findings: Finding[]): void {
  for (const finding of findings) console.log(line(name, finding))
}

/** A finding as a line: `✓ slack: …`. */
export const line = (name: string, finding: Finding): string =>
  says('setup.line', { mark: markOf(finding), name, said: says(finding.says, finding.values) })

function markOf({ good, minor }: Finding): string {
  if (!good) return '✗'
  return minor ? '!' : '✓'
}
