import { useEffect } from 'preact/hooks'
import { CustomerTalk } from './customer-pane.tsx'
import { Empty } from './empty.tsx'
import { LocaleSelect } from './locale-select.tsx'
import { useCustomer } from './use-customer.ts'
import { Speaking, words } from './words.ts'

/** The page at `/chat`: the customer's conversation alone, to be linked to or embedded. */
export function PublicChat() {
  const { conversation, session, locale, speak } = useCustomer()
  const say = words[locale]
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = say.chatTitle
  }, [locale, say])
  return (
    <Speaking value={{ locale, say }}>
      <header class="chat-head">
        <h1>{say.chatTitle}</h1>
        <LocaleSelect label={say.language} value={locale} onValue={speak} />
      </header>
      <main class="talk public">
        {conversation !== null && (
          <CustomerTalk
            key={session?.address}
            conversation={conversation}
            empty={<Empty icon="chat" title={say.customer.greeting} hint={say.customer.greetingHint} />}
          />
        )}
      </main>
    </Speaking>
  )
}
