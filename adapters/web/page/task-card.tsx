import { useRef } from 'preact/hooks'
import { useFocusKept } from './focus.ts'
import { Marked } from './marked.tsx'
import type { Task } from './tasks.ts'
import { useWords } from './words.ts'

interface Props {
  task: Task
  pressed: string | undefined
  onPress: (choice: string) => void
}

/** A follow-up task: what the customer said, what is known, what was done, and what can be done next. */
export function TaskCard({ task: { card }, pressed, onPress }: Props) {
  const { say } = useWords()
  const box = useRef<HTMLElement>(null)
  useFocusKept(box)
  return (
    <article class="card" lang={card.locale} aria-label={card.title} ref={box} tabIndex={-1}>
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
              onClick={() => onPress(choice.id)}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}
