import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { SCOPES } from '../../adapters/slack/manifest.ts'
import { withSettings } from '../../src/cli/env-file.ts'
import { root } from '../../src/root.ts'
import { platform } from './platform.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'afterword-setup-'))

/** Runs the built command line in a folder of its own. */
function afterword(
  cwd: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'dist/src/cli.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        out += chunk
      })
    }
    child.on('close', (code) => resolve({ code, out }))
  })
}

const BOT_TOKEN = 'xoxb-hidden-1'
const APP_TOKEN = 'xapp-hidden-2'
const slack = () =>
  platform((method) =>
    method === 'auth.test'
      ? { headers: { 'x-oauth-scopes': SCOPES.join(',') }, body: { ok: true, team: 'Acme', user: 'afterword' } }
      : { body: { ok: true, url: 'wss://slack.example/link' } },
  )

test('Slack is set up without a question, and the doctor finds it well', async () => {
  const cwd = folder()
  writeFileSync(join(cwd, '.env'), '# ours\nPORT=8123\nSLACK_BOT_TOKEN=\n')
  const { url } = await slack()
  const env = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: `${url}/api/` }
  const { code, out } = await afterword(cwd, ['setup', 'slack', '--no-input'], env)
  expect([code, out]).toEqual([0, expect.stringContaining('✓ slack: The token is good; the bot is afterword in Acme.')])
  expect(JSON.parse(readFileSync(join(cwd, 'slack-app.json'), 'utf8'))).toMatchObject({
    settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } },
  })
  expect(readFileSync(join(cwd, '.env'), 'utf8')).toBe(
    `# ours\nPORT=8123\nSLACK_BOT_TOKEN=${BOT_TOKEN}\nSLACK_APP_TOKEN=${APP_TOKEN}\n`,
  )
  expect(statSync(join(cwd, '.env')).mode & 0o777).toBe(0o600)
  const well = await afterword(cwd, ['doctor'], { SLACK_API_URL: `${url}/api/`, LANG: 'zh_TW.UTF-8' })
  expect([well.code, well.out]).toEqual([0, expect.stringContaining('✓ slack：Socket Mode 可以連線。')])
  expect(out + well.out).not.toContain('hidden')
})

test('the doctor finds in the owner’s files what a start would find, in the same words', async () => {
  const cwd = folder()
  writeFileSync(join(cwd, 'ours.yaml'), 'teams: { refunds: { flow: cast } }')
  const ill = await afterword(cwd, ['doctor'], { AFTERWORD_CONFIG: 'ours.yaml' })
  expect([ill.code, ill.out]).toEqual([
    1,
    expect.stringContaining(
      '✗ Settings: ours.yaml teams.refunds.flow: there is no live flow “cast”. Add it, or mend the name.',
    ),
  ])
  writeFileSync(join(cwd, 'ours.yaml'), 'teams: { refunds: { flow: nps } }')
  const well = await afterword(cwd, ['doctor'], { AFTERWORD_CONFIG: 'ours.yaml' })
  expect([well.code, well.out]).toEqual([0, expect.stringContaining('✓ Settings: The environment, ours.yaml and')])
})

test('an id that is nobody’s on its channel is worth a look, with one that could be', async () => {
  const cwd = folder()
  const guid = '7faf8ab2-3d56-4244-b585-20c8a42ed2b8'
  const person = (identities: string) => `{ roles: [agent], identities: { ${identities} } }`
  const good = person(`web: bo, slack: U0123ABCD, teams: ${guid}, telegram: "5100000001"`)
  const bad = person(`slack: li, teams: ${guid.toUpperCase()}, telegram: li_mei`)
  writeFileSync(join(cwd, 'afterword.yaml'), `staff:\n  bo: ${good}\n  li: ${bad}`)
  const { code, out } = await afterword(cwd, ['doctor'], {})
  expect(code).toBe(0)
  expect(out).toContain(
    '! Settings: afterword.yaml staff.li.identities.telegram: “li_mei” is nobody’s id on telegram. Write the person’s own id there, such as 5100000001, or leave it out and let them write link to the bot.',
  )
  expect(out.match(/staff\.\w+\.identities\.\w+/g)).toEqual(
    ['slack', 'teams', 'telegram'].map((channel) => `staff.li.identities.${channel}`),
  )
})

test('who is to be reached on a channel that is not set up is worth a look, and nothing fails for it', async () => {
  const cwd = folder()
  const staff =
    'staff: { bo: { roles: [agent], identities: { web: bo, slack: U0123ABC1 } }, li: { roles: [lead], identities: { slack: U0123ABC2 } } }'
  writeFileSync(join(cwd, 'afterword.yaml'), staff)
  const { code, out } = await afterword(cwd, ['doctor'], {})
  expect([code, out]).toEqual([0, expect.stringContaining('✓ Settings: ')])
  expect(out).toContain(
    '! Settings: afterword.yaml staff: slack is not set up, so nobody reaches bo, li there. Set it up, or mend its name: the channels are web, slack, telegram, teams, webhook.',
  )
  const { url } = await slack()
  const env = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: `${url}/api/` }
  expect((await afterword(cwd, ['doctor'], env)).out).not.toContain('! Settings')
})

test('what the platform does not accept is not kept, and the doctor says what to do about it', async () => {
  const cwd = folder()
  const { url } = await platform(() => ({ body: { ok: false, error: 'invalid_auth' } }))
  const env = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: `${url}/api/` }
  const { code, out } = await afterword(cwd, ['setup', 'slack', '--no-input'], env)
  expect([code, out]).toEqual([2, expect.stringContaining('Nothing was written.')])
  expect(() => statSync(join(cwd, '.env'))).toThrow('ENOENT')
  const ill = await afterword(cwd, ['doctor'], env)
  expect([ill.code, ill.out]).toEqual([
    1,
    expect.stringContaining('✗ slack: Slack does not accept SLACK_BOT_TOKEN (invalid_auth).'),
  ])
  expect(out + ill.out).not.toContain('hidden')
})

test('everything that is missing or wrong is named at once, with where to find it', async () => {
  const { code, out } = await afterword(folder(), ['setup', 'slack', '--no-input'], { SLACK_BOT_TOKEN: 'hidden' })
  expect(code).toBe(2)
  expect(out).toContain('SLACK_BOT_TOKEN must begin with xoxb-')
  expect(out).toContain('SLACK_APP_TOKEN is missing. In the app’s settings')
  expect(out).not.toContain('hidden')
})

test('a connector gets a secret that is made up, and nobody sees it', async () => {
  const cwd = folder()
  const { url } = await platform(() => ({ body: {} }))
  const { code, out } = await afterword(cwd, ['setup', 'webhook', '--no-input'], { WEBHOOK_URL: `${url}/in` })
  expect([code, out]).toEqual([0, expect.stringContaining('WEBHOOK_SECRET was made up for you.')])
  const secret = parseEnv(readFileSync(join(cwd, '.env'), 'utf8')).WEBHOOK_SECRET ?? ''
  expect(secret).toMatch(/^whsec_/)
  expect(out).not.toContain(secret)
})

test('settings stand in place of the old ones, and whatever they hold is read back as it was', () => {
  const text = 'A=1\n# B=2\nexport B="two"\n\nC=3\n'
  expect(withSettings(text, { B: 'x y', D: '#1' })).toBe("A=1\n# B=2\nB='x y'\n\nC=3\nD='#1'\n")
  expect(withSettings('', { A: '1' })).toBe('A=1\n')
  for (const value of ['whsec_a+b/c==', 'a#b', 'a b', '"quoted"', '4242:A-b_c', '$HOME'])
    expect(parseEnv(withSettings('', { A: value }))).toEqual({ A: value })
})
