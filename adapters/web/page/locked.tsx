import { useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import type { Login } from './staff.ts'
import { useWords } from './words.ts'

/** What stands in the staff panes for somebody without a session: how to get one. */
export function Locked({ login, opensFor }: { login: Login | null; opensFor: 'agent' | 'manager' }) {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)
  const command = `npm run afterword -- key --role ${opensFor}`
  if (login === null || login.kind === 'staff') return <div class="empty" aria-busy="true" />
  if (login.kind === 'unreachable') {
    return (
      <div class="empty" role="status">
        <p class="lost">{say.locked.unreachable}</p>
      </div>
    )
  }
  const copy = async () => {
    await navigator.clipboard.writeText(command)
    setCopied(true)
  }
  return (
    <div class="empty">
      <Icon name="key" />
      <p class="empty-title">{say.locked.title}</p>
      <p>{login.kind === 'refused' ? say.locked.refused : say.locked.how}</p>
      <p class="command">
        <code>{command}</code>
        {navigator.clipboard !== undefined && (
          <button type="button" class="link" onClick={() => void copy()}>
            {copied ? say.copied : say.copy}
          </button>
        )}
      </p>
    </div>
  )
}
