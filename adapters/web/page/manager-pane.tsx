import type { Conversation } from './conversation.ts'
import { Empty } from './empty.tsx'
import { Pane } from './pane.tsx'
import { useStore } from './store.ts'
import { Talk } from './talk.tsx'
import { talk } from './tasks.ts'
import { useWords } from './words.ts'

/** The manager's console: questions in a line, answers in words and pictures. */
export function ManagerPane({
  conversation,
  locked,
}: {
  conversation: Conversation | null
  locked: preact.ComponentChildren
}) {
  const { say } = useWords()
  return (
    <Pane id="manager" name={say.manager.name} about={say.manager.about}>
      {conversation === null ? locked : <Console conversation={conversation} />}
    </Pane>
  )
}

function Console({ conversation }: { conversation: Conversation }) {
  const { say, locale } = useWords()
  const entries = talk(useStore(conversation.view).log)
  const earlier = entries.flatMap((entry) => (entry.kind === 'said' ? [entry.text] : []))
  return (
    <div class="talk console" lang={locale}>
      <Talk
        conversation={conversation}
        entries={entries}
        label={say.manager.log}
        write={say.manager.write}
        send={say.manager.send}
        earlier={earlier}
        fromQuestion
        empty={<Empty icon="chart" title={say.manager.empty} hint={say.manager.emptyHint} />}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: buttons, not a field set */}
        <div class="chips" role="group" aria-label={say.manager.examples}>
          {say.manager.chips.map((chip) => (
            <button key={chip} type="button" class="chip" onClick={() => void conversation.say(chip)}>
              {chip}
            </button>
          ))}
        </div>
      </Talk>
    </div>
  )
}
