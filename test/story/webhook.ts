import { openConnector, SECRET } from '../webhook/connector.ts'
import { createReplies } from './replies.ts'
import type { Person, Platform } from './sides.ts'

/** Customers and staff of a platform without an adapter, behind a connector of the owner's. */
export async function webhookPlatform(): Promise<Platform> {
  const connector = await openConnector({ now: Date.now })
  let events = ''
  let made = 0

  /** A conversation is called as its person: what they do and see, with the buttons as the connector shows them. */
  function open({ id, name, locale }: Person) {
    const { act, staff } = createReplies((body) =>
      connector.event(events, `event-${++made}`, { from: { conversation: id, user: id, name, locale }, body }),
    )
    const screen = () =>
      connector.screen(id).map(({ words, thread = null, message }, at) => ({
        id: `${at}`,
        words,
        under: thread,
        choices: 'choices' in message && !('answered' in message) ? message.choices : [],
      }))
    const side = {
      async say(text: string) {
        await act({ kind: 'text', text })
      },
      async press(label: string) {
        const choice = screen()
          .flatMap(({ choices }) => choices)
          .findLast((each) => each.label === label)
        if (!choice) throw new Error(`there is no button ${label}`)
        await act({ kind: 'press', token: choice.token })
      },
      screen: () => screen().map(({ choices, ...seen }) => ({ ...seen, buttons: choices.map(({ label }) => label) })),
    }
    return { side, staff }
  }

  return {
    channel: 'webhook',
    env: { WEBHOOK_URL: connector.url, WEBHOOK_SECRET: SECRET },
    staff(person) {
      const { side, staff } = open(person)
      return { ...side, ...staff, user: person.id }
    },
    async connect({ origin }) {
      events = `${origin}/webhook/events`
    },
    async customer(person) {
      return {
        ...open(person).side,
        address: person.id,
        async open() {
          throw new Error('behind a connector the bot writes first')
        },
      }
    },
    refusals: () => 0,
    close: connector.close,
  }
}
