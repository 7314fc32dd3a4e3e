// Does what `docker build` and `docker run` would do with the Dockerfile, on a machine without Docker: each stage is a
// folder instead of a file system, on this machine's Node and Debian instead of the base image's. Then the container's
// command runs as the container's user until the health check passes, and is told to stop. Root only, on Linux.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ignores, parseDockerfile } from './dockerfile.mjs'

const HEALTHY_WITHIN_MS = 60_000

const checkout = dirname(dirname(fileURLToPath(import.meta.url)))
const stages = parseDockerfile(readFileSync(join(checkout, 'Dockerfile'), 'utf8'))
const ignored = ignores(readFileSync(join(checkout, '.dockerignore'), 'utf8'))
const top = mkdtempSync(join(tmpdir(), 'afterword-image-'))
execFileSync('chmod', ['755', top])

/** @typedef {{ root: string, folder: string, env: NodeJS.ProcessEnv, user: string, health: string[], command: string[] }} Built */

/** @returns {Built} */
function buildStage({ name, instructions }) {
  const built = { root: join(top, name), folder: '', env: {}, user: 'root', health: [], command: [] }
  built.folder = built.root
  for (const { word, rest } of instructions) {
    console.error(`${word} ${rest}`)
    if (word === 'WORKDIR') built.folder = join(built.root, rest)
    if (word === 'WORKDIR') mkdirSync(built.folder, { recursive: true })
    if (word === 'ENV') built.env[rest.slice(0, rest.indexOf('='))] = rest.slice(rest.indexOf('=') + 1)
    if (word === 'USER') built.user = rest
    if (word === 'COPY') copy(rest, built)
    if (word === 'RUN') runAsRoot(rest, built)
    if (word === 'CMD') built.command = JSON.parse(rest)
    if (word === 'HEALTHCHECK') built.health = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4))
  }
  return built
}

function copy(rest, { folder }) {
  const words = rest.split(' ')
  const stage = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : null
  const target = join(folder, words.pop())
  for (const source of words) {
    if (stage) cpSync(join(top, stage, source), target, { recursive: true, verbatimSymlinks: true })
    else if (source === '.')
      for (const name of readdirSync(checkout).filter((name) => !ignored(name)))
        cpSync(join(checkout, name), join(target, name), { recursive: true, verbatimSymlinks: true })
    else cpSync(join(checkout, source), join(target, source))
  }
}

function runAsRoot(command, { folder, env }) {
  const { status } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    env: { ...hostEnv(), ...env },
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error(`Dockerfile: this failed: RUN ${command}`)
}

/** What npm and Node need of this machine, and nothing of the settings that the checks run with. */
function hostEnv() {
  return { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: tmpdir() }
}

async function runContainer({ folder, env, user, health, command }) {
  const id = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  const port = await freePort()
  const options = {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env, PORT: String(port) },
    stdio: ['ignore', 2, 2],
    uid: id('-u'),
    gid: id('-g'),
  }
  const container = spawn(command[0], command.slice(1), options)
  const ended = once(container, 'exit')
  try {
    const until = Date.now() + HEALTHY_WITHIN_MS
    while (spawnSync(health[0], health.slice(1), options).status !== 0) {
      if (container.exitCode !== null) throw new Error(`The container ended by itself (${container.exitCode}).`)
      if (Date.now() > until) throw new Error(`The container was not healthy within ${HEALTHY_WITHIN_MS / 1000} s.`)
      await wait(250)
    }
    console.error('The container is healthy.')
  } finally {
    container.kill('SIGTERM')
  }
  const [code, signal] = await ended
  if (code !== 0) throw new Error(`The container did not stop in an orderly way (${code ?? signal}).`)
  console.error('The container has stopped in an orderly way.')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

try {
  await runContainer(stages.map(buildStage).at(-1))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(top, { recursive: true, force: true })
}
