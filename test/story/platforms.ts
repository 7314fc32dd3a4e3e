import type { Platform } from './sides.ts'
import { slackPlatform } from './slack.ts'
import { teamsPlatform } from './teams.ts'
import { telegramPlatform } from './telegram.ts'
import { webPlatform } from './web.ts'
import { webhookPlatform } from './webhook.ts'

/** Every platform on which the story can happen, by its channel. */
export const PLATFORMS: Record<'slack' | 'teams' | 'telegram' | 'web' | 'webhook', () => Promise<Platform>> = {
  slack: () => slackPlatform(),
  teams: teamsPlatform,
  telegram: () => telegramPlatform(),
  web: webPlatform,
  webhook: webhookPlatform,
}
