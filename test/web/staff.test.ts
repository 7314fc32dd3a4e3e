import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customer, isAddress } from '../../adapters/web/person.ts'
import { isSubject, issueSession } from '../../adapters/web/session.ts'
import { signedIn } from '../../adapters/web/web.ts'
import { frames, START, standWeb } from './stand.ts'

let web: Awaited<ReturnType<typeof standWeb>>
beforeEach(async () => {
  web = await standWeb()
})
afterEach(() => web.end())

const say = { key: 'client-key-1', text: '/scores' }
const member = { id: 'anna', name: 'Anna', roles: ['agent'], locale: 'zh-Hant' }
const anna = { ...member, served: { teams: [], agents: [] } }
const send = async (headers: Record<string, string>) => (await web.post('/chat/messages', say, headers)).status

describe('signing in', () => {
  test('takes a key once and sets a cookie that no script and no other site can use', async () => {
    const enter = () => web.post('/staff/session', { key: 'one-time-key' }, { origin: web.url })
    const entered = await enter()
    expect(await entered.json()).toEqual(anna)
    const [value, ...attributes] = (entered.headers.get('set-cookie') ?? '').split('; ')
    expect(value).toMatch(/^afterword_staff=[\w.-]+$/)
    expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=43200'])
    const again = await enter()
    expect(again.status).toBe(401)
    expect(again.headers.get('set-cookie')).toBeNull()
    const asked = await web.post('/staff/session', { key: 'one-time-key', orNobody: true }, { origin: web.url })
    expect([asked.status, asked.headers.get('set-cookie')]).toEqual([204, null])
  })

  test('behind a proxy that speaks https keeps the cookie to https', async () => {
    const headers = { origin: web.url, 'x-forwarded-proto': 'https' }
    const entered = await web.post('/staff/session', { key: 'one-time-key' }, headers)
    expect(entered.headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  test('from another site is refused and leaves the key as it was', async () => {
    for (const origin of ['https://evil.example', 'https://shop.example', 'null'])
      expect((await web.post('/staff/session', { key: 'one-time-key' }, { origin })).status).toBe(403)
    expect((await web.signIn()).cookie).not.toBe('')
  })

  test('says who is there, until they sign out', async () => {
    expect((await web.get('/staff/session')).status).toBe(204) // nobody: no error, for a page asks before it knows
    const cookie = await web.signIn()
    expect(await (await web.get('/staff/session', cookie)).json()).toEqual(anna)
    const leave = (origin: string) =>
      fetch(`${web.url}/staff/session`, { method: 'DELETE', headers: { ...cookie, origin } })
    expect((await leave('https://evil.example')).status).toBe(403)
    const left = await leave(web.url)
    expect(left.status).toBe(204)
    expect(left.headers.get('set-cookie')).toMatch(/^afterword_staff=; .*Max-Age=0/)
    expect((await web.get('/staff/session', cookie)).status).toBe(204) // a copy of the cookie is worth nothing either
    expect((await leave(web.url)).status).toBe(204)
  })

  test('lasts twelve hours', async () => {
    const cookie = await web.signIn()
    web.state.now = START + 12 * 3_600_000 - 1
    expect(await (await web.get('/staff/session', cookie)).json()).toEqual(anna)
    web.state.now = START + 12 * 3_600_000
    expect((await web.get('/staff/session', cookie)).status).toBe(204)
  })
})

describe('the staff conversation', () => {
  test('is its own, in the name and language of the member of staff', async () => {
    const cookie = await web.signIn()
    expect(await send({ ...cookie, origin: web.url })).toBe(200)
    expect(web.inbound[0]?.from).toEqual({
      user: 'anna',
      name: 'Anna',
      locale: 'zh-Hant',
      address: { key: 'anna' },
    })
    web.record.add('web:anna', { id: 'a', direction: 'out', content: { kind: 'text', text: 'hi', locale: 'en' } })
    const stream = frames(await web.get('/chat/events', cookie))
    await stream.next()
    expect(await stream.next()).toMatchObject({ id: '1' })
  })

  test.each([
    ['our page', (url: string) => ({ origin: url }), 200],
    ['our page behind TLS', (url: string) => ({ origin: url.replace('http:', 'https:') }), 200],
    ['our page by the browser’s own word', () => ({ 'sec-fetch-site': 'same-origin' }), 200],
    ['no page', () => ({}), 403],
    ['another page', () => ({ origin: 'https://evil.example' }), 403],
    ['a page that may embed the chat', () => ({ origin: 'https://shop.example' }), 403],
    ['a sandbox', () => ({ origin: 'null' }), 403],
    ['a neighbour', () => ({ 'sec-fetch-site': 'same-site' }), 403],
  ])(
    'is written to from our own page only: %s',
    async (_what, headers: (url: string) => Record<string, string>, status) => {
      expect(await send({ ...(await web.signIn()), ...headers(web.url) })).toBe(status)
      expect(web.inbound).toHaveLength(status === 200 ? 1 : 0)
    },
  )

  test('is not read by another site', async () => {
    const cookie = await web.signIn()
    const read = async (headers: Record<string, string>) =>
      (await web.get('/chat/events', { ...cookie, ...headers })).status
    expect(await read({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await read({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await read({ origin: 'https://evil.example' })).toBe(403)
  })

  test('is over, with what is open of it, when its key is withdrawn; another key opens another', async () => {
    const cookie = await web.signIn()
    const open = frames(await web.get('/chat/events', cookie))
    expect(await open.next()).toMatchObject({ event: 'ready' })
    web.state.session = 'the second'
    expect(await send({ ...cookie, origin: web.url })).toBe(401)
    web.heartbeat()
    expect(await open.next()).toBeNull()
    expect((await web.get('/staff/session', cookie)).status).toBe(204)
  })

  test('is closed to who is no longer on the staff', async () => {
    const cookie = await web.signIn()
    web.deps.staff = () => null
    expect(await send({ ...cookie, origin: web.url })).toBe(401)
  })
})

describe('customers and staff are never taken for each other', () => {
  test('a customer’s session is no cookie, and a cookie no customer’s session', async () => {
    const { bearer } = await web.visit()
    const chat = bearer.authorization.slice('Bearer '.length)
    expect(await send({ cookie: `afterword_staff=${chat}`, origin: web.url })).toBe(401)
    const { cookie } = await web.signIn()
    expect(await send({ authorization: `Bearer ${cookie.split('=')[1]}` })).toBe(401)
  })

  test('in one browser a message with a customer’s session is the customer’s, and a bad one nobody’s', async () => {
    const cookie = await web.signIn()
    const { bearer, address } = await web.visit()
    expect(await send({ ...cookie, ...bearer, origin: web.url })).toBe(200)
    expect(web.inbound[0]?.from.user).toBe(address)
    expect(await send({ ...cookie, authorization: 'Bearer a.b.c', origin: web.url })).toBe(401)
  })

  test('a customer’s session in the name of a member of staff is nobody’s, though it is signed', async () => {
    const forged = await issueSession(web.deps.secret, 'afterword:chat', { subject: 'anna' }, START, 60)
    expect(await send({ authorization: `Bearer ${forged}` })).toBe(401)
  })

  test('whatever a host site calls its customer, the name it writes under tells it is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 210 }).filter(isSubject), (sub) => {
        const { user, address, customer: proved } = customer(`sub:${sub}`, null)
        expect(user).toBe(`sub:${sub}`)
        expect(user).toContain(':') // and no id of staff does
        expect(isAddress(address)).toBe(true)
        expect(proved).toBe(sub)
      }),
    )
  })

  test('other routes can ask who is signed in, of the same origin only', async () => {
    const cookie = await web.signIn()
    const ask = (headers: Record<string, string>) =>
      signedIn(web.deps, new Request(`${web.url}/v1/interactions`, { method: 'POST', headers }))
    expect(await ask({ ...cookie, origin: web.url })).toMatchObject({ member })
    expect(await ask({ ...cookie, origin: 'https://evil.example' })).toEqual({ refused: 'origin' })
    expect(await ask({ origin: web.url })).toEqual({ refused: 'staff_session' })
  })
})
