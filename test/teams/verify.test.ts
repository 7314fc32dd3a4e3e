import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { standTeams } from './stand.ts'
import { APP, type Claims } from './stand-in/issuer.ts'
import type { Person } from './stand-in/person.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

describe('only Teams is heard, and only about this bot', () => {
  let stand: Awaited<ReturnType<typeof standTeams>>
  let mei: Person
  beforeEach(async () => {
    stand = await standTeams({ redeliveries: 0 })
    mei = stand.teams.join('7faf8ab2-3d56-4244-b585-20c8a42ed2b8')
  })
  afterEach(() => stand.close())

  const post = async (claims?: Claims, authorization?: string | null, more: object = {}) => {
    const body = JSON.stringify({ ...mei.message('5'), ...more })
    return (await stand.teams.post(body, claims, authorization)).status
  }

  test('a good token lets it in', async () => {
    expect(await post()).toBe(200)
    expect(stand.inbound).toHaveLength(1)
  })

  test.each<[string, Claims]>([
    ['signed by a key that Microsoft has not published', { forged: true }],
    ['of another issuer', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
    ['of the emulator', { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['for another bot', { audience: '11111111-2222-4333-8444-555555555555' }],
    ['for nobody', { audience: '' }],
    ['of another service', { service: 'https://smba.example/teams/' }],
    ['that is over for more than five minutes', { issued: Date.parse('2026-01-05T08:00:00Z') - HOUR - 301_000 }],
    ['that is not valid yet', { issued: Date.parse('2026-01-05T08:00:00Z') + DAY }],
  ])('a token %s is refused with 401', async (_what, claims) => {
    expect(await post(claims)).toBe(401)
    expect(stand.inbound).toEqual([])
  })

  test.each<[string, (token: string) => string | null]>([
    ['none', () => null],
    ['an empty one', () => ''],
    ['without its scheme', (token) => token],
    ['of another scheme', (token) => `Basic ${token}`],
    ['cut short', (token) => `Bearer ${token.slice(0, -2)}`],
    ['with another signature', (token) => `Bearer ${token.replace(/[^.]+$/, (s) => s.split('').reverse().join(''))}`],
    ['without a signature', (token) => `Bearer ${token.replace(/[^.]+$/, '')}`],
    ['that says it needs none', (token) => `Bearer ${unsigned(token)}`],
    ['of no form', () => 'Bearer not a token'],
  ])('a token: %s, is refused with 401', async (_what, spoil) => {
    const token = await stand.teams.issuer.token()
    expect(await post(undefined, spoil(token))).toBe(401)
    expect(stand.inbound).toEqual([])
  })

  test('a body from another service than the token names is refused, and one of a channel that its key does not vouch for', async () => {
    expect(await post(undefined, undefined, { serviceUrl: 'https://evil.example/' })).toBe(401)
    expect(await post(undefined, undefined, { channelId: 'directline' })).toBe(401)
    expect(await post(undefined, undefined, { channelId: 'webchat' })).toBe(200) // vouched for, and not ours
    expect(stand.inbound).toEqual([])
  })

  test('while Microsoft’s keys cannot be had, it is to come again; then it is let in', async () => {
    stand.teams.issuer.state.keysAway = true
    expect(await post()).toBe(503)
    stand.teams.issuer.state.keysAway = false
    expect(await post()).toBe(200)
    expect(stand.inbound).toHaveLength(1)
  })

  test('nothing that is refused costs anything: no body is read, nobody logs in', async () => {
    await post({ forged: true })
    expect(stand.world.calls.filter(({ path }) => path.includes(APP.tenant))).toEqual([])
  })
})

const unsigned = (token: string): string => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
  return [header, token.split('.')[1], ''].join('.')
}
