import { useEffect, useRef, useState } from 'preact/hooks'
import { closest, LOCALES, type Locale } from '../../../src/locale.ts'
import { type Conversation, converse } from './conversation.ts'
import { knownCustomer, newCustomer, whenCustomerChanges } from './customer.ts'
import { keep, kept } from './keep.ts'
import type { Entry } from './log.ts'
import type { Session } from './wire.ts'
import { ASK_FOR, preferred, words } from './words.ts'

interface Customer {
  locale: Locale
  session: Session | null
  conversation: Conversation | null
  speak(locale: Locale): void
  fresh(): void
}

/** The customer of this browser and their conversation; a new one when there is none, when one is wished, or when the old one has expired. */
export function useCustomer(): Customer {
  const [locale, setLocale] = useState(() => closest(kept('customer.locale'), LOCALES) ?? preferred(null))
  const [session, setSession] = useState(knownCustomer)
  const [conversation, setConversation] = useState<Conversation | null>(null)
  const spoken = useRef(locale)
  spoken.current = locale
  const unopened = useRef<string | null>(null)

  useEffect(() => whenCustomerChanges(setSession), [])

  useEffect(() => {
    if (session !== null) return
    const stop = new AbortController()
    const begin = async () => {
      const made = await newCustomer(spoken.current, stop.signal)
      if (made === null) return
      unopened.current = made.address
      setSession(made)
    }
    void begin()
    return () => stop.abort()
  }, [session])

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
    if (unopened.current === session.address) void talk.open()
    unopened.current = null
    return () => {
      unwatch()
      talk.close()
    }
  }, [session])

  return {
    locale,
    session,
    conversation,
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
