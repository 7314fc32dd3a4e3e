import { useLayoutEffect, useRef } from 'preact/hooks'
import { useFocusKept } from './focus.ts'
import { Lines } from './lines.tsx'
import { Marked } from './marked.tsx'
import type { Line, Task } from './tasks.ts'
import { useWords } from './words.ts'

interface Props {
  task: Task
  /** What was said about it, oldest first. */
  thread: readonly Line[]
  pressed: string | undefined
  onPress: (choice: string) => void
  /** Somebody points at it or has the focus in it. */
  onHold: () => void
}

/** A follow-up task: what the customer said, what is known, what was done, what was said about it, and what can be done next. */
export function TaskCard({ task: { card }, thread, pressed, onPress, onHold }: Props) {
  const { say } = useWords()
  const box = useRef<HTMLElement>(null)
  const asked = useRef(false) // a press that changed nothing: what it asked for is said in the thread
  useLayoutEffect(() => {
    asked.current = false
  }, [card])
  useLayoutEffect(() => {
    if (asked.current) box.current?.querySelector('.thread .bubble:last-child')?.scrollIntoView({ block: 'start' })
    asked.current = false
  }, [thread.length])
  useFocusKept(box)
  return (
    <article
      class="card"
      lang={card.locale}
      aria-label={card.title}
      ref={box}
      tabIndex={-1}
      onPointerMove={onHold}
      onFocusIn={onHold}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="card-body" aria-label={say.agent.facts} tabIndex={0}>
        <header>
          <span class={`tone ${card.tone}`}>{say.agent.tones[card.tone]}</span>
          <h3>{card.title}</h3>
        </header>
        {card.quotes.map((quote, n) => (
          <blockquote key={n} aria-label={say.agent.said} dir="auto">
            <Marked text={quote.text} marks={quote.marks} />
          </blockquote>
        ))}
        <dl class="facts">
          {card.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
        {card.history.length > 0 && (
          <>
            <h4>{say.agent.history}</h4>
            <ol class="history">
              {card.history.map((line, n) => (
                <li key={n}>{line}</li>
              ))}
            </ol>
          </>
        )}
        <div class="thread" role="log" aria-label={say.agent.thread}>
          {thread.length > 0 && <h4>{say.agent.thread}</h4>}
          {thread.map(({ slot, text, locale }) => (
            <p key={slot} class="bubble" lang={locale} dir="auto">
              <Lines text={text} />
            </p>
          ))}
        </div>
      </section>
      {card.choices.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: buttons, not a field set
        <div class="card-actions" role="group" aria-label={say.agent.actions}>
          {card.choices.map((choice) => (
            <button
              key={choice.id}
              type="button"
              class={`button ${choice.style ?? ''} ${pressed === choice.id ? 'pressed' : ''}`}
              aria-disabled={pressed !== undefined}
              onClick={() => {
                asked.current = true
                onPress(choice.id)
              }}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}
