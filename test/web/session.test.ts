import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { issueSession, readIdentity, readSession } from '../../adapters/web/session.ts'
import { IDENTITY_SECRET, START } from './stand.ts'

const secret = new TextEncoder().encode('one secret of this program')
const shared = new TextEncoder().encode(IDENTITY_SECRET)
const seconds = START / 1_000
const jwt = (claims: Record<string, unknown>, alg = 'HS256', key = shared) =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(key)
const good = { sub: 'customer-42', exp: seconds + 60 }

describe('an identity token', () => {
  test.each([
    ['with subject and expiry', good, { sub: 'customer-42', locale: null }],
    ['with a locale', { ...good, locale: 'zh-TW' }, { sub: 'customer-42', locale: 'zh-TW' }],
    ['of the longest subject', { ...good, sub: '客'.repeat(200) }, { sub: '客'.repeat(200), locale: null }],
    ['of a host whose clock is a little slow', { ...good, exp: seconds - 10 }, { sub: 'customer-42', locale: null }],
  ])('%s is believed', async (_what, claims, identity) => {
    expect(await readIdentity(IDENTITY_SECRET, await jwt(claims), START)).toEqual(identity)
  })

  test.each([
    ['that has expired', { ...good, exp: seconds - 60 }],
    ['that is not valid yet', { ...good, nbf: seconds + 60 }],
    ['without expiry', { sub: 'customer-42' }],
    ['without subject', { exp: good.exp }],
    ['with an empty subject', { ...good, sub: '' }],
    ['with a subject that is too long', { ...good, sub: 'x'.repeat(201) }],
    ['with a number for a subject', { ...good, sub: 42 }],
    ['with a line break in the subject', { ...good, sub: 'a\nb' }],
    ['with a NUL in the subject', { ...good, sub: 'a\0' }],
  ])('%s is not', async (_what, claims) => {
    expect(await readIdentity(IDENTITY_SECRET, await jwt(claims), START)).toBeNull()
  })

  test('signed otherwise is not', async () => {
    const tokens = [
      await jwt(good, 'HS512'),
      await jwt(good, 'HS256', secret),
      new UnsecuredJWT(good).encode(),
      `${(await jwt(good)).slice(0, -3)}AAA`,
      '',
      '..',
      'a.b.c',
      '💥.💥.💥',
    ]
    for (const token of tokens) expect(await readIdentity(IDENTITY_SECRET, token, START), token).toBeNull()
  })
})

describe('a session', () => {
  const session = { subject: 'visitor:1', locale: 'en', of: 'one of theirs' }
  const issued = () => issueSession(secret, 'afterword:chat', session, START, 60)

  test('is read back until it expires', async () => {
    const token = await issued()
    const read = (now: number) => readSession(secret, 'afterword:chat', token, now)
    expect(await read(START + 59_000)).toEqual({ ...session, expiresAt: START + 60_000 })
    expect(await read(START + 60_000)).toBeNull()
  })

  test('opens nothing for staff, and the other way round', async () => {
    expect(await readSession(secret, 'afterword:staff', await issued(), START)).toBeNull()
    const staff = await issueSession(secret, 'afterword:staff', { subject: 'anna' }, START, 60)
    expect(await readSession(secret, 'afterword:chat', staff, START)).toBeNull()
  })

  test('of another program is none, nor is an identity token', async () => {
    expect(await readSession(shared, 'afterword:chat', await issued(), START)).toBeNull()
    expect(await readSession(shared, 'afterword:chat', await jwt(good), START)).toBeNull()
  })
})
