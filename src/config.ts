/** The owner's file `afterword.yaml`, and with the environment the whole `Config`: or every problem of both at once. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { askingSchema } from './asking/ask.ts'
import { durationSchema } from './duration.ts'
import { type Environment, readEnvironment, surroundings, terminalLocale } from './environment.ts'
import { LOCALES, type Locale } from './locale.ts'
import { type Finding, readYaml, saidOf, written, wrong } from './problem.ts'
import { calendarSchema } from './task/calendar.ts'
import { DEFAULT_RULES, type Rule, ruleSchema } from './task/rules.ts'
import { checkTaxonomy } from './text/own.ts'
import { shippedTaxonomy, type Taxonomy } from './text/taxonomy.ts'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, wrong('problem.id', 'mend.characters'))
const locale = z.enum(LOCALES)
const timeZone = z.string().refine((zone) => IANAZone.isValidZone(zone), wrong('problem.time_zone', 'mend.time_zone'))
const percent = z.number().min(0).max(100)
const words = z.partialRecord(locale, z.string().min(1))

/** Things by id, without what every object has: a trigger for the team `constructor` is about none of them. */
const alone = <T extends object>(things: T): T => Object.assign(Object.create(null), things)

const fileSchema = z
  .strictObject({
    programme: z
      .strictObject({
        name: z
          .string()
          .min(1)
          .max(100)
          .default('Afterword')
          .describe('Shown to customers where a text says {programme}.'),
        timeZone: timeZone
          .optional()
          .describe(
            'IANA zone, such as Asia/Shanghai: which day a service counts to, quiet hours, and the times that staff read. Left out: that of the machine.',
          ),
        locales: z
          .array(locale)
          .min(1)
          .default(['en', 'zh-Hans', 'zh-Hant'])
          .describe('The first is spoken when nothing better is known of a person.'),
        privacy: z
          .url(wrong('problem.url', 'mend.url'))
          .optional()
          .describe('Address of your privacy notice; the first question links to it.'),
      })
      .prefault({})
      .describe('Who asks, in which languages, in whose time.'),
    teams: z
      .record(
        id,
        z.strictObject({
          name: words.default({}).describe('What people call it, by language.'),
          lead: id
            .optional()
            .describe('Staff id of who leads it: sees every task of the team, and gets `assign: lead`.'),
          calendar: id.optional().describe('Its working hours, by name, from `calendars`; left out: always open.'),
          flow: id.default('csat').describe('Id of the flow that its customers are asked with.'),
        }),
      )
      .transform(alone)
      .prefault({})
      .describe('By the id that the trigger sends as `team`. A team that is not here is asked with `csat`.'),
    staff: z
      .record(
        id,
        z.strictObject({
          name: z.string().min(1).max(100).optional().describe('Left out: the id.'),
          roles: z
            .array(z.enum(['agent', 'lead', 'manager', 'admin']))
            .min(1)
            .describe('What the person may do; see docs/operations.md.'),
          teams: z.array(id).default([]).describe('Teams whose unclaimed tasks the person sees.'),
          locale: locale.optional().describe('Language of cards and answers; left out: the first of the programme.'),
          identities: z
            .record(id, id)
            .default({})
            .describe('Channel → the person’s id there, such as `web: mei`. A person without one is never written to.'),
        }),
      )
      .transform(alone)
      .prefault({})
      .describe('By an id of your choice. Who leaves the file is no longer staff at the next start.'),
    calendars: z
      .record(id, calendarSchema)
      .transform(alone)
      .prefault({})
      .describe('Working hours, by a name of your choice.'),
    targets: z
      .strictObject({
        responseRate: z.number().gt(0).max(1).default(0.6).describe('Share of those asked who are to answer.'),
        firstContact: durationSchema
          .default('1d')
          .describe(
            'How soon a customer is contacted where the rule does not say: `1d` is by the same time on the next day of work, `8h` eight hours of work.',
          ),
        minimumN: z
          .int()
          .min(1)
          .default(5)
          .describe(
            'A score of fewer answers is not shown: it would tell of chance. It is not there to hide anybody, as what is left out can be worked out from the whole.',
          ),
        grades: z
          .strictObject({
            high: percent.default(90).describe('Percent from which a score is high.'),
            medium: percent.default(60).describe('Percent from which it is medium; below it is low.'),
          })
          .refine(({ high, medium }) => medium < high, wrong('problem.grades', 'mend.grades'))
          .prefault({})
          .describe('How a CSAT or CES is called; an NPS has no grade.'),
      })
      .prefault({})
      .describe('What answers are measured against.'),
    rules: z
      .array(ruleSchema)
      .default(DEFAULT_RULES)
      .describe(
        'When to open a task. Of the rules that hold the most severe counts. Rules of your own replace all of the default ones.',
      ),
    asking: askingSchema.prefault({}).describe('Whom to ask, and when.'),
    taxonomy: z
      .string()
      .min(1)
      .optional()
      .describe(
        'File with themes and words of your own, beside this one; see docs/flows.md. Check it with `themes check`.',
      ),
  })
  .describe('afterword.yaml: every key may be left out.')

const CONFIG = 'afterword.yaml'

type OwnersFile = z.infer<typeof fileSchema>

export type Config = Omit<OwnersFile, 'taxonomy' | 'programme'> & {
  programme: OwnersFile['programme'] & { timeZone: string }
  /** What the owner's file is called, whether it is there or not. */
  file: string
  /** The owner's themes with the shipped ones; left out: the shipped ones alone. */
  taxonomy?: Taxonomy
  env: Environment
  /** Folder of the embedded server. */
  folder: string
}

/** Everything that is wrong with the configuration, one line each: where, what, and what to do. */
export class ConfigError extends Error {
  readonly code = 'configuration'
  readonly problems: string[]
  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** JSON Schema of `afterword.yaml`, for editors and for the reference page. */
export const configJsonSchema = (): object => z.toJSONSchema(fileSchema, { io: 'input' })

/** @throws ConfigError with every problem of the file and the environment, in the language of whoever starts it. */
export function loadConfig(environment = surroundings(), cwd = process.cwd()): Config {
  const locale = terminalLocale(environment)
  const problems: string[] = []
  const name = environment.AFTERWORD_CONFIG || CONFIG
  const file = readFile(environment.AFTERWORD_CONFIG, cwd, locale, problems)
  const env = readEnvironment(environment, locale, problems)
  const named = file?.taxonomy && resolve(dirname(resolve(cwd, name)), file.taxonomy)
  const taxonomy = named ? readTaxonomy(named, locale, problems) : undefined
  problems.push(...unknownThemes(name, file?.rules ?? [], taxonomy, locale))
  if (!file || !env || problems.length > 0) throw new ConfigError(problems)
  const { taxonomy: _, ...rest } = file
  const programme = { ...file.programme, timeZone: file.programme.timeZone ?? machineZone() }
  return {
    ...rest,
    programme,
    file: name,
    ...(taxonomy ? { taxonomy } : {}),
    env,
    folder: resolve(cwd, env.AFTERWORD_FOLDER),
  }
}

/** The machine's own time zone; UTC where it tells none. */
function machineZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return IANAZone.isValidZone(timeZone) ? timeZone : 'UTC'
}

/** A rule on a theme that no comment can have would never hold. */
function unknownThemes(file: string, rules: readonly Rule[], taxonomy: Taxonomy | undefined, locale: Locale): string[] {
  return rules.flatMap(({ when: { theme = [] } }, index) =>
    [theme].flat().flatMap((name) => {
      if (name in (taxonomy ?? shippedTaxonomy()).themes) return []
      const place = `${file} rules.${index}.when.theme`
      return [
        saidOf(locale, place, {
          is: 'problem.nowhere_named',
          mend: 'mend.add_or_mend',
          values: { what: 'theme', name },
        }),
      ]
    }),
  )
}

/** A file that is not there, and the setting that names it. */
const noFile = (locale: Locale, file: string, setting: string): string =>
  saidOf(locale, file, { is: 'problem.no_file', mend: 'mend.file', values: { setting } })

function readTaxonomy(path: string, locale: Locale, problems: string[]): Taxonomy | undefined {
  const name = basename(path)
  if (!existsSync(path)) {
    problems.push(noFile(locale, name, 'taxonomy'))
    return undefined
  }
  const checked = checkTaxonomy(name, readFileSync(path, 'utf8'), locale)
  if ('taxonomy' in checked) return checked.taxonomy
  problems.push(...checked.problems.map((problem) => written(locale, problem)))
  return undefined
}

function readFile(named: string | undefined, cwd: string, locale: Locale, problems: string[]) {
  const name = named || CONFIG
  const path = resolve(cwd, name)
  if (!existsSync(path)) {
    if (named) problems.push(noFile(locale, name, 'AFTERWORD_CONFIG'))
    return fileSchema.parse({})
  }
  const read = readYaml(name, readFileSync(path, 'utf8'), () => fileSchema, locale)
  const found = 'problems' in read ? read.problems : read.placed(crossFindings(read.value))
  problems.push(...found.map((problem) => written(locale, problem)))
  return 'value' in read ? read.value : null
}

function crossFindings({ teams, staff, calendars, rules }: OwnersFile): Finding[] {
  const missing = (path: PropertyKey[], what: string, name: string | undefined, among: object): Finding[] =>
    name === undefined || name in among
      ? []
      : [{ path, is: 'problem.nowhere_named', mend: 'mend.add_or_mend', values: { what, name } }]
  return [
    ...Object.entries(teams).flatMap(([id, { lead, calendar }]) => [
      ...missing(['teams', id, 'lead'], 'staff', lead, staff),
      ...missing(['teams', id, 'calendar'], 'calendar', calendar, calendars),
    ]),
    ...Object.entries(staff).flatMap(([id, person]) =>
      person.teams.flatMap((team) => missing(['staff', id, 'teams'], 'team', team, teams)),
    ),
    ...sharedIdentities(staff),
    // Where teams are listed, a rule is about one of them.
    ...rules.flatMap(({ when: { team = [] } }, index) =>
      Object.keys(teams).length === 0
        ? []
        : [team].flat().flatMap((name) => missing(['rules', index, 'when', 'team'], 'team', name, teams)),
    ),
    ...rules.flatMap(({ open: { assign } }, index) =>
      assign === 'lead' ? [] : missing(['rules', index, 'open', 'assign'], 'staff', assign, staff),
    ),
  ]
}

/** Who writes on a channel is one member of staff. */
function sharedIdentities(staff: OwnersFile['staff']): Finding[] {
  const held = new Map<string, string>()
  return Object.entries(staff).flatMap(([id, { identities }]) =>
    Object.entries(identities).flatMap(([channel, name]): Finding[] => {
      const other = held.get(`${channel} ${name}`)
      held.set(`${channel} ${name}`, id)
      if (other === undefined) return []
      const path = ['staff', id, 'identities', channel]
      return [{ path, is: 'problem.shared_identity', mend: 'mend.remove_one', values: { channel, name, other } }]
    }),
  )
}
