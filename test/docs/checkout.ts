import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { root } from '../../src/root.ts'

const NOBODY = 65_534
/** What a reader may change by a command of the docs; the rest of the checkout is only lent. */
const OWN = ['flows']
const LEFT_OUT = ['.git', '.afterword', '.env', 'afterword.yaml']

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** A folder that looks like a fresh checkout, in which the commands of the docs do no harm. */
export interface Checkout {
  folder: string
  /** Where a bot started here listens. */
  origin: string
  /** Runs what a reader would paste into a shell. */
  run(code: string): Promise<Ran>
  /** Runs a command that starts the bot, until it says that it is ready. @returns what stops it, as Ctrl-C does */
  start(code: string): Promise<() => Promise<void>>
  remove(): void
}

export async function openCheckout(settings: Record<string, string> = {}): Promise<Checkout> {
  const folder = furnished()
  const port = await freePort()
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...settings }
  // In a group of its own, so that an interrupt reaches all of it, as in a terminal.
  const shell = (code: string): ChildProcess =>
    spawn('sh', ['-ec', code.replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`)], { cwd: folder, env, detached: true })
  return {
    folder,
    origin: `http://127.0.0.1:${port}`,
    async run(code) {
      const child = shell(code)
      const [out, err] = [collected(child.stdout), collected(child.stderr)]
      const [exit] = await once(child, 'close')
      return { code: typeof exit === 'number' ? exit : null, out: out(), err: err() }
    },
    async start(code) {
      const child = shell(code)
      await ready(child)
      return async () => {
        if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
        const ended = once(child, 'close')
        process.kill(-child.pid, 'SIGINT')
        await ended
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function furnished(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-docs-'))
  for (const name of readdirSync(root)) {
    if (OWN.includes(name)) cpSync(join(root, name), join(folder, name), { recursive: true })
    else if (!LEFT_OUT.includes(name)) symlinkSync(join(root, name), join(folder, name))
  }
  mkdirSync(join(folder, '.afterword'))
  // Under root the server runs as this user; in a folder of its own all of it goes with the test.
  if (process.getuid?.() === 0) for (const path of [folder, join(folder, '.afterword')]) chownSync(path, NOBODY, NOBODY)
  return folder
}

function collected(stream: Readable | null): () => string {
  let text = ''
  stream?.on('data', (chunk) => {
    text += chunk
  })
  return () => text
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk
        if (/^Ready: /m.test(said)) resolve()
      })
    }
    child.once('close', (code) => reject(new Error(`it ended with ${code}:\n${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
