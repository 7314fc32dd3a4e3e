#!/usr/bin/env node
/** The command line. Each command loads only what it needs; `--help` lists only what works. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import type { KeyOptions } from './cli/key.ts'
import { root } from './root.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const program = new Command('afterword')
  .description('Asks customers how a service went, and closes the loop on every bad experience.')
  .version(String(version))
  .exitOverride()
  .configureHelp({ showGlobalOptions: false })

program
  .command('start')
  .description('start the bot; without DATABASE_URL it brings its own PostgreSQL')
  .action(async () => (await import('./cli/start.ts')).start(String(version)))

program
  .command('setup')
  .argument('<channel>', 'slack, telegram, teams or webhook')
  .description('set a channel up: asks, tries the settings on the platform, keeps them in .env')
  .option('--no-input', 'ask nothing; what is needed stands in the environment or in .env')
  .action(async (channel: string, options: { input: boolean }) =>
    (await import('./cli/setup.ts')).setup(channel, options),
  )

program
  .command('doctor')
  .description('say what is configured, reachable and missing, and what to do about it')
  .action(async () => {
    if (!(await (await import('./cli/doctor.ts')).doctor())) process.exitCode = 1
  })

const flows = program.command('flows').description('flow files')
flows
  .command('check')
  .argument('[file...]', 'flow files; without any, the shipped ones')
  .description('check flow files; every problem with file, line and path')
  .action(async (files: string[]) => (await import('./cli/flows.ts')).check(files))
flows
  .command('schema')
  .description('JSON Schema of a flow file, for editors')
  .action(async () => (await import('./cli/flows.ts')).schema())

program
  .command('understand')
  .description('read rating answers: one JSON {"id","text"} a line → {"id","value","comment"}')
  .addOption(
    new Option('--scale <scale>', 'the scale that was asked')
      .choices(['csat5', 'nps11', 'ces7', 'stars5'])
      .makeOptionMandatory(),
  )
  .action(async ({ scale }: { scale: string }) => (await import('./cli/read.ts')).understandLines(scale))

program
  .command('analyze')
  .description('read comments: one JSON {"id","text"} a line → language, sentiment, themes, signals, masked text')
  .action(async () => (await import('./cli/read.ts')).analyzeLines())

program
  .command('scores')
  .argument('<query>', 'as in chat: "last 7d by team", "满意度 近7天 按班组"')
  .description('a score with its certainty')
  .option('--json', 'as JSON')
  .option('--chart <file>', 'draw it as well: .svg or .png')
  .action(async (query: string, options: { json?: true; chart?: string }) =>
    (await import('./cli/scores.ts')).scores(query, options),
  )

program
  .command('sample')
  .description('fill an empty record with a believable past that ends now')
  .option('--days <n>', 'how far back it goes', '90')
  .option('--responses <n>', 'how many customers answered', '10000')
  .option('--seed <n>', 'the same seed gives the same past', '1')
  .action(async (options: { days: string; responses: string; seed: string }) =>
    (await import('./cli/sample.ts')).sample(options),
  )

program
  .command('erase')
  .argument('<customer>', 'the customer’s id in your systems, or ours')
  .description('take a customer’s words and identity out of the record; counts stay true')
  .action(async (customer: string) => (await import('./cli/record.ts')).erase(customer))

program
  .command('recount')
  .description('count all answers anew and say where the counts differed')
  .action(async () => (await import('./cli/record.ts')).recount())

program
  .command('retag')
  .description(
    'read all comments anew after a change of rules or themes, and say what is different; goes on where it was',
  )
  .action(async () => (await import('./cli/retag.ts')).retag())

const themes = program.command('themes').description('themes and words of your own')
themes
  .command('check')
  .argument('<file>', 'a taxonomy file')
  .description('check it; every problem with line and path')
  .action(async (file: string) => (await import('./cli/themes.ts')).check(file))
themes
  .command('test')
  .argument('<file>', 'a taxonomy file')
  .description('what it would tag differently on the record; nothing is changed')
  .action(async (file: string) => (await import('./cli/themes.ts')).test(file))

program
  .command('key')
  .description('issue a one-time key for the web page; list who has one, or withdraw them')
  .addOption(new Option('--role <role>').choices(['agent', 'lead', 'manager', 'admin']))
  .option('--staff <id>', 'for this member of staff in afterword.yaml')
  .option('--list', 'who may sign in, and by what')
  .option('--withdraw <staff>', 'by id or name: signed out, and no key of theirs works any more')
  .action(async (options: KeyOptions) => (await import('./cli/key.ts')).key(options))

const failed = program.command('failed').description('events whose turn failed')
failed
  .command('list')
  .description('what failed and has not been replayed')
  .action(async () => (await import('./cli/failed.ts')).list())
failed
  .command('replay')
  .argument('[id...]', 'without any, all')
  .description('play failed events again')
  .action(async (ids: string[]) => (await import('./cli/failed.ts')).replay(ids))

const letters = program.command('dead').description('messages that could not be delivered')
letters
  .command('list')
  .description('dead letters and why')
  .action(async () => (await import('./cli/dead.ts')).list())
letters
  .command('retry')
  .argument('[id...]', 'without any, all')
  .description('put them back into the outbox')
  .action(async (ids: string[]) => (await import('./cli/dead.ts')).retry(ids))

const BAD_USE = 2

/** A configuration that cannot be used is bad use too. Anything else is one clear line, without a stack. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_USE
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message : String(error)
  console.error(
    code === 'EADDRINUSE' ? 'The port is in use: choose another with PORT=8081, or stop what listens there.' : message,
  )
  return code === 'configuration' || code === 'usage' ? BAD_USE : 1
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}
