/** Microsoft's own client for trying out bots, as a process of its own, in front of a bot that knows nothing of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { stringify } from 'yaml'
import { z } from 'zod'
import { APP } from './stand-in/issuer.ts'
import type { Teams } from './stand-in/teams.ts'

const require = createRequire(import.meta.url)

export const ALEX = '7faf8ab2-3d56-4244-b585-20c8a42ed2b8'

const person = (n: number, name: string) => ({
  id: `user-id-${n}`,
  name,
  userPrincipleName: `${n}@example.com`,
  aadObjectId: n === 0 ? ALEX : `7faf8ab2-3d56-4244-b585-00000000000${n}`,
  givenName: name,
  surname: name,
  email: `${n}@example.com`,
})

const CONTEXT = {
  version: '0.1.1',
  tenantId: APP.tenant,
  bot: { id: `28:${APP.id}`, name: 'Afterword' },
  currentUser: person(0, 'Alex Wilber'),
  users: [1, 2, 3, 4, 5].map((n) => person(n, `Colleague ${n}`)), // it wants five
  personalChat: { id: 'a:1personal' },
  groupChat: { id: '19:group@thread.v2', name: 'Group Chat' },
  team: {
    id: '19:team@thread.tacv2',
    name: 'My Team',
    aadGroupId: '00000000-0000-0000-0000-000000000031',
    channels: [{ id: '19:news@thread.tacv2', name: 'Announcements' }],
  },
}

export interface Playground {
  url: string
  close(): Promise<void>
}

/**
 * It sends without a token, which the bot rightly refuses. So a gate stands between the two, which signs what comes through with the keys of the
 * local issuer, as Teams would have done; the bot needs no door for it.
 */
export async function startPlayground(teams: Teams, bot: string): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-playground-'))
  const context = join(folder, 'context.yml')
  await writeFile(context, stringify(CONTEXT))
  const gate = await openGate(teams, bot)
  const port = await freePort()
  const cli = join(dirname(require.resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js')
  const options = ['--app-endpoint', gate.url, '--channel-id', 'msteams', '--port', String(port), '--disable-telemetry']
  const child = spawn(process.execPath, [cli, 'start', ...options], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: context,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((listening, failed) => {
    child.once('exit', (code) => failed(new Error(`the playground ended with ${code}`)))
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes(`Listening on ${port}`)) listening()
    })
  })
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      if (child.exitCode === null) {
        const exit = once(child, 'exit')
        child.kill()
        await exit
      }
      await gate.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const Sent = z.object({ serviceUrl: z.string() })

async function openGate(teams: Teams, bot: string) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    if (request.method !== 'POST') return void response.writeHead(200).end() // it asks first whether somebody is there
    const body = Buffer.concat(chunks).toString('utf8')
    const { serviceUrl } = Sent.parse(JSON.parse(body))
    const authorization = `Bearer ${await teams.issuer.token({ service: serviceUrl })}`
    const answer = await fetch(bot, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body,
    })
    response
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
      .end(await answer.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/messages`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
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
