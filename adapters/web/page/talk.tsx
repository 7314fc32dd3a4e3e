import type { ComponentChildren } from 'preact'
import { ChatLog } from './chat-log.tsx'
import { Composer } from './composer.tsx'
import type { Conversation } from './conversation.ts'
import { FormDialog } from './form-dialog.tsx'
import { Line } from './line.tsx'
import type { Entry } from './log.ts'
import { useStore } from './store.ts'
import { Toast } from './toast.tsx'
import { Speaking, tongueOf } from './words.ts'

interface Props {
  conversation: Conversation
  entries: readonly Entry[]
  label: string
  write: string
  send: string
  earlier?: readonly string[]
  fromQuestion?: boolean
  /** What stands there while nothing has been said. */
  empty: ComponentChildren
  /** What stands between the log and the composer. */
  children?: ComponentChildren
}

/** A conversation: its log, the state of the line, and where one writes. */
export function Talk({
  conversation,
  entries,
  label,
  write,
  send,
  earlier,
  fromQuestion = false,
  empty,
  children,
}: Props) {
  const { link, pressed, log, fetching } = useStore(conversation.view)
  const past = { more: log.first > 0, fetching, onMore: () => void conversation.earlier() }
  const actions = {
    pressed,
    onPress: (message: string, choice: string) => void conversation.press(message, choice),
    onAgain: (slot: string) => void conversation.again(slot),
  }
  return (
    <>
      <Line link={link} />
      <ChatLog
        entries={entries}
        label={label}
        busy={link === 'connecting'}
        past={past}
        actions={actions}
        fromQuestion={fromQuestion}
      >
        {empty}
      </ChatLog>
      {children}
      <Composer
        label={write}
        send={send}
        onSend={(text) => void conversation.say(text)}
        {...(earlier === undefined ? {} : { earlier })}
      />
    </>
  )
}

/** What a conversation opens above the page: its form, and its word to the one who pressed. */
export function Above({ conversation }: { conversation: Conversation }) {
  const { form, notice } = useStore(conversation.view)
  return (
    <>
      {form !== null && (
        <Speaking value={tongueOf(form.form.locale)}>
          <FormDialog
            key={form.form.token}
            open={form}
            onSubmit={(values) => void conversation.submit(values)}
            onClose={conversation.dismiss}
          />
        </Speaking>
      )}
      <Toast notice={notice} onGone={conversation.hush} />
    </>
  )
}
