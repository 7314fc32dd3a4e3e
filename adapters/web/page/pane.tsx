import type { ComponentChildren } from 'preact'

export const PANES = ['customer', 'agent', 'manager'] as const
export type PaneId = (typeof PANES)[number]

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
        <div>
          <h2 id={`${id}-name`}>{name}</h2>
          <p>{about}</p>
        </div>
        <div class="pane-actions">{actions}</div>
      </header>
      {children}
    </section>
  )
}
