import { useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import type { Choice, Prompt } from './wire.ts'
import { useWords } from './words.ts'

interface Props {
  prompt: Prompt
  /** The choice that was pressed and is under way. */
  pressed: string | undefined
  onPress: (choice: string) => void
}

/** A question with its choices; once answered the choices stay in their place and show which one it was. */
export function PromptBubble({ prompt, pressed, onPress }: Props) {
  const id = useId()
  const short = prompt.choices.every((choice) => [...choice.label].length <= 3)
  const scale = prompt.layout === 'scale' && short
  return (
    <div class="prompt">
      <p class="bubble" id={id} dir="auto">
        {prompt.text}
      </p>
      {prompt.choices.length > 0 && prompt.answered === undefined && (
        <Choices {...{ prompt, scale, pressed, onPress }} labelledby={id} />
      )}
      {prompt.answered !== undefined && <Answered prompt={prompt} scale={scale} answered={prompt.answered} />}
      {prompt.note !== undefined && <Note {...prompt.note} />}
    </div>
  )
}

interface ChoicesProps extends Props {
  scale: boolean
  labelledby: string
}

/** One stop for the Tab key; arrows, Home and End go from choice to choice. */
function Choices({ prompt, scale, pressed, onPress, labelledby }: ChoicesProps) {
  const { choices, ends } = prompt
  const [at, setAt] = useState(0)
  const buttons = useRef<(HTMLButtonElement | null)[]>([])
  const walk = (event: KeyboardEvent) => {
    const to = destination(event.key, at, choices.length)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    buttons.current[to]?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take its name from the bubble above it
    <div class="choices" role="group" aria-labelledby={labelledby} onKeyDown={walk}>
      <div class={scale ? 'scale' : 'list'} data-count={choices.length}>
        {choices.map((choice, n) => (
          <button
            key={choice.id}
            ref={(button) => {
              buttons.current[n] = button
            }}
            type="button"
            class={`choice ${choice.style ?? ''} ${pressed === choice.id ? 'pressed' : ''}`}
            tabIndex={n === Math.min(at, choices.length - 1) ? 0 : -1}
            aria-disabled={pressed !== undefined}
            aria-label={scale ? spoken(choice, n, choices.length, ends) : undefined}
            onFocus={() => setAt(n)}
            onClick={() => onPress(choice.id)}
          >
            {choice.label}
          </button>
        ))}
      </div>
      {scale && <Ends ends={ends} />}
    </div>
  )
}

function Answered({ prompt, scale, answered }: { prompt: Prompt; scale: boolean; answered: string }) {
  const { say } = useWords()
  const chosen = prompt.choices.find((choice) => choice.id === answered)
  return (
    <div class="choices answered">
      <p class="unseen">{say.customer.answered(chosen?.label ?? answered)}</p>
      <div class={scale ? 'scale' : 'list'} data-count={prompt.choices.length} aria-hidden="true">
        {prompt.choices.map((choice) => (
          <span key={choice.id} class={`choice ${choice === chosen ? 'chosen' : ''}`}>
            {choice === chosen && !scale && <Icon name="check" />}
            {choice.label}
          </span>
        ))}
      </div>
      {scale && <Ends ends={prompt.ends} />}
    </div>
  )
}

function Ends({ ends }: { ends: Prompt['ends'] }) {
  if (ends === undefined) return null
  return (
    <div class="ends" aria-hidden="true">
      <span>{ends.low}</span>
      <span>{ends.high}</span>
    </div>
  )
}

/** The words of the note are those of its link. */
function Note({ text, link }: { text: string; link?: string | undefined }) {
  const safe = link !== undefined && /^https?:\/\//i.test(link) // never `javascript:`
  return (
    <p class="note">
      {safe ? (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
    </p>
  )
}

function destination(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** A number alone says nothing to somebody who cannot see the words at the ends of its row. */
function spoken(choice: Choice, n: number, count: number, ends: Prompt['ends']): string {
  if (ends === undefined) return choice.label
  if (n === 0) return `${choice.label}, ${ends.low}`
  if (n === count - 1) return `${choice.label}, ${ends.high}`
  return choice.label
}
