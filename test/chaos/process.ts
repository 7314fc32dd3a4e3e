import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { root } from '../../src/root.ts'

/** A child that has said where it is. */
export interface Living {
  url: string
  /** Resolves when the system has taken the process away. */
  kill(): Promise<void>
  /** Rejects, with what it said last, when it ends without being killed. */
  failure: Promise<never>
}

const told = z.object({ url: z.string() })

/** Starts a program of test/children and waits for its address. Rejects with what it said when it ends before that. */
export async function launch(program: string, env: Record<string, string>): Promise<Living> {
  const child = spawn(process.execPath, [join(root, 'dist', 'test', 'children', `${program}.js`)], {
    cwd: root,
    env: { PATH: process.env.PATH, AFTERWORD_ENV_FILE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit')
  const said: string[] = []
  createInterface(child.stderr).on('line', (line) => said.push(line))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve(told.parse(JSON.parse(line)).url))
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}:\n${said.join('\n')}`)))
  })
  let killed = false
  const failure = gone.then(([code]) => {
    if (!killed) throw new Error(`${program} ended with ${code}:\n${said.slice(-20).join('\n')}`)
    return new Promise<never>(() => undefined)
  })
  failure.catch(() => undefined)
  return {
    url,
    failure,
    async kill() {
      killed = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await gone
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
