#!/usr/bin/env node
/** The command line. Each command loads only what it needs; `--help` lists only what works. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import type { KeyOptions } from './cli/key.ts'
import { says } from './cli/says.ts'
import { root } from './root.ts'
import type { WordId } from './words/say.ts'
import { Told } from './words/told.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const TITLES: Record<string, WordId> = {
  'Usage:': 'command.usage',
  'Options:': 'command.options',
  'Commands:': 'command.commands',
  'Arguments:': 'command.arguments',
}

/** What an option is for, what it may be, and what it is where it is not given. */
function described({ description, argChoices, defaultValue }: Option): string {
  const more = [
    ...(argChoices ? [says('command.choices', { values: argChoices.join(', ') })] : []),
    ...(typeof defaultValue === 'string' ? [says('command.default', { value: defaultValue })] : []),
  ]
  return more.length > 0 ? `${description} (${more.join('; ')})` : description
}

/** What stands for the options and the command in a line of usage. */
const usage = (line: string): string =>
  line.replace('[options]', says('command.usage_options')).replace('[command]', says('command.usage_command'))

/** Columns that a text takes in a terminal, where Chinese characters and signs take two. */
const columns = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0)

const program = new Command('afterword')
  .description(says('command.about'))
  .version(String(version), '-V, --version', says('command.version'))
  .helpOption('-h, --help', says('command.help'))
  .helpCommand('help [command]', says('command.help'))
  .exitOverride()
  .configureOutput({ outputError: () => undefined }) // it is reported below
  .configureHelp({
    optionDescription: described,
    displayWidth: columns,
    styleUsage: usage,
    styleSubcommandTerm: usage,
    styleTitle: (title) => (TITLES[title] ? says(TITLES[title]) : title),
  })

program
  .command('start')
  .description(says('command.start'))
  .action(async () => (await import('./cli/start.ts')).start(String(version)))

program
  .command('setup')
  .argument('<channel>', says('command.setup.channel'))
  .description(says('command.setup'))
  .option('--no-input', says('command.setup.no_input'))
  .action(async (channel: string, options: { input: boolean }) =>
    (await import('./cli/setup.ts')).setup(channel, options),
  )

program
  .command('doctor')
  .description(says('command.doctor'))
  .action(async () => {
    if (!(await (await import('./cli/doctor.ts')).doctor())) process.exitCode = 1
  })

const flows = program.command('flows').description(says('command.flows'))
flows
  .command('check')
  .argument('[file...]', says('command.flows.files'))
  .description(says('command.flows.check'))
  .action(async (files: string[]) => (await import('./cli/flows.ts')).check(files))
flows
  .command('schema')
  .description(says('command.flows.schema'))
  .action(async () => (await import('./cli/flows.ts')).schema())

program
  .command('understand')
  .description(says('command.understand'))
  .addOption(
    new Option('--scale <scale>', says('command.understand.scale'))
      .choices(['csat5', 'nps11', 'ces7', 'stars5'])
      .makeOptionMandatory(),
  )
  .action(async ({ scale }: { scale: string }) => (await import('./cli/read.ts')).understandLines(scale))

program
  .command('analyze')
  .description(says('command.analyze'))
  .action(async () => (await import('./cli/read.ts')).analyzeLines())

program
  .command('scores')
  .argument('<query>', says('command.scores.query'))
  .description(says('command.scores'))
  .option('--json', says('command.scores.json'))
  .option('--chart <file>', says('command.scores.chart'))
  .action(async (query: string, options: { json?: true; chart?: string }) =>
    (await import('./cli/scores.ts')).scores(query, options),
  )

program
  .command('sample')
  .description(says('command.sample'))
  .option('--days <n>', says('command.sample.days'), '90')
  .option('--responses <n>', says('command.sample.responses'), '10000')
  .option('--seed <n>', says('command.sample.seed'), '1')
  .action(async (options: { days: string; responses: string; seed: string }) =>
    (await import('./cli/sample.ts')).sample(options),
  )

program
  .command('erase')
  .argument('<customer>', says('command.erase.customer'))
  .description(says('command.erase'))
  .action(async (customer: string) => (await import('./cli/record.ts')).erase(customer))

program
  .command('recount')
  .description(says('command.recount'))
  .action(async () => (await import('./cli/record.ts')).recount())

program
  .command('retag')
  .description(says('command.retag'))
  .action(async () => (await import('./cli/retag.ts')).retag())

const themes = program.command('themes').description(says('command.themes'))
themes
  .command('check')
  .argument('<file>', says('command.themes.file'))
  .description(says('command.themes.check'))
  .action(async (file: string) => (await import('./cli/themes.ts')).check(file))
themes
  .command('test')
  .argument('<file>', says('command.themes.file'))
  .description(says('command.themes.test'))
  .action(async (file: string) => (await import('./cli/themes.ts')).test(file))

program
  .command('key')
  .description(says('command.key'))
  .addOption(new Option('--role <role>', says('command.key.role')).choices(['agent', 'lead', 'manager', 'admin']))
  .option('--staff <id>', says('command.key.staff'))
  .option('--list', says('command.key.list'))
  .option('--withdraw <staff>', says('command.key.withdraw'))
  .action(async (options: KeyOptions) => (await import('./cli/key.ts')).key(options))

const failed = program.command('failed').description(says('command.failed'))
failed
  .command('list')
  .description(says('command.failed.list'))
  .action(async () => (await import('./cli/failed.ts')).list())
failed
  .command('replay')
  .argument('[id...]', says('command.ids'))
  .description(says('command.failed.replay'))
  .action(async (ids: string[]) => (await import('./cli/failed.ts')).replay(ids))

const letters = program.command('dead').description(says('command.dead'))
letters
  .command('list')
  .description(says('command.dead.list'))
  .action(async () => (await import('./cli/dead.ts')).list())
letters
  .command('retry')
  .argument('[id...]', says('command.ids'))
  .description(says('command.dead.retry'))
  .action(async (ids: string[]) => (await import('./cli/dead.ts')).retry(ids))

const BAD_USE = 2

/** Commander's word for what is wrong → ours. */
const WRONG: Record<string, WordId> = {
  'commander.unknownCommand': 'usage.unknown_command',
  'commander.unknownOption': 'usage.unknown_option',
  'commander.missingArgument': 'usage.missing',
  'commander.optionMissingArgument': 'usage.missing',
  'commander.missingMandatoryOptionValue': 'usage.missing',
  'commander.invalidArgument': 'usage.bad_value',
  'commander.excessArguments': 'usage.too_much',
}

/** Commander tells of what it is, and of what may be meant, in its message alone. */
function misuse({ code, message }: CommanderError): string | null {
  const is = WRONG[code]
  if (is === undefined) return null
  const named = /'([^']*)'/.exec(message)?.[1] ?? ''
  const meant = /Did you mean (?:one of )?(.+)\?/.exec(message)?.[1]
  const values = /Allowed choices are (.+)\./.exec(message)?.[1] ?? ''
  return says(is, { named, values }) + (meant ? says('usage.meant', { names: meant }) : '')
}

/** One clear line, without a stack. */
function lineOf(error: unknown): string {
  if (error instanceof Told) return says(error.is, error.values)
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return says('usage.port')
  return error instanceof Error ? error.message : String(error)
}

/** A configuration that cannot be used is bad use too. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    const line = misuse(error)
    if (line !== null) console.error(line)
    return error.exitCode === 0 ? 0 : BAD_USE
  }
  console.error(lineOf(error))
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'configuration' || code === 'usage' ? BAD_USE : 1
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}
