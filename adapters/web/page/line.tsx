import type { Link } from './stream.ts'
import { useWords } from './words.ts'

/** The state of the line, said only while it is broken; it lies above what it belongs to, so that nothing moves. */
export function Line({ link }: { link: Link }) {
  const { say } = useWords()
  return (
    <div role="status" class="line">
      {link === 'lost' && <p class="lost">{say.lost}</p>}
      {link === 'connecting' && <p class="lost slow">{say.connecting}</p>}
    </div>
  )
}
