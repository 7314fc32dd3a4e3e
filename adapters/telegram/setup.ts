import type { Api } from 'grammy'
import type { LanguageCode } from 'grammy/types'
import type { Command, TelegramDeps } from './deps.ts'
import type { Self } from './person.ts'
import { ASKED_FOR } from './update.ts'
import { WEBHOOK } from './webhook.ts'

/** Who the bot is. */
export async function whoAmI(api: Api): Promise<Self> {
  const { id, username } = await api.getMe()
  return { id, username }
}

/** Where updates go from now on. Telegram keeps those that have come meanwhile. */
export async function direct(api: Api, { mode, publicUrl }: TelegramDeps, secret: string): Promise<void> {
  if (mode === 'polling') await api.deleteWebhook()
  else if (publicUrl !== undefined) {
    const url = new URL(WEBHOOK, publicUrl).href
    await api.setWebhook(url, { secret_token: secret, allowed_updates: ASKED_FOR })
  }
}

/** The menu of commands, in each language. */
export async function publishCommands(api: Api, commands: Command[]): Promise<void> {
  for (const { language, list } of menus(commands))
    await api.setMyCommands(list, language === null ? {} : { language_code: language })
}

interface Menu {
  /** Null: for everybody whose language has none of its own. */
  language: LanguageCode | null
  list: { command: string; description: string }[]
}

/** Telegram's menus know one Chinese, `zh`: it is shown in both scripts where they differ. */
export function menus(commands: Command[]): Menu[] {
  const listed = (describe: (of: Command['description']) => string) =>
    commands.map(({ command, description }) => ({ command, description: describe(description).slice(0, 256) }))
  const both = (of: Command['description']): string => [...new Set([of['zh-Hans'], of['zh-Hant']])].join(' · ')
  return [
    { language: null, list: listed(({ en }) => en) },
    { language: 'zh', list: listed(both) },
  ]
}
