import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'

export const PANES = ['customer', 'agent', 'manager'] as const
export type PaneId = (typeof PANES)[number]

const ICONS = { customer: 'chat', agent: 'tray', manager: 'chart' } as const

interface Props {
  id: PaneId
  name: string
  about: string
  actions?: ComponentChildren
  children: ComponentChildren
}

/** The frame that the three conversations share. */
export function Pane({ id, name, about, actions, children }: Props) {
  return (
    <section class={`pane ${id}`} aria-labelledby={`${id}-name`}>
      <header class="pane-head">
        <span class="pane-mark">
          <Icon name={ICONS[id]} />
        </span>
        <div class="pane-name">
          <h2 id={`${id}-name`}>{name}</h2>
          <p>{about}</p>
        </div>
        <div class="pane-actions">{actions}</div>
      </header>
      {children}
    </section>
  )
}
