import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const stages = z.array(
  z.object({ base: z.string(), instructions: z.array(z.object({ word: z.string(), rest: z.string() })) }),
)

function parsed() {
  const program = `
    import { readFileSync } from 'node:fs'
    import { ignores, parseDockerfile } from './scripts/dockerfile.mjs'
    const ignored = ignores(readFileSync('.dockerignore', 'utf8'))
    if (!ignored('.env') || !ignored('node_modules') || ignored('src')) throw new Error('.dockerignore')
    console.log(JSON.stringify(parseDockerfile(readFileSync('Dockerfile', 'utf8'))))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stages.parse(JSON.parse(stdout))
}

it('the container is made by commands that the checks run too, and by no others', () => {
  const run = parsed().flatMap(({ instructions }) =>
    instructions.filter(({ word }) => word === 'RUN').map(({ rest }) => rest),
  )
  expect(run).toEqual([
    'npm ci',
    'npm run build',
    'npm prune --omit=dev',
    'install -d -o node -g node -m 700 .afterword',
  ])
  // scripts/image.mjs takes them from the Dockerfile one by one.
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('node scripts/image.mjs')
})

it('the container runs as an ordinary user, is reachable, and tells whether it is well', () => {
  const last = parsed().at(-1)
  const the = (word: string) => last?.instructions.filter((one) => one.word === word).map(({ rest }) => rest)
  expect(last?.base).toBe('node:20-bookworm-slim')
  expect(the('USER')).toEqual(['node'])
  expect(the('ENV')).toEqual(['NODE_ENV=production', 'HOST=0.0.0.0', 'PORT=8080'])
  expect(the('HEALTHCHECK')?.join()).toContain('/healthz')
  expect(the('CMD')).toEqual(['["node", "dist/src/cli.js", "start"]'])
})
