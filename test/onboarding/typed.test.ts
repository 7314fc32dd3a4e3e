/** Setting a channel up at the keyboard: the way of somebody who mistypes, pastes the wrong thing, changes their mind, comes back. */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SCOPES } from '../../adapters/slack/manifest.ts'
import { terminal } from '../requirements.ts'
import { type Answer, platform } from './platform.ts'
import { atTerminal } from './terminal.ts'

const ENTER = '\r'
const CTRL_C = '\x03'
const GOOD = '4242:the_good_hidden_one'
const folder = () => mkdtempSync(join(tmpdir(), 'afterword-typed-'))
const envOf = (cwd: string) => readFileSync(join(cwd, '.env'), 'utf8')

/** Telegram, which knows one token. */
const telegram = () =>
  platform((method, path): Answer => {
    if (!path.startsWith(`/bot${GOOD}/`))
      return { status: 401, body: { ok: false, error_code: 401, description: 'no' } }
    if (method === 'getMe')
      return { body: { ok: true, result: { id: 1, is_bot: true, first_name: 'Afterword', username: 'afterword_bot' } } }
    const info = { url: '', has_custom_certificate: false, pending_update_count: 0 }
    return { body: { ok: true, result: method === 'getWebhookInfo' ? info : true } }
  })

const slack = () =>
  platform((method) =>
    method === 'auth.test'
      ? { headers: { 'x-oauth-scopes': SCOPES.join(',') }, body: { ok: true, team: 'Acme', user: 'afterword' } }
      : { body: { ok: true, url: 'wss://slack.example/link' } },
  )

describe.skipIf(terminal('setting a channel up at the keyboard') === null)('at the keyboard', () => {
  test('nothing, nonsense and a wrong token are each answered with what to do; the right one is kept, and none is shown', async () => {
    const cwd = folder()
    const { url } = await telegram()
    const { code, out } = await atTerminal(cwd, ['setup', 'telegram'], { TELEGRAM_API_ROOT: url }, [
      ['TELEGRAM_BOT_TOKEN', ENTER],
      ['TELEGRAM_BOT_TOKEN is missing', `hidden${ENTER}`],
      ['must be as BotFather gives it', `${'\x7f'.repeat(6)}4242:a_wrong_hidden_one${ENTER}`],
      [/does not accept[\s\S]*Answer again[\s\S]*TELEGRAM_BOT_TOKEN/, `\x14${GOOD}${ENTER}`], // Ctrl-T shows nothing
    ])
    expect([code, out]).toEqual([0, expect.stringContaining('the bot is @afterword_bot')])
    expect(out).not.toContain('hidden')
    expect(envOf(cwd)).toBe(`TELEGRAM_BOT_TOKEN=${GOOD}\n`)
    expect(statSync(join(cwd, '.env')).mode & 0o777).toBe(0o600)
  })

  test('where Telegram is to call a bot that has not started yet, the settings are kept and Telegram is told', async () => {
    const cwd = folder()
    const { url, calls } = await telegram()
    const env = { TELEGRAM_API_ROOT: url, PUBLIC_URL: 'https://bot.example/' }
    const { code } = await atTerminal(cwd, ['setup', 'telegram'], env, [
      ['TELEGRAM_BOT_TOKEN', `${GOOD}${ENTER}`],
      ['TELEGRAM_SECRET_TOKEN', `a-secret-for-web-hooks${ENTER}`],
    ])
    expect([code, calls.includes('setWebhook')]).toEqual([0, true])
    expect(envOf(cwd)).toContain('TELEGRAM_SECRET_TOKEN=a-secret-for-web-hooks')
  })

  test('a second time, Enter keeps what is set, one value is changed, one emptied; Ctrl-C changes nothing', async () => {
    const cwd = folder()
    const before =
      '# ours\nPUBLIC_URL=https://bot.example/\nSLACK_BOT_TOKEN=xoxb-hidden-1\nSLACK_SIGNING_SECRET=hidden-3-hidden-3\n'
    writeFileSync(join(cwd, '.env'), before)
    const { url } = await slack()
    const env = { SLACK_API_URL: `${url}/api/` }
    const stopped = await atTerminal(cwd, ['setup', 'slack'], env, [
      ['PUBLIC_URL', `-${ENTER}`],
      ['SLACK_BOT_TOKEN', CTRL_C],
    ])
    expect([stopped.code, stopped.out]).toEqual([2, expect.stringContaining('no setting was kept')])
    expect(envOf(cwd)).toBe(before)
    const changed = await atTerminal(cwd, ['setup', 'slack'], env, [
      ['PUBLIC_URL', `-${ENTER}`],
      ['SLACK_BOT_TOKEN', ENTER],
      ['SLACK_APP_TOKEN', `xapp-hidden-2${ENTER}`],
    ])
    expect(changed.code).toBe(0)
    expect(stopped.out + changed.out).not.toContain('hidden')
    expect(envOf(cwd)).toBe(
      '# ours\nPUBLIC_URL=\nSLACK_BOT_TOKEN=xoxb-hidden-1\nSLACK_SIGNING_SECRET=hidden-3-hidden-3\nSLACK_APP_TOKEN=xapp-hidden-2\n',
    )
  })

  test.each([
    ['zh_TW.UTF-8', '須為完整的網址', '已為您產生 WEBHOOK_SECRET。'],
    ['zh_CN.UTF-8', '须为完整的地址', '已为您生成 WEBHOOK_SECRET。'],
  ])('in the language of the terminal (%s), and a secret that nobody has is made', async (LANG, wrong, made) => {
    const cwd = folder()
    const { url } = await platform(() => ({ body: {} }))
    const { code, out } = await atTerminal(cwd, ['setup', 'webhook'], { LANG }, [
      ['WEBHOOK_URL', `connector${ENTER}`],
      [wrong, `${'\x7f'.repeat(9)}${url}/in${ENTER}`],
      ['WEBHOOK_SECRET', ENTER],
    ])
    expect([code, out]).toEqual([0, expect.stringContaining(made)])
    expect(out).not.toMatch(/\b(must|missing|answers|Enter keeps)\b/)
    expect(envOf(cwd)).toMatch(/^WEBHOOK_URL=http.*\/in\nWEBHOOK_SECRET=whsec_\S{40,}\n$/)
  })
})
