import { token } from '../channel.ts'
import type { Locale } from '../locale.ts'
import type { Letter } from './post.ts'
import { type Random, random } from './random.ts'
import { resolution } from './speak.ts'
import { CHANNEL, type Stage } from './stage.ts'
import { WORKERS } from './world.ts'

/** A task as its worker sees it: the first card of it in their conversation. */
interface Work {
  card: string
  worker: (typeof WORKERS)[number]
  draw: Random
  /** The language of the customer. */
  customer: Locale
  resolved: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CAUSES = [
  'people',
  'process',
  'process',
  'system',
  'communication',
  'communication',
  'expectation',
  'product',
] as const

/** The staff of the sample: most tasks are claimed within hours and resolved within days; some wait, some are forgotten. */
export function createWorkers(stage: Stage, seed: number, locales: ReadonlyMap<string, Locale>) {
  const tasks = new Map<string, Work>()

  function hear({ id, conversation, content, at: said }: Letter): void {
    const at = Date.parse(said)
    if (content.kind !== 'card') return
    const worker = WORKERS.find((each) => `${CHANNEL}:${each.id}` === conversation)
    if (!worker) return
    const known = tasks.get(content.subject)
    if (!known) {
      // The card names its customer by id: what becomes of it does not hang on its number.
      const named = content.facts.map(({ value }) => value).find((value) => locales.has(value))
      const draw = random(seed, `task of ${named ?? content.title}`)
      const work: Work = {
        card: id,
        worker,
        draw,
        customer: locales.get(named ?? '') ?? worker.locale,
        resolved: false,
      }
      tasks.set(content.subject, work)
      if (draw.chance(0.985)) claim(work, at)
      return
    }
    // Resolved, and to be claimed again: the customer said that it is not put right.
    if (known.worker === worker && known.resolved && content.choices.some((choice) => choice.id === 'claim')) {
      known.resolved = false
      const soon = known.draw.whole(20, 300) * MINUTE
      plan(known, at, soon, () => press(known, 'claim'))
      if (known.draw.chance(0.95)) plan(known, at, soon + known.draw.whole(1, 30) * HOUR, () => resolve(known))
    }
  }

  function claim(work: Work, at: number): void {
    const { draw } = work
    const soon = Math.round(Math.exp(Math.log(70 * MINUTE) + 1.1 * draw.normal()))
    plan(work, at, soon, () => press(work, 'claim'))
    const contact = soon + draw.whole(5, 240) * MINUTE
    if (draw.chance(0.88)) plan(work, at, contact, () => press(work, 'contacted'))
    if (draw.chance(0.07))
      plan(work, at, contact + HOUR, () => fill(work, 'snooze', { until: draw.pick(['4h', 'morning', '3d']) }))
    if (draw.chance(0.97)) plan(work, at, contact + draw.whole(1, 60) * HOUR, () => resolve(work))
  }

  function resolve(work: Work): Promise<void> {
    const { draw, worker, customer } = work
    work.resolved = true
    const { action, note } = resolution(draw, worker.locale, customer)
    return fill(work, 'resolve', { cause: draw.pick(CAUSES), action, note: draw.chance(0.5) ? note : '' })
  }

  const plan = (work: Work, from: number, wait: number, act: () => Promise<void>) =>
    stage.agenda.add({ at: from + wait, who: `${work.worker.id} ${work.card}`, act })
  const press = ({ worker, card }: Work, choice: string) =>
    stage.says(worker.id, { kind: 'press', token: token(card, choice) })
  const fill = ({ worker, card }: Work, choice: string, values: Record<string, string>) =>
    stage.says(worker.id, { kind: 'form', token: token(card, choice), values })

  return { hear }
}
