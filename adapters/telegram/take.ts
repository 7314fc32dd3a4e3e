import type { Api } from 'grammy'
import type { Immediate, Receipt, Receive } from '../../src/channel.ts'
import type { Log } from './deps.ts'
import { reasonOf } from './errors.ts'
import { isWordless, type Parsed } from './parse.ts'
import { clip } from './rich.ts'
import { noForm } from './words.ts'

/** Characters of a notice over the chat, and how many a passing one may have to be read in its time. */
const NOTICE_LIMIT = 200
const PASSING = 50
/** Albums that are remembered, at most. */
const MOST_ALBUMS = 1_000

export interface Taker {
  /** Whether the update has had its effect, or is to come again. Never rejects. */
  take(parsed: Parsed): Promise<'taken' | 'again'>
  /** Resolves when every press has its answer. */
  settled(): Promise<void>
}

/** Hands updates to the product, and answers each press once it is known what became of it. */
export function createTaker(api: Api, receive: Receive, log: Log): Taker {
  const answering = new Set<Promise<void>>()
  /** Of which a part was handed on. */
  const albums = new Set<string>()

  /** Telegram lets the button spin until it is answered. That happens beside the acknowledgement: nothing is lost with it. */
  function answer(query: string, immediate: Immediate | undefined): void {
    const said = immediate && notice(immediate)
    const text = said && { text: clip(said, NOTICE_LIMIT), show_alert: said.length > PASSING }
    const work = api.answerCallbackQuery(query, { ...text }).then(
      () => undefined,
      (error: unknown) => log.warn({ reason: reasonOf(error) }, 'a press could not be answered'),
    )
    answering.add(work)
    void work.then(() => answering.delete(work))
  }

  /** Of an album one part is answered, and those that say something: the words stand with its first part, where there are any. */
  function isAnswered(parsed: Parsed): boolean {
    if (parsed.kind !== 'inbound' || parsed.album === null) return false
    if (albums.has(parsed.album)) return isWordless(parsed.inbound.body)
    const [oldest] = albums.size >= MOST_ALBUMS ? albums : []
    if (oldest !== undefined) albums.delete(oldest)
    albums.add(parsed.album)
    return false
  }

  async function receipt(parsed: Parsed): Promise<Receipt> {
    if (parsed.kind === 'unsupported') {
      log.info({ update: parsed.update, reason: parsed.reason }, 'an update that is not supported')
      return { outcome: 'unsupported' }
    }
    try {
      return await receive(parsed.inbound)
    } catch {
      log.warn({ update: parsed.update }, 'an update could not be taken; it will come again')
      return { outcome: 'retry' }
    }
  }

  return {
    async take(parsed) {
      if (isAnswered(parsed)) return 'taken'
      const { outcome, immediate } = await receipt(parsed)
      if (outcome === 'retry') {
        if (parsed.kind === 'inbound' && parsed.album !== null) albums.delete(parsed.album)
        return 'again'
      }
      if (parsed.query !== null) answer(parsed.query, immediate)
      return 'taken'
    },
    async settled() {
      while (answering.size > 0) await Promise.all(answering)
    },
  }
}

function notice(immediate: Immediate): string {
  switch (immediate.kind) {
    case 'notice':
      return immediate.text
    case 'form':
      return noForm(immediate.locale)
    case 'invalid':
      return Object.values(immediate.problems).join('\n')
  }
}
