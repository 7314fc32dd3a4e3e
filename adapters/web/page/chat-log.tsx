import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Bubble, type BubbleActions } from './bubbles.tsx'
import { useFocusKept } from './focus.ts'
import { Icon } from './icons.tsx'
import type { Entry } from './log.ts'
import { moment, since } from './moments.ts'
import { useWords } from './words.ts'

const NEAR = 60 // pixels from the end that still count as being there
const ABOVE = 16 // pixels of air above a question
const PAUSE = 30 * 60_000 // a silence after which the time is worth showing

interface Props {
  entries: readonly Entry[]
  label: string
  busy: boolean
  /** Whether there is an earlier part, and whether it is on its way. */
  past: { more: boolean; fetching: boolean; onMore: () => void }
  actions: BubbleActions
  /** Whether an answer that is longer than the window is shown from its question on. */
  fromQuestion: boolean
  children: ComponentChildren
}

/** The conversation, kept at its end while the reader is there, and left where it is while they read further up. */
export function ChatLog({ entries, label, busy, past, actions, fromQuestion, children }: Props) {
  const { say, locale } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const distance = useRef(0) // pixels from the end
  const [behind, setBehind] = useState(false)
  const first = useRef<string | undefined>(undefined)
  const asked = useRef<string | undefined>(undefined) // what was said here and not merely read
  const toEnd = () => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }
  const toAnswer = () => {
    const question = [...(box.current?.querySelectorAll<HTMLElement>('.row.own') ?? [])].at(-1)?.parentElement
    const { scrollHeight = 0, clientHeight = 0 } = box.current ?? {}
    if (!question || scrollHeight - question.offsetTop <= clientHeight) return toEnd()
    box.current?.scrollTo({ top: question.offsetTop - ABOVE })
    setBehind(true)
  }
  const look = () => {
    if (box.current === null) return
    const { scrollHeight, scrollTop, clientHeight } = box.current
    distance.current = scrollHeight - scrollTop - clientHeight
    if (distance.current < NEAR) setBehind(false)
  }
  useLayoutEffect(() => {
    const last = entries.at(-1)
    const [{ slot } = { slot: undefined }] = entries
    const before = first.current
    first.current = slot
    if (before !== undefined && before !== slot && box.current !== null && distance.current >= NEAR) {
      // An earlier part has come: what the reader looks at stays where it is.
      box.current.scrollTop = box.current.scrollHeight - box.current.clientHeight - distance.current
      return
    }
    const own = last?.kind === 'said' && last.state === 'sending' // who writes wants to see it
    if (own) asked.current = last.slot
    const question = entries.findLast(({ kind }) => kind === 'said')?.slot
    if (own) toEnd()
    else if (distance.current >= NEAR) setBehind(true)
    else if (fromQuestion && question !== undefined && question === asked.current) toAnswer()
    else toEnd()
  }, [entries])
  useEffect(() => {
    if (box.current === null) return
    const watch = new ResizeObserver(() => {
      if (distance.current < NEAR) toEnd()
    })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  useFocusKept(box)

  return (
    <div class="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="log" ref={box} role="log" aria-label={label} aria-busy={busy} tabIndex={0} onScroll={look}>
        {past.more && (
          <button type="button" class="link earlier" aria-disabled={past.fetching} onClick={past.onMore}>
            {say.earlier}
          </button>
        )}
        {entries.length === 0 && children}
        {entries.map((entry, n) => (
          <div class="entry" key={entry.slot}>
            {since(entries[n - 1]?.at, entry.at) > PAUSE && (
              <time class="moment" dateTime={entry.at}>
                {moment(entry.at, locale)}
              </time>
            )}
            <Bubble entry={entry} actions={actions} />
          </div>
        ))}
      </div>
      {behind && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" />
          {say.newest}
        </button>
      )}
    </div>
  )
}
