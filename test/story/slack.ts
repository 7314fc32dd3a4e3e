import type { Person as Account } from '../slack/stand-in/person.ts'
import { startSlack } from '../slack/stand-in/slack.ts'
import { type Person, type Platform, type Seen, until } from './sides.ts'

/** Customers and staff in their direct conversations with the bot; events over HTTP, or over so many sockets, one of each process. */
export async function slackPlatform(sockets = 0): Promise<Platform> {
  const slack = await startSlack()
  const { world } = slack
  let joined = 0

  const join = ({ name, locale }: Person): Account =>
    slack.join(`U0STORY0${++joined}`, { name, locale: LOCALES[locale] ?? 'en-US' })

  /** Labels of the facts of a card: they stand above their values. */
  const labels = (ts: string): string[] =>
    (world.messages.find((message) => message.ts === ts)?.blocks ?? []).flatMap((block) =>
      block.type === 'section' ? (block.fields ?? []).map(({ text }) => /^\*(.*)\*\n/.exec(text)?.[1] ?? '') : [],
    )

  function side(account: Account) {
    return {
      async say(words: string) {
        // The client sends a command to its own address, and everything else as a message.
        const [, command, rest = ''] = /^(\/\w+)\s*(.*)$/s.exec(words) ?? []
        taken(await (command === undefined ? account.say(words) : account.command(command, rest)))
      },
      async press(label: string) {
        taken(await account.press(label))
      },
      screen: () => account.screen().map((message) => seen(message, labels(message.ts))),
    }
  }

  return {
    channel: 'slack',
    env: {
      SLACK_BOT_TOKEN: world.token,
      SLACK_API_URL: slack.apiUrl,
      ...(sockets === 0 ? { SLACK_SIGNING_SECRET: world.signingSecret } : { SLACK_APP_TOKEN: world.appToken }),
    },
    staff(person) {
      const account = join(person)
      return {
        ...side(account),
        user: account.id,
        form() {
          const modal = account.modal()
          if (modal === null) return null
          const fields = modal.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []))
          return { title: modal.title.text, fields }
        },
        async fill(values) {
          const heard = await account.fill(values)
          taken(heard)
          return heard.errors
        },
        notices: account.whispers,
      }
    },
    async connect({ origin }) {
      slack.install(origin)
      await until(
        () => `${sockets} sockets`,
        () => (slack.sockets() >= sockets ? true : null),
      )
    },
    async customer(person) {
      const account = join(person)
      return {
        ...side(account),
        address: account.id,
        async open() {
          throw new Error('on Slack the bot writes first')
        },
      }
    },
    refusals: () => world.floods,
    close: slack.close,
  }
}

const LOCALES: Record<string, string> = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }

function taken({ taken, status }: { taken: boolean; status: number }): void {
  if (!taken) throw new Error(`the bot did not take it (${status})`)
}

const seen = ({ ts, words, buttons, thread }: ReturnType<Account['screen']>[number], labels: string[]): Seen => ({
  id: ts,
  words: labels.reduce((text, label) => text.replace(`${label}\n`, `${label}: `), words),
  buttons: buttons.map(({ label }) => label),
  under: thread,
})
