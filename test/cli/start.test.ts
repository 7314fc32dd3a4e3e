import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../src/root.ts'

const NOBODY = 65_534

/** A folder for the embedded server; under root it belongs to nobody, so that the server leaves nothing elsewhere. */
async function folder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'afterword-start-'))
  const own = join(parent, '.afterword')
  await mkdir(own)
  if (process.getuid?.() === 0) for (const path of [parent, own]) await chown(path, NOBODY, NOBODY)
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return own
}

interface Running {
  child: ChildProcess
  address: URL
  said: () => string
  ended: Promise<number | null>
}

/** Starts the bot as `npm start` does, and resolves when it says where it is. */
function start(at: string, more: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'dist/src/cli.js'), 'start'], {
    cwd: root,
    env: { PATH: process.env.PATH, AFTERWORD_ENV_FILE: '', AFTERWORD_FOLDER: at, PORT: '0', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  let text = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString()
      const address = /(?:Ready: |已就緒：)(\S+)/.exec(text)?.[1]
      if (address) resolve({ child, address: new URL(address), said: () => text, ended })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)))
  })
}

test('start brings everything, says one address, and Ctrl-C stops what it started', async () => {
  const at = await folder()
  const first = await start(at)
  expect(first.address.hash).toMatch(/^#key=[\w-]{32}$/)
  const get = async (path: string) => {
    const response = await fetch(new URL(path, first.address))
    return { status: response.status, text: await response.text() }
  }
  expect(await get('/healthz')).toMatchObject({ status: 200 })
  expect(await get('/readyz')).toMatchObject({ status: 200 })
  expect(await get('/')).toMatchObject({ status: 200, text: expect.stringContaining('<html') })
  expect((await get('/metrics')).text).toContain('afterword_outbox_rows{state="due"} 0')
  expect(JSON.parse((await get('/openapi.json')).text)).toMatchObject({ openapi: '3.1.0' })
  expect(await get('/nothing')).toMatchObject({ status: 404 })

  first.child.kill('SIGINT')
  first.child.kill('SIGINT') // npm hands on what the terminal has sent already
  expect(await first.ended).toBe(0)
  expect(first.said()).toContain('Stopped.')

  const second = await start(at)
  expect(second.said()).not.toContain('newest shape')
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('the owner reads cards and answers in the language of the terminal', async () => {
  const { child, address, ended } = await start(await folder(), { LANG: 'zh_TW.UTF-8' })
  const response = await fetch(new URL('/staff/session', address), {
    method: 'POST',
    headers: { origin: address.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key: address.hash.slice('#key='.length) }),
  })
  expect(await response.json()).toMatchObject({ id: 'owner', locale: 'zh-Hant' })
  child.kill('SIGTERM')
  await ended
})

test('a port in use is told in one line, and nothing goes on that had begun', async () => {
  const first = await start(await folder())
  const again = spawn(process.execPath, [join(root, 'dist/src/cli.js'), 'start'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      AFTERWORD_ENV_FILE: '',
      AFTERWORD_FOLDER: await folder(),
      PORT: first.address.port,
      LOG_LEVEL: 'silent',
      TELEGRAM_BOT_TOKEN: '1:never-there',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9/',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  again.stderr.on('data', (chunk) => {
    told += chunk
  })
  onTestFinished(() => void again.kill('SIGKILL'))
  expect(await new Promise((resolve) => again.once('close', resolve))).toBe(1)
  expect(told.trim().split('\n').at(-1)).toBe(
    'The port is in use: choose another with PORT=8081, or stop what listens there.',
  )
  first.child.kill('SIGTERM')
  await first.ended
})
