import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Locale } from '../../../src/locale.ts'
import { backoff } from './backoff.ts'
import { type Conversation, converse } from './conversation.ts'
import { pause } from './pause.ts'
import { type Login, login, takeKey } from './staff.ts'
import { words } from './words.ts'

/** Who is at the staff panes, and their one conversation (tasks and console alike). */
export function useStaff(locale: Locale): { login: Login | null; conversation: Conversation | null } {
  const [state, setState] = useState<Login | null>(null)
  const [conversation, setConversation] = useState<Conversation | null>(null)
  const spoken = useRef(locale)
  spoken.current = locale
  const fresh = useRef<string | null>(null)
  const who = state?.kind === 'staff' ? state.staff.id : null

  // Before the page is drawn: the answer decides what two of its panes show.
  useLayoutEffect(() => {
    const stop = new AbortController()
    const enter = async () => {
      const key = takeKey()
      for (let attempt = 0; !stop.signal.aborted; attempt++) {
        const found = await login(key)
        if (stop.signal.aborted) return
        fresh.current = key !== null && found.kind === 'staff' ? found.staff.id : null
        setState(found)
        if (found.kind !== 'unreachable') return
        await pause(backoff(attempt, Math.random()), stop.signal)
      }
    }
    const again = () => {
      if (location.hash.includes('key=')) void enter()
    }
    void enter()
    addEventListener('hashchange', again)
    return () => {
      stop.abort()
      removeEventListener('hashchange', again)
    }
  }, [])

  useLayoutEffect(() => {
    if (who === null) return setConversation(null)
    const talk = converse({
      enter: async () => ({}),
      language: () => spoken.current,
      unreachable: () => words[spoken.current].unreachable,
      now: () => new Date().toISOString(),
    })
    const unwatch = talk.view.watch(() => {
      if (talk.view.get().link === 'locked') setState({ kind: 'nobody' })
    })
    setConversation(talk)
    if (fresh.current === who) void talk.open()
    fresh.current = null
    return () => {
      unwatch()
      talk.close()
    }
  }, [who])

  return { login: state, conversation }
}
