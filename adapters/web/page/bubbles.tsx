import { Drawn } from './drawn.tsx'
import { Icon } from './icons.tsx'
import { Lines } from './lines.tsx'
import type { Entry, Said } from './log.ts'
import { PromptBubble } from './prompt.tsx'
import type { Outbound } from './wire.ts'
import { useWords } from './words.ts'

export interface BubbleActions {
  pressed: ReadonlyMap<string, string>
  onPress: (message: string, choice: string) => void
  onAgain: (slot: string) => void
}

/** One line of a conversation: own words on the right, the bot's on the left, in the language in which they are written. */
export function Bubble({ entry, actions }: { entry: Entry; actions: BubbleActions }) {
  const { say } = useWords()
  if (entry.kind === 'said') return <Own said={entry} onAgain={() => actions.onAgain(entry.slot)} />
  return (
    <div class="row bot" lang={entry.content.locale}>
      <span class="unseen">{say.customer.bot}: </span>
      <Told
        content={entry.content}
        pressed={actions.pressed.get(entry.id)}
        onPress={(choice) => actions.onPress(entry.id, choice)}
      />
    </div>
  )
}

interface ToldProps {
  content: Outbound
  pressed: string | undefined
  onPress: (choice: string) => void
}

function Told({ content, pressed, onPress }: ToldProps) {
  switch (content.kind) {
    case 'text':
      return (
        <p class={`bubble ${content.text.includes('\n') ? 'titled' : ''}`} dir="auto">
          <Lines text={content.text} />
        </p>
      )
    case 'prompt':
      return <PromptBubble prompt={content} pressed={pressed} onPress={onPress} />
    case 'picture':
      return <img class="picture" src={`data:image/png;base64,${content.png}`} alt={content.alt} />
    case 'drawing':
      return <Drawn drawing={content} />
    case 'card':
      return (
        <p class="bubble" dir="auto">
          {content.title}
        </p>
      )
  }
}

function Own({ said, onAgain }: { said: Said; onAgain: () => void }) {
  const { say } = useWords()
  return (
    <div class={`row own ${said.state}`}>
      <span class="unseen">{say.customer.you}: </span>
      <p class="bubble" dir="auto">
        {said.text}
        {said.state === 'sending' && (
          <span class="under-way" title={say.customer.sending}>
            <Icon name="clock" />
            <span class="unseen">{say.customer.sending}</span>
          </span>
        )}
      </p>
      {said.state === 'failed' && (
        <p class="failed">
          {said.problem ?? say.customer.notSent}{' '}
          <button type="button" class="link" onClick={onAgain}>
            {say.customer.again}
          </button>
        </p>
      )}
    </div>
  )
}
