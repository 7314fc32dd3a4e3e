import * as z from 'zod/mini'
import { keepElsewhere } from './keep.ts'
import { type Store, store } from './store.ts'
import { json } from './wire.ts'

/** What the site around the chat tells it: who the customer is (a JWT), how to speak and look, and whether the chat is open. */
const told = z.object({
  afterword: z.literal('host'),
  open: z.boolean(),
  identity: z.nullable(z.string()),
  locale: z.nullable(z.string()),
  theme: z.nullable(z.enum(['light', 'dark'])),
  /** What we told the site to keep for us. */
  kept: z.nullable(z.string()),
})
const things = z.record(z.string(), z.string())
export type Host = z.infer<typeof told>

/** The site around the chat, which `widget.ts` speaks for. */
export interface Embedding {
  /** Null until the site has spoken. */
  host: Store<Host | null>
  tell(
    message: { afterword: 'close' } | { afterword: 'unread'; count: number } | { afterword: 'keep'; kept: string },
  ): void
}

/**
 * The embedding of this page, or null where it stands by itself. Our content policy lets only the named sites frame it, so whoever the
 * parent is may speak; what any other window says is not heard, and nothing is told before the parent's own origin is known.
 */
export function embedding(): Embedding | null {
  if (window.parent === window || location.hash !== '#widget') return null
  const host = store<Host | null>(null)
  let origin: string | null = null
  addEventListener('message', (event) => {
    if (event.source !== window.parent || (origin !== null && event.origin !== origin)) return
    const read = told.safeParse(event.data)
    if (!read.success) return
    if (origin === null) {
      origin = event.origin
      const before = things.safeParse(json(read.data.kept ?? ''))
      keepElsewhere(before.success ? before.data : {}, (all) => tell({ afterword: 'keep', kept: JSON.stringify(all) }))
    }
    host.set(() => read.data)
  })
  const tell: Embedding['tell'] = (message) => {
    if (origin !== null) window.parent.postMessage(message, origin)
  }
  window.parent.postMessage({ afterword: 'ready' }, '*') // a greeting that tells nothing: the answer brings the origin
  return { host, tell }
}
