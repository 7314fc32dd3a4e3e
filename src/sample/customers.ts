import type { Outbound } from '../channel.ts'
import { token } from '../channel.ts'
import { DONE, SKIP } from '../flow/schema.ts'
import type { Ending } from './plan.ts'
import type { Letter } from './post.ts'
import { type Random, random } from './random.ts'
import { missing, opinion, ratingInWords, UNHAPPY } from './speak.ts'
import { CHANNEL, type Stage } from './stage.ts'
import { ANSWERS } from './world.ts'

interface Customer {
  key: string
  draw: Random
  ending: Ending
  /** Something was put to them, and they are about to answer it. */
  busy: boolean
}

const SECOND = 1_000
const HOUR = 3_600 * SECOND

type Prompt = Extract<Outbound, { kind: 'prompt' }>

/** The customers: each service is reported when it ends; who is asked answers as planned, and as what is asked demands. */
export function createCustomers(stage: Stage, seed: number) {
  const customers = new Map<string, Customer>()

  function serve(ending: Ending): void {
    const key = `c-${ending.customer}`
    stage.agenda.add({
      at: ending.at,
      who: key,
      async act() {
        const { id, customer, locale, team, agent } = ending
        const asked = await stage.ask({
          id,
          endedAt: new Date(ending.at).toISOString(),
          customer: { id: customer, channel: CHANNEL, address: key, locale },
          agent,
          team,
        })
        if (asked.outcome !== 'decided' || !asked.decision.asked) return
        customers.set(`${CHANNEL}:${key}`, { key, ending, draw: random(seed, id), busy: false })
      },
    })
  }

  /** A customer who writes though nobody asked. */
  function write(ending: Ending, at: number): void {
    const key = `c-${ending.customer}`
    const draw = random(seed, `${ending.id}-unasked`)
    const own = { ...ending, answersAfter: 20 * SECOND, stops: false }
    stage.agenda.add({
      at,
      who: key,
      async act() {
        customers.set(`${CHANNEL}:${key}`, { key, ending: own, draw, busy: false })
        await stage.says(key, { kind: 'text', text: opinion(draw, own) }, ending.locale)
      },
    })
  }

  function hear(letter: Letter): void {
    const customer = customers.get(letter.conversation)
    const { content } = letter
    if (!customer || customer.busy || content.kind !== 'prompt' || content.edits !== undefined) return
    const { draw } = customer
    const wait = delay(customer, letter.question)
    if (wait === null) return
    customer.busy = true
    stage.agenda.add({
      at: Date.parse(letter.at) + wait,
      who: customer.key,
      async act() {
        customer.busy = false
        await answer(customer, letter.id, content, draw)
      },
    })
  }

  async function answer(customer: Customer, id: string, prompt: Prompt, draw: Random): Promise<void> {
    const { key, ending } = customer
    const say = (text: string) => stage.says(key, { kind: 'text', text })
    const press = (choice: string) => stage.says(key, { kind: 'press', token: token(id, choice) })
    const ids = prompt.choices.map((choice) => choice.id)
    if (prompt.layout === 'scale') {
      const values = ids.filter((choice) => /^\d+$/.test(choice)).map(Number)
      const value = rating(values, ending.mood)
      return draw.chance(0.15)
        ? say(ratingInWords(draw, ending.locale, value, values.at(-1) ?? value))
        : press(String(value))
    }
    if (ids.includes('yes')) return press(draw.chance(ending.answersAfter === null ? 0.5 : 0.76) ? 'yes' : 'no')
    if (ids.length === 1) {
      if (!draw.chance(ending.mood < UNHAPPY ? 0.86 : 0.52)) return press(SKIP)
      return say(checked.has(customer) ? missing(draw, ending.locale) : opinion(draw, ending))
    }
    const choices = ids.filter((choice) => choice !== SKIP && choice !== DONE)
    await press(draw.pick(choices))
    if (prompt.choices.length > choices.length) await press(DONE)
  }

  /** Who has been asked whether it is put right. */
  const checked = new WeakSet<Customer>()

  function delay(customer: Customer, question: string | null): number | null {
    const { ending, draw } = customer
    if (question === 'right') {
      checked.add(customer)
      return draw.chance(0.7) ? draw.whole(10 * 60 * SECOND, 20 * HOUR) : null
    }
    if (ending.answersAfter === null) return null
    if (answered.has(customer)) return ending.stops ? null : draw.whole(8, 90) * SECOND
    answered.add(customer)
    return ending.answersAfter
  }

  /** Who has answered the first question. */
  const answered = new WeakSet<Customer>()

  return { serve, write, hear }
}

/** The answer that a mood stands for on a scale of so many. */
function rating(values: readonly number[], mood: number): number {
  const steps = ANSWERS[values.length]
  const at = steps ? steps.findIndex((upTo) => mood < upTo) : Math.floor(mood * values.length)
  return values[at < 0 ? values.length - 1 : at] ?? 0
}
