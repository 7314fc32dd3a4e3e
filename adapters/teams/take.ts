import type { Immediate, Receive } from '../../src/channel.ts'
import type { AdaptiveCard } from './card.ts'
import type { Connector } from './connector.ts'
import { formCard, presets, shapeOf } from './form.ts'
import type { Parsed, Scene } from './parse.ts'
import { withoutThread } from './person.ts'
import { taskCard } from './render.ts'
import { activityOf } from './send.ts'
import type { Behind } from './submitted.ts'
import { wordsFor } from './words.ts'

/** What Teams is told: taken, with or without a body, or `again` — nothing was stored, send it once more. */
export type Told = { again: false; body?: Record<string, unknown> } | { again: true }

const TAKEN: Told = { again: false }

export interface Taker {
  /** Answers after the commit. What goes to Teams beside the answer goes after it. */
  take(parsed: Parsed): Promise<Told>
  /** Resolves when nothing of that is under way. */
  drained(): Promise<void>
}

/** Something to be shown to who pressed: a line, or a card in the place of the pressed one. */
type Shown = { kind: 'line'; text: string } | { kind: 'card'; card: AdaptiveCard }

/**
 * Hands on what was parsed and shows what the receipt says. A receipt is waited for however long it takes: Teams gives up after 15 s
 * and sends the activity again, and then its key tells that it had its effect.
 */
export function createTaker(
  receive: Receive,
  connect: () => Promise<Connector>,
  onError: (error: unknown) => void,
): Taker {
  const under = new Set<Promise<void>>()

  function after(work: () => Promise<unknown>): void {
    const done = work()
      .catch(onError)
      .then(() => {
        under.delete(done)
      })
    under.add(done)
  }

  function show(shown: Shown | null, scene: Scene): Told {
    if (scene.how === 'invoke')
      return { again: false, body: answerOf(shown ?? { kind: 'line', text: wordsFor(scene.locale).taken }) }
    if (shown !== null) after(() => tell(shown, scene))
    return TAKEN
  }

  /** Older clients press by a message, which is not answered: what there is to say is said in the conversation, in the card's place. */
  async function tell(shown: Shown, { service, conversation, card }: Scene): Promise<void> {
    const connector = await connect()
    const target = { service, conversation, tenant: null }
    if (shown.kind === 'line')
      return void (await connector.post(target, activityOf({ kind: 'text', text: shown.text })))
    const activity = activityOf({ kind: 'card', card: shown.card, summary: shown.card.fallbackText })
    if (card === null) await connector.post(target, activity)
    else await connector.replace({ ...target, conversation: withoutThread(conversation) }, card, activity)
  }

  return {
    async take(parsed) {
      if (parsed.kind === 'unsupported') return TAKEN
      const { scene } = parsed
      if (parsed.kind === 'aside') return show(aside(scene), scene)
      const { outcome, immediate } = await receive(parsed.inbound)
      if (outcome === 'retry') return { again: true }
      return show(immediate ? shownBy(immediate, scene) : null, scene)
    },
    async drained() {
      while (under.size > 0) await Promise.all(under)
    },
  }
}

/** The answer to a press, as Teams wants it inside the request. Source: “Universal Actions”, response format. */
const answerOf = (shown: Shown): Record<string, unknown> =>
  shown.kind === 'line'
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: shown.text }
    : { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: shown.card }

function aside({ submitted, locale }: Scene): Shown {
  if (submitted?.kind === 'nothing') return { kind: 'line', text: wordsFor(locale).pick }
  const behind = behindOf(submitted)
  if (behind === null) return { kind: 'line', text: wordsFor(locale).left }
  return { kind: 'card', card: taskCard(behind.card, behind.message, behind.locale) }
}

const behindOf = (submitted: Scene['submitted']): Behind | null =>
  submitted === null || submitted.kind === 'nothing' ? null : submitted.behind

function shownBy(immediate: Immediate, { submitted }: Scene): Shown {
  const behind = behindOf(submitted)
  switch (immediate.kind) {
    case 'notice':
      return { kind: 'line', text: immediate.text }
    case 'form': {
      const { token, fields } = immediate
      const card = formCard({ token, form: shapeOf(immediate), values: presets(fields), problems: {}, behind })
      return { kind: 'card', card }
    }
    case 'invalid': {
      const { problems } = immediate
      if (submitted?.kind !== 'form') return { kind: 'line', text: Object.values(problems).join(' ') }
      const { token, form, values } = submitted
      return { kind: 'card', card: formCard({ token, form, values, problems, behind }) }
    }
  }
}
