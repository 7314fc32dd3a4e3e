import { afterEach, beforeEach, expect, test } from 'vitest'
import { standWeb } from './stand.ts'

let web: Awaited<ReturnType<typeof standWeb>>
beforeEach(async () => {
  web = await standWeb()
})
afterEach(() => web.end())

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"

test.each([
  ['/', 'index', `${STRICT} 'none'`],
  ['/chat', 'the chat', `${STRICT} 'self' https://shop.example`],
])('%s is the page, under a strict policy', async (path, body, policy) => {
  const page = await web.get(path)
  expect(await page.text()).toBe(body)
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  })
})

test('a file is kept for long under an address with its version, and asked for by etag without', async () => {
  expect((await web.get('/assets/main.js?v=1')).headers.get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  )
  const plain = await web.get('/assets/main.js')
  expect(plain.headers.get('cache-control')).toBe('no-cache')
  const etag = plain.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[^"]+"$/)
  const known = await web.get('/assets/main.js', { 'if-none-match': `"other", W/${etag}` })
  expect([known.status, await known.text()]).toEqual([304, ''])
})

test.each(['none.js', '', 'index.html', '..%2fpackage.json', '.env', 'a/.env', '%00', 'a//b'])(
  '/assets/%s is not there, and a file of a strange name is not even looked for',
  async (path) => {
    const asked: string[] = []
    const bare = await standWeb({
      page(file) {
        asked.push(file)
        return null
      },
    })
    expect((await bare.get(`/assets/${path}`)).status).toBe(404)
    expect(asked).toEqual(path === 'none.js' ? ['none.js'] : [])
    await bare.end()
  },
)

test('a page that was not built is said to be missing', async () => {
  const bare = await standWeb({ page: () => null })
  expect((await bare.get('/', { 'accept-language': 'zh-TW' })).status).toBe(404)
  await bare.end()
})

test('the widget is a script that any site may load', async () => {
  const answer = await web.get('/widget.js')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
})

test.each([
  ['https://shop.example', true],
  ['https://evil.example', false],
  ['https://shop.example.evil.example', false],
  ['null', false],
])('the site %s may read whether it may embed the chat: %s', async (origin, allowed) => {
  const answer = await web.get('/chat/site', { origin })
  expect(await answer.json()).toEqual({ allowed })
  expect(Object.fromEntries(answer.headers)).toMatchObject({ 'access-control-allow-origin': '*', vary: 'origin' })
})
