import { useRef } from 'preact/hooks'
import { PANES, type PaneId } from './pane.tsx'
import { useWords } from './words.ts'

interface Props {
  open: PaneId
  todo: number
  onOpen: (pane: PaneId) => void
}

/** The three conversations one at a time, where the window is narrow. Arrows go from tab to tab. */
export function Tabs({ open, todo, onOpen }: Props) {
  const { say } = useWords()
  const tabs = useRef(new Map<PaneId, HTMLButtonElement | null>())
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = PANES[(PANES.indexOf(open) + step + PANES.length) % PANES.length]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onOpen(next)
    tabs.current.get(next)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={say.panes} onKeyDown={walk}>
      {PANES.map((pane) => (
        <button
          key={pane}
          ref={(tab) => {
            tabs.current.set(pane, tab)
          }}
          type="button"
          role="tab"
          id={`${pane}-tab`}
          aria-controls={`${pane}-panel`}
          aria-selected={pane === open}
          tabIndex={pane === open ? 0 : -1}
          onClick={() => onOpen(pane)}
        >
          {say[pane].name}
          {pane === 'agent' && todo > 0 && <span class="badge">{todo}</span>}
        </button>
      ))}
    </div>
  )
}
