import { useState } from 'preact/hooks'
import type { Conversation } from './conversation.ts'
import { Empty } from './empty.tsx'
import { Line } from './line.tsx'
import { Pane } from './pane.tsx'
import { useStore } from './store.ts'
import { TaskCard } from './task-card.tsx'
import { TaskList } from './task-list.tsx'
import { groupOf, type Task, tasksOf, threadOf } from './tasks.ts'
import { Speaking, tongueOf, useWords } from './words.ts'

/** The follow-ups of a member of staff: a list, and the chosen one with what can be done about it. */
export function AgentPane({
  conversation,
  locked,
}: {
  conversation: Conversation | null
  locked: preact.ComponentChildren
}) {
  const { say } = useWords()
  return (
    <Pane id="agent" name={say.agent.name} about={say.agent.about}>
      {conversation === null ? locked : <Tasks conversation={conversation} />}
    </Pane>
  )
}

function Tasks({ conversation }: { conversation: Conversation }) {
  const { say } = useWords()
  const { log, pressed, link } = useStore(conversation.view)
  const [chosen, setChosen] = useState<string | null>(null)
  const tasks = tasksOf(log.recorded)
  const open = tasks.find((task) => task.card.subject === chosen) ?? firstToDo(tasks)
  if (open === undefined) return <Empty icon="tray" title={say.agent.empty} hint={say.agent.emptyHint} />
  const hold = () => setChosen(open.card.subject) // what comes meanwhile would take its place under the hand
  return (
    <div class="tasks">
      <Line link={link} />
      <TaskList tasks={tasks} open={open.card.subject} onOpen={setChosen} />
      <Speaking value={tongueOf(open.card.locale)}>
        <TaskCard
          key={open.card.subject}
          task={open}
          thread={threadOf(log, open.card.subject)}
          pressed={pressed.get(open.message)}
          onPress={(choice) => {
            hold()
            void conversation.press(open.message, choice)
          }}
          onHold={hold}
        />
      </Speaking>
    </div>
  )
}

function firstToDo(tasks: Task[]): Task | undefined {
  return tasks.find((task) => groupOf(task.card) === 'todo') ?? tasks[0]
}
