import { useRef, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'

const LIMIT = 4000 // characters the server takes

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

  const submit = () => {
    if (text.trim() === '' || disabled) return
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
      <textarea
        ref={area}
        rows={1}
        maxLength={LIMIT}
        value={text}
        placeholder={label}
        aria-label={label}
        dir="auto"
        autoComplete="off"
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <button type="submit" class="send" aria-label={send} title={send} disabled={disabled || text.trim() === ''}>
        <Icon name="send" />
      </button>
    </form>
  )
}
