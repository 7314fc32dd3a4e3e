import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { input, password } from '@inquirer/prompts'
import { onboardings } from '../channels.ts'
import { envFile, problemOf, readEnvFile, surroundings, terminalLocale } from '../environment.ts'
import type { Ask, Finding, Given, Onboarding } from '../onboarding.ts'
import { say } from '../words/say.ts'
import { withSettings } from './env-file.ts'
import { UsageError } from './usage.ts'

export interface SetupOptions {
  /** False: nothing is asked; what is needed stands in the environment or in the file. */
  input: boolean
}

const locale = terminalLocale()

/**
 * Sets a platform up: asks for what is needed, writes what goes to the platform, tries the settings there, and keeps them in `.env`.
 * @throws UsageError when something needed is missing or wrong, or when the platform does not accept it
 */
export async function setup(name: string, options: SetupOptions): Promise<void> {
  const onboarding = onboardings.find((each) => each.name === name)
  if (!onboarding)
    throw new UsageError(`“${name}” cannot be set up; choose one of ${onboardings.map((each) => each.name).join(', ')}`)
  const asks = options.input && process.stdin.isTTY
  const first = await gather(onboarding.first, surroundings(), asks)
  for (const { file: name, content, says } of onboarding.takeaways(first)) {
    writeFileSync(name, content)
    console.log(say(locale, 'setup.takeaway', { file: name, what: say(locale, says) }))
  }
  const next = onboarding.next(first)
  const given = await gather(next, first, asks)
  const findings = await onboarding.check(given)
  show(onboarding, findings)
  if (!findings.every(({ good }) => good)) throw new UsageError(say(locale, 'setup.not_written'))
  keep(given, [...onboarding.first, ...next])
  show(onboarding, await onboarding.finish(given))
  console.log(say(locale, 'setup.next'))
}

/** What was given before, and now; what cannot be asked for has to be there. @throws UsageError naming everything that is missing */
async function gather(wanted: Ask[], before: Given, asks: boolean): Promise<Given> {
  const given: Record<string, string | undefined> = { ...before }
  const problems: string[] = []
  for (const ask of wanted) {
    const { variable, where, needed, make } = ask
    if (given[variable]) console.log(say(locale, 'setup.kept', { variable }))
    else if (asks) given[variable] = await askFor(ask)
    if (!given[variable] && make) {
      given[variable] = make()
      console.log(say(locale, 'setup.made', { variable }))
    }
    const value = given[variable]
    const wrong = value ? problemOf(variable, value) : null
    if (wrong !== null) problems.push(say(locale, 'setup.wrong', { variable, problem: wrong }))
    if (!value && needed) problems.push(say(locale, 'setup.missing', { variable, where: say(locale, where) }))
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  return given
}

function askFor({ variable, where, secret, needed }: Ask): Promise<string> {
  const message = say(locale, needed ? 'setup.ask' : 'setup.ask_optional', { where: say(locale, where), variable })
  const validate = (value: string) => {
    const trimmed = value.trim()
    if (trimmed === '') return needed ? say(locale, 'setup.missing', { variable, where: '' }).trim() : true
    const problem = problemOf(variable, trimmed)
    return problem === null || say(locale, 'setup.wrong', { variable, problem })
  }
  const answer = secret ? password({ message, mask: true, validate }) : input({ message, validate })
  return answer.then(
    (value) => value.trim(),
    (error: unknown) => {
      const stopped = error instanceof Error && error.name === 'ExitPromptError' // Ctrl-C
      throw stopped ? new UsageError(say(locale, 'setup.stopped')) : error
    },
  )
}

/** Puts what was asked for into the file, for its owner alone; what else stands there stays. */
function keep(given: Given, asked: Ask[]): void {
  const file = envFile() || '.env'
  const before = readEnvFile()
  const fresh = asked.map(({ variable }) => variable).filter((name) => given[name] && given[name] !== before[name])
  if (fresh.length === 0) return
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const next = `${file}.new`
  writeFileSync(next, withSettings(text, Object.fromEntries(fresh.map((name) => [name, given[name]]))), { mode: 0o600 })
  chmodSync(next, 0o600) // also where the file was left by a run that was killed
  renameSync(next, file)
  console.log(say(locale, 'setup.written', { file, variables: fresh.join(', ') }))
}

function show({ name }: Onboarding, findings: Finding[]): void {
  for (const finding of findings) console.log(line(name, finding))
}

/** A finding as a line: `✓ slack: …`. */
export const line = (name: string, { good, says, values }: Finding): string =>
  `${good ? '✓' : '✗'} ${name}: ${say(locale, says, values)}`
