import { useEffect, useRef, useState } from 'preact/hooks'
import { closest, LOCALES, type Locale } from '../../../src/locale.ts'
import { type Conversation, converse } from './conversation.ts'
import { keepCustomer, knownCustomer, newCustomer, whenCustomerChanges } from './customer.ts'
import { keep, kept } from './keep.ts'
import type { Entry } from './log.ts'
import type { Session } from './wire.ts'
import { ASK_FOR, preferred, words } from './words.ts'

interface Customer {
  locale: Locale
  session: Session | null
  conversation: Conversation | null
  /** Why there is no session yet. */
  waiting: string | null
  speak(locale: Locale): void
  fresh(): void
}

/** What the site around the chat says of the customer. */
interface Introduction {
  identity: string | null
  locale: string | null
}

/**
 * The customer of this browser and their conversation; a new one when there is none, when one is wished, or when the old one has expired.
 * Whom the site around us has proved is not kept in the browser: the next person at it may be another.
 */
export function useCustomer({ identity, locale: wished }: Introduction = { identity: null, locale: null }): Customer {
  const [proof, setProof] = useState(identity)
  const [locale, setLocale] = useState(() => closest(kept('customer.locale'), LOCALES) ?? preferred(wished))
  const [session, setSession] = useState(() => (identity === null ? knownCustomer() : null))
  const [conversation, setConversation] = useState<Conversation | null>(null)
  const [waiting, setWaiting] = useState<string | null>(null)
  const spoken = useRef(locale)
  spoken.current = locale

  useEffect(() => (proof === null ? whenCustomerChanges(setSession) : undefined), [proof])

  useEffect(() => {
    if (session !== null) return
    const stop = new AbortController()
    const begin = async () => {
      const made = await newCustomer({
        locale: spoken.current,
        identity: proof,
        stop: stop.signal,
        onWait: (message) => setWaiting(message || words[spoken.current].unreachable),
      })
      if (made === null || stop.signal.aborted) return
      setWaiting(null)
      if (made === 'refused') {
        setProof(null) // a proof that is out of date: the chat goes on without a name
        return setSession(knownCustomer())
      }
      if (proof === null) keepCustomer(made)
      setSession(made)
    }
    void begin()
    return () => stop.abort()
  }, [session, proof])

  useEffect(() => {
    if (session === null) return setConversation(null)
    const talk = converse({
      headers: { Authorization: `Bearer ${session.session}` },
      language: () => spoken.current,
      unreachable: () => words[spoken.current].unreachable,
      now: () => new Date().toISOString(),
    })
    const unwatch = talk.view.watch(() => {
      if (talk.view.get().link === 'locked') setSession(null) // the thirty days of a session are over
    })
    setConversation(talk)
    if (kept('opened') !== session.address) {
      keep('opened', session.address)
      void talk.open()
    }
    return () => {
      unwatch()
      talk.close()
    }
  }, [session])

  return {
    locale,
    session,
    conversation,
    waiting,
    fresh: () => setSession(null),
    speak(chosen) {
      keep('customer.locale', chosen)
      setLocale(chosen)
      spoken.current = chosen
      if (conversation === null || chosen === locale) return
      const { recorded, awaiting } = conversation.view.get().log
      if (recorded.some(isOpenQuestion)) void conversation.say(ASK_FOR[chosen])
      else if (recorded.length + awaiting.length === 0) setSession(null) // nobody has spoken yet: begin anew in that language
    },
  }
}

function isOpenQuestion(entry: Entry): boolean {
  return entry.kind === 'shown' && entry.content.kind === 'prompt' && entry.content.answered === undefined
}
