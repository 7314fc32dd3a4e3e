import { randomBytes } from 'node:crypto'
import { unanswered } from '../../src/network.ts'
import type { Onboarding } from '../../src/onboarding.ts'
import { CHANNEL } from './parse.ts'

/** How a connector is set up. Whether it is there is asked without sending it anything; that takes `patience` ms at most. */
export const webhookOnboarding = ({ patience }: { patience: number }): Onboarding => ({
  name: CHANNEL,
  key: 'WEBHOOK_URL',
  first: [{ variable: 'WEBHOOK_URL', where: 'setup.webhook.url', secret: false, needed: true }],
  next: () => [
    {
      variable: 'WEBHOOK_SECRET',
      where: 'setup.webhook.secret',
      secret: true,
      needed: true,
      make: () => `whsec_${randomBytes(32).toString('base64')}`,
    },
  ],
  takeaways: () => [],
  async check({ WEBHOOK_URL = '' }) {
    try {
      await fetch(WEBHOOK_URL, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patience) })
      return [{ good: true, says: 'setup.webhook.answers', values: { host: new URL(WEBHOOK_URL).host } }]
    } catch (error) {
      const values = { platform: new URL(WEBHOOK_URL).host, reason: unanswered(error).code }
      return [{ good: false, says: 'setup.away', values }]
    }
  },
  finish: async () => [{ good: true, says: 'setup.webhook.done' }],
})
