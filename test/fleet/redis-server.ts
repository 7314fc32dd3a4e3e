import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../chaos/process.ts'

/** A Redis of the test's own, which keeps nothing on disk: what it knew is gone when it comes back. */
export interface RedisServer {
  url: string
  /** With kill -9. */
  kill(): Promise<void>
  /** At the same address. */
  start(): Promise<void>
  /** Has it do something in words of Redis' own protocol, as whoever has the password. */
  command(words: string, password?: string): Promise<void>
  /** It takes connections and answers nothing, until the returned function is called. */
  hang(): () => void
}

export async function openRedis(binary: string): Promise<RedisServer> {
  const port = await freePort()
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const options = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--loglevel',
      'warning',
    ]
    child = spawn(binary, options, { stdio: 'ignore', cwd: '/' })
    const died = once(child, 'exit').then(() => {
      throw new Error('redis-server ended by itself')
    })
    died.catch(() => undefined)
    await Promise.race([answers(port), died])
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async command(words, password) {
      await ask(port, `${password === undefined ? '' : `AUTH ${password}\r\n`}${words}\r\n`)
    },
    hang() {
      child?.kill('SIGSTOP')
      return () => void child?.kill('SIGCONT')
    },
  }
}

async function answers(port: number): Promise<void> {
  for (;;) {
    try {
      if ((await ask(port, 'PING\r\n')).startsWith('+PONG')) return
    } catch {
      // not there yet
    }
    await pause(20)
  }
}

async function ask(port: number, words: string): Promise<string> {
  const socket = new Socket()
  try {
    socket.connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(words)
    const [reply] = await once(socket, 'data')
    return String(reply)
  } finally {
    socket.destroy()
  }
}
