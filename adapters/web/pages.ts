import type { Http } from '../../src/channel.ts'
import type { PageFile, WebDeps } from './deps.ts'
import { fromAllowedSite } from './origin.ts'
import { refuse } from './refusal.ts'

/** File names of one or more parts, none of which begins with a dot: no address can climb out of the folder. */
const FILE = /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"

const GUARDS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

/** The two pages, the widget and their files. Only the chat may be embedded, by our own site and those of `origins`. */
export function pageRoutes(http: Http, { page, origins }: Pick<WebDeps, 'page' | 'origins'>): void {
  const html = (file: string, ancestors: string) => (request: Request) =>
    answer(request, page(file), {
      'content-security-policy': `${POLICY}; frame-ancestors ${ancestors}`,
      'cache-control': 'no-cache',
    })
  http.on('GET', '/', html('index.html', "'none'"))
  http.on('GET', '/chat', html('chat.html', ["'self'", ...origins].join(' ')))
  http.on('GET', '/widget.js', (request) =>
    answer(request, page('widget.js'), {
      'cache-control': 'public, max-age=600',
      'cross-origin-resource-policy': 'cross-origin',
    }),
  )
  // The widget asks before it draws: a frame that is refused shows a torn page and an error, and a plain answer does neither.
  http.on('GET', '/chat/site', (request) =>
    Response.json(
      { allowed: fromAllowedSite(request, origins) },
      { headers: { ...GUARDS, 'cache-control': 'no-store', 'access-control-allow-origin': '*', vary: 'origin' } },
    ),
  )
  http.on('GET', '/assets/*', (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const file = pathname.slice('/assets/'.length)
    // An address that carries a version never changes its content; without one the reader asks each time, and is answered by etag.
    const caching = searchParams.has('v') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const found = FILE.test(file) && !file.endsWith('.html') ? page(file) : null
    return answer(request, found, { 'cache-control': caching })
  })
}

function answer(request: Request, file: PageFile | null, headers: Record<string, string>): Response {
  if (file === null) return refuse(request, { refused: 'not_found' })
  const etag = `"${file.etag.replaceAll('"', '')}"`
  const all = { ...GUARDS, ...headers, etag }
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag)) return new Response(null, { status: 304, headers: all })
  return new Response(Buffer.from(file.body), { headers: { ...all, 'content-type': file.type } })
}
