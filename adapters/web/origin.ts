const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** Whether the page that sent the request is ours; the scheme is not compared, because TLS may end at a proxy. */
const isOwn = (request: Request, origin: string): boolean => hostOf(origin) === new URL(request.url).host

/**
 * Whether a request that carries the staff cookie was made by our own page. A browser names the origin of every POST and DELETE;
 * on a GET it may name nothing (plain http outside localhost), and there a foreign page could not read the answer anyway.
 */
export function fromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin !== null) return isOwn(request, origin)
  const site = request.headers.get('sec-fetch-site')
  return site === 'same-origin' || (site === null && request.method === 'GET')
}

/** Whether a customer's request may come from where it comes from: our page, a site that embeds it, or a program. */
export function fromAllowedSite(request: Request, allowed: readonly string[]): boolean {
  const origin = request.headers.get('origin')
  return origin === null || isOwn(request, origin) || allowed.includes(origin)
}

/** Whether the browser speaks https to us, directly or through a proxy. */
export const isSecure = (request: Request): boolean =>
  new URL(request.url).protocol === 'https:' ||
  request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
