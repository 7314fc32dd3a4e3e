import { useEffect } from 'preact/hooks'
import type { Conversation } from './conversation.ts'
import type { Embedding, Host } from './embed.ts'
import { keep, kept } from './keep.ts'
import type { Session } from './wire.ts'

/** Tells the site around the chat how many messages of the bot have come since it was last open. */
export function useUnread(
  conversation: Conversation | null,
  session: Session | null,
  host: Host | null,
  around: Embedding | null,
): void {
  const open = host?.open === true
  useEffect(() => {
    if (conversation === null || session === null || around === null) return
    const count = () => {
      const { seq, recorded } = conversation.view.get().log
      if (open) keep('seen', `${seq} ${session.address}`)
      const [, last, whose] = /^(\d+) (.*)$/.exec(kept('seen') ?? '') ?? []
      const seen = open ? seq : whose === session.address ? Number(last) : 0
      const unread = recorded.filter((entry) => entry.kind === 'shown' && entry.first > seen)
      around.tell({ afterword: 'unread', count: unread.length })
    }
    count()
    return conversation.view.watch(count)
  }, [conversation, session, open, around])
}
