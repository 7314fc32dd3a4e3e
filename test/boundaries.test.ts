import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/root.ts'

/** Room → the rooms that it may know. What is pure knows only what is pure; decisions know no store; adapters know the port alone. */
const MAY_KNOW: Record<string, string[]> = {
  'src/locale.ts': [],
  'src/marks.ts': [],
  'src/root.ts': [],
  'src/body.ts': [],
  'src/network.ts': [],
  'src/secret.ts': [],
  'src/channel.ts': [],
  'src/words': ['src/locale.ts'],
  'src/problem.ts': ['src/locale.ts', 'src/words'],
  'src/duration.ts': ['src/problem.ts'],
  'src/text': ['src/locale.ts', 'src/problem.ts'],
  'src/flow': ['src/locale.ts', 'src/duration.ts', 'src/problem.ts', 'src/text'],
  'src/engine': ['src/channel.ts', 'src/locale.ts', 'src/duration.ts', 'src/flow', 'src/task', 'src/text'],
  'src/task': ['src/channel.ts', 'src/locale.ts', 'src/duration.ts', 'src/problem.ts', 'src/text', 'src/words'],
  'src/asking': ['src/locale.ts', 'src/duration.ts', 'src/problem.ts', 'src/words'],
  'src/scores': ['src/locale.ts', 'src/text', 'src/words'],
  'src/environment.ts': ['src/locale.ts', 'src/problem.ts', 'src/words'],
  'src/onboarding.ts': ['src/words'],
  'src/config.ts': [
    'src/environment.ts',
    'src/locale.ts',
    'src/duration.ts',
    'src/asking',
    'src/problem.ts',
    'src/task',
    'src/text',
  ],
  'src/store': [
    'src/asking',
    'src/channel.ts',
    'src/config.ts',
    'src/engine',
    'src/flow',
    'src/scores',
    'src/task',
    'src/text',
    'src/words',
  ],
  'src/outbox': ['src/channel.ts', 'src/store'],
  'src/sample': [
    'src/asking',
    'src/channel.ts',
    'src/config.ts',
    'src/flow',
    'src/locale.ts',
    'src/outbox',
    'src/root.ts',
    'src/store',
    'src/turn',
    'src/words',
  ],
  'src/picture': ['src/channel.ts', 'src/root.ts', 'src/scores'],
  'src/fleet': ['src/channel.ts'],
  'src/turn': [
    'src/asking',
    'src/channel.ts',
    'src/config.ts',
    'src/engine',
    'src/flow',
    'src/locale.ts',
    'src/scores',
    'src/store',
    'src/task',
    'src/text',
    'src/words',
  ],
  'src/http': [
    'src/asking',
    'src/body.ts',
    'src/channel.ts',
    'src/locale.ts',
    'src/secret.ts',
    'src/turn',
    'src/words',
  ],
  'adapters/web': ['src/body.ts', 'src/channel.ts', 'src/locale.ts'],
  'adapters/telegram': [
    'src/body.ts',
    'src/channel.ts',
    'src/locale.ts',
    'src/marks.ts',
    'src/network.ts',
    'src/onboarding.ts',
    'src/secret.ts',
  ],
  'adapters/slack': [
    'src/body.ts',
    'src/channel.ts',
    'src/locale.ts',
    'src/marks.ts',
    'src/network.ts',
    'src/onboarding.ts',
  ],
  'adapters/teams': [
    'src/body.ts',
    'src/channel.ts',
    'src/locale.ts',
    'src/marks.ts',
    'src/network.ts',
    'src/onboarding.ts',
  ],
  'adapters/webhook': ['src/body.ts', 'src/channel.ts', 'src/network.ts', 'src/onboarding.ts'],
  'adapters/web/page': ['src/channel.ts', 'src/locale.ts', 'src/marks.ts'],
  'src/cli': [
    'src/channels.ts',
    'src/config.ts',
    'src/environment.ts',
    'src/flow',
    'src/locale.ts',
    'src/main.ts',
    'src/network.ts',
    'src/onboarding.ts',
    'src/picture',
    'src/problem.ts',
    'src/root.ts',
    'src/sample',
    'src/scores',
    'src/store',
    'src/text',
    'src/turn',
    'src/words',
  ],
}
const KNOWS_ALL = [
  'src/main.ts',
  'src/ground.ts',
  'src/traffic.ts',
  'src/routes.ts',
  'src/channels.ts',
  'src/published.ts',
  'src/sharing.ts',
  'src/cli.ts',
]
const PURE = ['src/engine', 'src/task', 'src/asking', 'src/text', 'src/scores', 'src/flow']
const IO = /^(node:(fs|http|https|net|child_process|timers|worker_threads)|pg|hono|@hono\/)/

const files = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
)
const rooms = Object.keys(MAY_KNOW).sort((a, b) => b.length - a.length)
const roomOf = (file: string): string | undefined => rooms.find((room) => file === room || file.startsWith(`${room}/`))
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\(|^import)\s*'([^']+)'/gm)].flatMap(
    ([, from]) => from ?? [],
  )

test('every file stands in a room', () => {
  expect(files.filter((file) => !KNOWS_ALL.includes(file) && roomOf(file) === undefined)).toEqual([])
})

test('imports run downwards only', () => {
  const upwards = files
    .filter((file) => !KNOWS_ALL.includes(file))
    .flatMap((file) => {
      const room = roomOf(file) ?? ''
      const allowed = [room, ...(MAY_KNOW[room] ?? [])]
      return importsOf(file)
        .filter((from) => from.startsWith('.'))
        .map((from) => normalize(join(dirname(file), from)))
        .filter((target) => !allowed.some((each) => target === each || target.startsWith(`${each}/`)))
        .map((target) => `${file} → ${target}`)
    })
  expect(upwards).toEqual([])
})

test('one file imports adapters', () => {
  const importers = files.filter(
    (file) => file.startsWith('src/') && importsOf(file).some((from) => from.includes('adapters/')),
  )
  expect(importers).toEqual(['src/channels.ts'])
})

test('what decides reads no clock, no random source, no environment and no file', () => {
  const impure = files
    .filter((file) => PURE.some((room) => file.startsWith(`${room}/`)) && !LOADERS.includes(file))
    .filter((file) => {
      const code = readFileSync(join(root, file), 'utf8')
      return (
        /Date\.now|new Date\(\)|DateTime\.(?:now|local|utc)\(\)|performance\.now|Math\.random|random(?:UUID|Bytes|Int)|process\.env/.test(
          code,
        ) || importsOf(file).some((from) => IO.test(from))
      )
    })
  expect(impure).toEqual([])
})

/** What is shipped with the product is read once, by these. */
const LOADERS = ['src/text/shipped.ts', 'src/text/built.ts', 'src/text/precompile.ts', 'src/flow/load.ts']

test('the root of natural is never loaded: it reads .env, prints, and connects to databases', () => {
  expect(files.filter((file) => importsOf(file).includes('natural'))).toEqual([])
})

/** The database server is a program of its own and is started with what any program needs: PATH, HOME, … */
const STARTS_PROGRAMS = 'src/store/server/command.ts'

test('the environment is read in one place', () => {
  const readers = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'))
  expect(readers).toEqual(['src/environment.ts', STARTS_PROGRAMS])
})
