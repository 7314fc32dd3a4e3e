/**
 * The widget: `<script src="https://bot.example/widget.js" async></script>` on any site that the bot's owner has named draws a button
 * and the chat behind it. Attributes: `data-locale` (BCP 47), `data-theme` (`light` | `dark`), `data-identity` (a JWT that proves the
 * customer). The same by script: `Afterword.open()`, `.close()`, `.identify(jwt | null)`. It needs no inline style and no eval.
 */
import { closest, LOCALES, type Locale } from '../../../src/locale.ts'

/** css/widget.css, put in by the build; used by script, so that a site's content policy need not allow inline styles. */
declare const STYLE: string

declare global {
  interface Window {
    Afterword?: { open(): void; close(): void; identify(identity: string | null): void }
  }
}

const WORDS: Record<Locale, { open: string; close: string; chat: string; news: (count: number) => string }> = {
  en: {
    open: 'Open feedback',
    close: 'Close feedback',
    chat: 'Feedback',
    news: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  },
  'zh-Hans': { open: '打开服务评价', close: '关闭服务评价', chat: '服务评价', news: (count) => `${count} 条新消息` },
  'zh-Hant': { open: '開啟服務評價', close: '關閉服務評價', chat: '服務評價', news: (count) => `${count} 則新訊息` },
}
const BUBBLE = 'M7 19.5V9a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v5.5a3 3 0 0 1-3 3h-7.5z'
const CROSS = 'M8.5 8.5l11 11M19.5 8.5l-11 11'
/**
 * The chat's own things, kept in the site's storage, because browsers deny a frame of another site its own. Where there are some,
 * somebody has used the chat, and it is loaded at once to show what is unread.
 */
const KEPT = 'afterword'

const script = document.currentScript
if (script instanceof HTMLScriptElement && window.Afterword === undefined) void start(script)

async function start({ src, dataset }: HTMLScriptElement): Promise<void> {
  const { origin } = new URL(src)
  const theme = dataset.theme === 'light' || dataset.theme === 'dark' ? dataset.theme : null
  const locale = dataset.locale ?? (document.documentElement.lang || null)
  const spoken = [locale, ...navigator.languages].map((tag) => closest(tag, LOCALES)).find((tag) => tag !== null)
  const words = WORDS[spoken ?? 'en']
  let identity = dataset.identity ?? null
  let wanted = false // asked for by the site before there is anything to open
  window.Afterword = {
    open: () => {
      wanted = true
    },
    close: () => {
      wanted = false
    },
    identify: (jwt) => {
      identity = jwt
    },
  }
  if (!(await isAllowed(origin))) return
  if (document.readyState === 'loading')
    await new Promise((go) => addEventListener('DOMContentLoaded', go, { once: true }))

  const host = make('afterword-widget')
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  shadow.adoptedStyleSheets = [sheet]
  const panel = make('div', { role: 'dialog', 'aria-label': words.chat, id: 'panel' })
  if (theme !== null) panel.style.colorScheme = theme
  const button = make('button', { type: 'button', 'aria-controls': 'panel' })
  const badge = make('span', { 'aria-hidden': 'true' })
  const news = make('p', { role: 'status' })
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  icon.setAttribute('viewBox', '0 0 28 28')
  icon.setAttribute('aria-hidden', 'true')
  icon.append(path)
  button.append(icon, badge)
  shadow.append(panel, news, button)
  document.body.append(host)

  let frame: HTMLIFrameElement | null = null
  let ready = false // before that the frame is a blank page of the site's own origin
  let open = false
  let unread = 0

  const tell = () => {
    if (ready)
      frame?.contentWindow?.postMessage({ afterword: 'host', open, identity, locale, theme, kept: kept() }, origin)
  }
  const load = () => {
    if (frame !== null) return
    frame = make('iframe', { src: `${origin}/chat#widget`, title: words.chat })
    panel.append(frame)
  }
  const show = () => {
    host.toggleAttribute('open', open)
    path.setAttribute('d', open ? CROSS : BUBBLE)
    button.setAttribute('aria-expanded', String(open))
    const label = open ? words.close : words.open
    const count = open ? 0 : unread
    const told = count > 0 ? words.news(count) : ''
    button.setAttribute('aria-label', told ? `${label} · ${told}` : label)
    badge.textContent = count > 0 ? `${Math.min(count, 99)}` : ''
    news.textContent = told
  }
  const turn = (to: boolean, byPerson: boolean) => {
    if (to === open) return
    open = to
    if (open) load()
    show()
    tell()
    if (open && byPerson) frame?.focus()
    if (!open && byPerson) button.focus()
  }

  addEventListener('message', ({ data, source, origin: from }) => {
    if (frame === null || source !== frame.contentWindow || from !== origin) return
    const { afterword: says, kept, count } = data ?? {}
    if (says === 'ready') {
      ready = true
      tell()
    }
    if (says === 'close') turn(false, true)
    if (says === 'keep' && typeof kept === 'string') keep(kept)
    if (says === 'unread' && Number.isInteger(count)) {
      unread = count
      show()
    }
  })
  button.addEventListener('click', () => turn(!open, true))
  shadow.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape') turn(false, true)
  })
  window.Afterword = {
    open: () => turn(true, false),
    close: () => turn(false, false),
    identify(jwt) {
      identity = jwt
      if (jwt !== null) load()
      tell()
    },
  }
  show()
  if (identity !== null || kept() !== null) load()
  if (wanted) turn(true, false)
}

/** Whether the bot's owner lets this site embed the chat. Asked first, because a frame that is refused is a torn page. */
async function isAllowed(origin: string): Promise<boolean> {
  try {
    const answer: { allowed?: unknown } | null = await (
      await fetch(`${origin}/chat/site`, { credentials: 'omit' })
    ).json()
    return answer?.allowed === true
  } catch {
    return false // not to be reached: then there is nothing to show
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes?: Record<string, string>,
): HTMLElementTagNameMap[Name]
function make(name: string, attributes?: Record<string, string>): HTMLElement
function make(name: string, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null // a browser that keeps nothing
  }
}

function keep(things: string): void {
  try {
    localStorage.setItem(KEPT, things)
  } catch {
    return // a browser that keeps nothing
  }
}
