import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { closest, LOCALES, type Locale } from '../../../src/locale.ts'
import { type Conversation, converse } from './conversation.ts'
import { keepCustomer, knownCustomer, newCustomer, whenCustomerChanges } from './customer.ts'
import { keep, kept } from './keep.ts'
import type { Entry } from './log.ts'
import type { Session } from './wire.ts'
import { ASK_FOR, preferred, words } from './words.ts'

interface Customer {
  locale: Locale
  /** Null while the server has not given it yet: the conversation is there before. */
  session: Session | null
  /** Another one for each customer. */
  conversation: Conversation | null
  speak(locale: Locale): void
  fresh(): void
}

/** What the site around the chat says of the customer. */
interface Introduction {
  identity: string | null
  locale: string | null
}

/** Who is at the chat: somebody known, somebody whom the site around us says it can prove, or somebody new. */
interface Visit {
  known: Session | null
  proof: string | null
}

/**
 * The customer of this browser and their conversation; a new one when there is none, when one is wished, or when the old one has expired.
 * One may write at once: what is said goes out as soon as the server has given a session.
 * Whom the site around us has proved is not kept in the browser: the next person at it may be another.
 */
export function useCustomer({ identity, locale: wished }: Introduction = { identity: null, locale: null }): Customer {
  const [visit, setVisit] = useState<Visit>(() => ({
    known: identity === null ? knownCustomer() : null,
    proof: identity,
  }))
  const [locale, setLocale] = useState(() => closest(kept('customer.locale'), LOCALES) ?? preferred(wished))
  const [session, setSession] = useState(visit.known)
  const [conversation, setConversation] = useState<Conversation | null>(null)
  const spoken = useRef(locale)
  spoken.current = locale

  const { proof } = visit
  useEffect(
    () => (proof === null ? whenCustomerChanges((known) => setVisit({ known, proof: null })) : undefined),
    [proof],
  )

  useLayoutEffect(() => {
    const { known, proof } = visit
    const stop = new AbortController()
    const enter = async (onWait: (message: string) => void) => {
      const wish = { locale: spoken.current, identity: proof, stop: stop.signal, onWait }
      const made = await (known ?? newCustomer(wish))
      if (made === null || stop.signal.aborted) return never()
      if (made === 'refused') {
        setVisit({ known: knownCustomer(), proof: null }) // a proof that is out of date: the chat goes on without a name
        return never()
      }
      if (known === null && proof === null) keepCustomer(made)
      setSession(made)
      if (kept('opened') !== made.address) {
        keep('opened', made.address)
        void talk.open()
      }
      return { Authorization: `Bearer ${made.session}` }
    }
    const talk = converse({
      enter,
      language: () => spoken.current,
      unreachable: () => words[spoken.current].unreachable,
      now: () => new Date().toISOString(),
    })
    const unwatch = talk.view.watch(() => {
      if (talk.view.get().link === 'locked') setVisit({ known: null, proof }) // the thirty days of a session are over
    })
    setSession(known)
    setConversation(talk)
    return () => {
      stop.abort()
      unwatch()
      talk.close()
    }
  }, [visit])

  const fresh = () => setVisit({ known: null, proof })
  return {
    locale,
    session,
    conversation,
    fresh,
    speak(chosen) {
      keep('customer.locale', chosen)
      setLocale(chosen)
      spoken.current = chosen
      if (conversation === null || chosen === locale) return
      const { recorded, awaiting } = conversation.view.get().log
      if (recorded.some(isOpenQuestion)) void conversation.say(ASK_FOR[chosen])
      else if (recorded.length + awaiting.length === 0) fresh() // nobody has spoken yet: begin anew in that language
    },
  }
}

/** What waits for somebody who has left waits for good. */
const never = () => new Promise<never>(() => undefined)

function isOpenQuestion(entry: Entry): boolean {
  return entry.kind === 'shown' && entry.content.kind === 'prompt' && entry.content.answered === undefined
}
