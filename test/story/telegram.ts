import { openTelegram, TOKEN } from '../telegram/stand-in/server.ts'
import { type Platform, until } from './sides.ts'

/**
 * Customers in their private chats, who come by a link. The bot asks for updates, or is `called` by web hook. There are no forms, so
 * staff do not work here.
 */
export async function telegramPlatform(called = false): Promise<Platform> {
  const telegram = await openTelegram({ now: Date.now })
  const secret: Record<string, string> = called ? { TELEGRAM_SECRET_TOKEN: 'the-secret-of-the-story' } : {}
  /** Resolves when what has happened is acknowledged. */
  const handed = (): Promise<void> => (called ? telegram.updates.deliver() : telegram.updates.acknowledged())
  return {
    channel: 'telegram',
    env: { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.apiRoot, ...secret },
    staff() {
      throw new Error('Telegram has no forms: staff work elsewhere')
    },
    async connect() {
      await until(
        () => 'a bot that asks for updates, or says where it is to be called',
        () => telegram.calls.find((call) => call === (called ? 'setWebhook' : 'getUpdates')) ?? null,
      )
    },
    async customer({ name, locale }) {
      const account = telegram.person({ name, locale: locale.toLowerCase(), started: false })
      return {
        address: undefined,
        async open(link) {
          account.open(new URL(link).searchParams.get('start') ?? undefined)
          await handed()
        },
        async say(words) {
          account.type(words)
          await handed()
        },
        async press(label) {
          account.press(label)
          await handed()
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
    refusals: () => telegram.limits.floods,
    close: telegram.close,
  }
}
