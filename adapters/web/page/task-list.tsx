import { useLayoutEffect, useRef } from 'preact/hooks'
import { moment } from './moments.ts'
import { GROUPS, groupOf, type Task } from './tasks.ts'
import type { Card } from './wire.ts'
import { tongueOf, useWords } from './words.ts'

const DONE_SHOWN = 20

interface Props {
  tasks: Task[]
  /** Subject of the task shown below the list. */
  open: string
  onOpen: (subject: string) => void
}

/** All tasks by what has to be done about them. */
export function TaskList({ tasks, open, onOpen }: Props) {
  const { say, locale } = useWords()
  const list = useRef<HTMLElement>(null)
  const group = tasks.flatMap(({ card }) => (card.subject === open ? [groupOf(card)] : []))[0]
  const before = useRef(group)
  useLayoutEffect(() => {
    // What one has just dealt with goes to another group; one sees where it went.
    if (before.current !== group)
      list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
    before.current = group
  }, [group])
  return (
    <nav class="task-list" aria-label={say.agent.list} ref={list}>
      {GROUPS.map((group) => {
        const all = tasks.filter((task) => groupOf(task.card) === group)
        if (all.length === 0) return null
        return (
          <div class="group" key={group}>
            <h3>
              {say.agent.groups[group]} <span class="count">{all.length}</span>
            </h3>
            <ul>
              {all.slice(0, group === 'done' ? DONE_SHOWN : all.length).map(({ card, at }) => (
                <li key={card.subject}>
                  <button
                    type="button"
                    class="task-row"
                    lang={card.locale}
                    aria-current={card.subject === open}
                    onClick={() => onOpen(card.subject)}
                  >
                    <Dot card={card} />
                    <span class="task-title">{card.title}</span>
                    <span class="task-words" dir="auto">
                      {card.quotes[0]?.text ?? card.facts[0]?.value}
                    </span>
                    <time class="task-time" dateTime={at}>
                      {moment(at, locale)}
                    </time>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

/** How a task stands, in a colour, a form and a word. */
function Dot({ card: { tone, locale } }: { card: Card }) {
  const word = tongueOf(locale).say.agent.tones[tone]
  return <span class={`dot ${tone}`} role="img" aria-label={word} title={word} />
}
