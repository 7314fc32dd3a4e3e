import { useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

const LIMIT = 4000 // characters the server takes
const COUNTED = 200 // so many before it they are counted, in time to come to an end

interface Props {
  label: string
  send: string
  onSend: (text: string) => void
  /** Earlier commands, oldest first, called back by the up arrow; none in a customer's chat. */
  earlier?: readonly string[]
  disabled?: boolean
}

/** Where one writes: Enter sends, Shift+Enter begins a new line, and an Enter that only ends the typing of Chinese does neither. */
export function Composer({ label, send, onSend, earlier = [], disabled = false }: Props) {
  const [text, setText] = useState('')
  const [back, setBack] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const { say } = useWords()
  const counter = useId()
  const { length } = text.trim()
  const tooLong = length > LIMIT
  const counted = length > LIMIT - COUNTED

  const submit = () => {
    if (length === 0 || tooLong || disabled) return
    onSend(text.trim())
    setText('')
    setBack(0)
    area.current?.focus()
  }
  const recall = (to: number) => {
    setBack(to)
    setText(to === 0 ? '' : (earlier.at(-to) ?? ''))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      submit()
    } else if (event.key === 'ArrowUp' && back < earlier.length && (text === '' || back > 0)) {
      event.preventDefault()
      recall(back + 1)
    } else if (event.key === 'ArrowDown' && back > 0) {
      event.preventDefault()
      recall(back - 1)
    }
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {counted && (
        <p class={`length ${tooLong ? 'wrong' : ''}`} id={counter}>
          {say.length(String(length))}
          {tooLong && <span role="alert">{say.tooLong}</span>}
        </p>
      )}
      <textarea
        ref={area}
        rows={1}
        value={text}
        placeholder={label}
        aria-label={label}
        aria-invalid={tooLong}
        aria-describedby={counted ? counter : undefined}
        dir="auto"
        autoComplete="off"
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <button type="submit" class="send" aria-label={send} title={send} disabled={disabled || length === 0 || tooLong}>
        <Icon name="send" />
      </button>
    </form>
  )
}
