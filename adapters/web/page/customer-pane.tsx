import type { Locale } from '../../../src/locale.ts'
import type { Conversation } from './conversation.ts'
import { Empty } from './empty.tsx'
import { LocaleSelect } from './locale-select.tsx'
import { entriesOf } from './log.ts'
import { Pane } from './pane.tsx'
import { useStore } from './store.ts'
import { Above, Talk } from './talk.tsx'
import { Trigger } from './trigger.tsx'
import type { Served, Session } from './wire.ts'
import { Speaking, useWords, words } from './words.ts'

interface Props {
  conversation: Conversation | null
  session: Session | null
  locale: Locale
  served: Served | null
  onLocale: (locale: Locale) => void
  onFresh: () => void
}

/** The customer's chat beside what starts it; inside the chat everything is in the customer's language. */
export function CustomerPane({ conversation, session, locale, served, onLocale, onFresh }: Props) {
  const { say } = useWords()
  return (
    <Pane
      id="customer"
      name={say.customer.name}
      about={say.customer.about}
      actions={
        <>
          <LocaleSelect label={say.customer.language} value={locale} onValue={onLocale} />
          <button type="button" class="button small" onClick={onFresh}>
            {say.customer.fresh}
          </button>
        </>
      }
    >
      <Trigger session={session} locale={locale} served={served} onFresh={onFresh} />
      <Speaking value={{ locale, say: words[locale] }}>
        <div class="talk" lang={locale}>
          {conversation !== null && (
            <CustomerTalk
              key={conversation}
              conversation={conversation}
              empty={
                served !== null ? (
                  <Empty icon="chat" title={say.customer.empty} hint={say.customer.emptyHint} />
                ) : (
                  <Empty icon="chat" title={say.customer.greeting} hint={say.customer.greetingHint} />
                )
              }
            />
          )}
        </div>
      </Speaking>
    </Pane>
  )
}

/** What the customer sees: the same here and on the public page. */
export function CustomerTalk({ conversation, empty }: { conversation: Conversation; empty: preact.ComponentChildren }) {
  const { say } = useWords()
  const { log } = useStore(conversation.view)
  return (
    <>
      <Talk
        conversation={conversation}
        entries={entriesOf(log)}
        label={say.customer.log}
        write={say.customer.write}
        send={say.customer.send}
        empty={empty}
      />
      <Above conversation={conversation} />
    </>
  )
}
