import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

const SHOWN = 7000

interface Props {
  notice: { n: number; text: string } | null
  onGone: () => void
}

/** A word in passing; it goes by itself, unless somebody points at it or has it in focus. */
export function Toast({ notice, onGone }: Props) {
  const { say } = useWords()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (notice === null || held) return
    const timer = setTimeout(onGone, SHOWN)
    return () => clearTimeout(timer)
  }, [notice, held, onGone])
  return (
    <div class="toasts" role="status">
      {notice !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only gives time to read
        <div
          class="toast"
          key={notice.n}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <p>{notice.text}</p>
          <button type="button" class="icon-button" aria-label={say.close} onClick={onGone}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
