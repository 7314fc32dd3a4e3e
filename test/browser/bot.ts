import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../src/root.ts'

const NOBODY = 65_534

/** The bot as a newcomer starts it: its own process, its own folder, its own database. */
export interface Bot {
  origin: string
  /** The address it printed last, with a key that is good once. */
  address: string
  stop(): Promise<void>
  start(): Promise<void>
  /** Stops it for good and takes its folder away. */
  end(): Promise<void>
}

/** `settings` is its afterword.yaml, `first` a command to be run before it starts. */
export async function startBot(settings = '', env: Record<string, string> = {}, first: string[] = []): Promise<Bot> {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-browser-'))
  const data = join(folder, '.afterword')
  await mkdir(data)
  // The server's user under root cannot be root; it gets the folder, so that all of it goes with the test.
  if (process.getuid?.() === 0) for (const path of [folder, data]) await chown(path, NOBODY, NOBODY)
  if (settings !== '') await writeFile(join(folder, 'afterword.yaml'), settings)
  const port = await freePort()
  let child: ChildProcess | null = null
  const bot: Bot = {
    origin: `http://127.0.0.1:${port}`,
    address: '',
    async start() {
      const started = run(folder, port, env)
      child = started
      bot.address = await printed(started, bot.origin)
    },
    async stop() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGINT')
      await exit
    },
    async end() {
      await bot.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  try {
    if (first.length > 0) await ended(run(folder, port, env, first))
    await bot.start()
  } catch (error) {
    await bot.end()
    throw error
  }
  return bot
}

function run(cwd: string, port: number, more: Record<string, string>, command = ['start']): ChildProcess {
  return spawn(process.execPath, [join(root, 'dist', 'src', 'cli.js'), ...command], {
    cwd,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      AFTERWORD_FOLDER: join(cwd, '.afterword'),
      LOG_LEVEL: 'warn',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** @throws what was said when it did not end well */
async function ended(child: ChildProcess): Promise<void> {
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(String(data)))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The command ended with ${code}:\n${said.join('')}`)
}

/** The first line with an address; what was said instead when it ends without one. */
function printed(child: ChildProcess, origin: string): Promise<string> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      createInterface(stream).on('line', (line) => {
        said.push(line)
        const [address] = /https?:\/\/\S+#key=\S+/.exec(line) ?? []
        if (address !== undefined) resolve(origin + address.slice(address.indexOf('/#')))
      })
    }
    child.once('exit', (code) => reject(new Error(`The bot ended with ${code}:\n${said.join('\n')}`)))
  })
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
