import { openTelegram, TOKEN } from '../telegram/stand-in/server.ts'
import { type Platform, until } from './sides.ts'

/** Customers in their private chats, who come by a link; the bot asks for updates. There are no forms, so staff do not work here. */
export async function telegramPlatform(): Promise<Platform> {
  const telegram = await openTelegram({ now: Date.now })
  return {
    channel: 'telegram',
    env: { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.apiRoot },
    staff() {
      throw new Error('Telegram has no forms: staff work elsewhere')
    },
    async connect() {
      await until(
        () => 'a bot that asks for updates',
        () => telegram.calls.find((call) => call === 'getUpdates') ?? null,
      )
    },
    async customer({ name, locale }) {
      const account = telegram.person({ name, locale: locale.toLowerCase(), started: false })
      const acknowledged = telegram.updates.acknowledged
      return {
        address: undefined,
        async open(link) {
          account.open(new URL(link).searchParams.get('start') ?? undefined)
          await acknowledged()
        },
        async say(words) {
          account.type(words)
          await acknowledged()
        },
        async press(label) {
          account.press(label)
          await acknowledged()
        },
        screen: () =>
          account.screen().map(({ message_id, text, rows }) => ({
            id: String(message_id),
            words: text,
            buttons: rows.flat().map((key) => key.text),
            under: null,
          })),
      }
    },
    close: telegram.close,
  }
}
