import { useEffect } from 'preact/hooks'
import { CustomerTalk } from './customer-pane.tsx'
import type { Embedding, Host } from './embed.ts'
import { Empty } from './empty.tsx'
import { Icon } from './icons.tsx'
import { LocaleSelect } from './locale-select.tsx'
import { useStore } from './store.ts'
import { useCustomer } from './use-customer.ts'
import { useUnread } from './use-unread.ts'
import { Speaking, words } from './words.ts'

/** The page at `/chat`: the customer's conversation alone, to be linked to or embedded. */
export function PublicChat({ around }: { around: Embedding | null }) {
  return around === null ? <Chat host={null} around={null} /> : <Embedded around={around} />
}

/** Waits for the site's first word, for it may tell who the customer is; another customer is another chat. */
function Embedded({ around }: { around: Embedding }) {
  const host = useStore(around.host)
  return host === null ? null : <Chat key={host.identity} host={host} around={around} />
}

function Chat({ host, around }: { host: Host | null; around: Embedding | null }) {
  const introduced = { identity: host?.identity ?? null, locale: host?.locale ?? null }
  const { conversation, session, locale, speak } = useCustomer(introduced)
  const say = words[locale]
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = say.chatTitle
  }, [locale, say])
  useEffect(() => {
    document.documentElement.dataset.theme = host?.theme ?? 'auto'
  }, [host?.theme])
  useUnread(conversation, session, host, around)
  useEffect(() => {
    if (host?.open !== true) return
    // On a phone the keyboard would hide the question that one came for.
    const target = matchMedia('(pointer: coarse)').matches ? '.log' : '.composer textarea'
    document.querySelector<HTMLElement>(target)?.focus()
  }, [host?.open, conversation])
  useEffect(() => {
    if (around === null) return
    const leave = (event: KeyboardEvent) => {
      const busy = event.isComposing || document.querySelector('dialog[open]') !== null
      if (event.key === 'Escape' && !busy) around.tell({ afterword: 'close' })
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [around])

  return (
    <Speaking value={{ locale, say }}>
      <header class="chat-head">
        <h1>{say.chatTitle}</h1>
        <div class="chat-actions">
          <LocaleSelect label={say.language} value={locale} onValue={speak} />
          {around !== null && (
            <button
              type="button"
              class="icon-button"
              aria-label={say.close}
              onClick={() => around.tell({ afterword: 'close' })}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      </header>
      <main class="talk public">
        {conversation !== null && (
          <CustomerTalk
            key={conversation}
            conversation={conversation}
            empty={<Empty icon="chat" title={say.customer.greeting} hint={say.customer.greetingHint} />}
          />
        )}
      </main>
    </Speaking>
  )
}
