import { webApi } from '@slack/bolt'
import type { Finding, Given, Onboarding } from '../../src/onboarding.ts'
import { codeOf, REFUSED, toDelivery } from './errors.ts'
import { quiet } from './logger.ts'
import { manifest, SCOPES } from './manifest.ts'
import { CHANNEL, KEY } from './person.ts'

/** Seconds by which clocks may differ before signatures come near Slack's five minutes. */
const SKEW = 120

/** How a Slack app is set up: over HTTP where there is a public address, else in Socket Mode. A look takes `patience` ms at most. */
export function slackOnboarding({ now, patience }: { now: () => number; patience: number }): Onboarding {
  const clientOf = (given: Given, token: string | undefined) =>
    new webApi.WebClient(token ?? '', {
      logger: quiet(),
      timeout: patience,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      ...(given.SLACK_API_URL && { slackApiUrl: given.SLACK_API_URL }),
    })

  async function bot(given: Given): Promise<Finding[]> {
    return look('SLACK_BOT_TOKEN', async () => {
      const { team, user, response_metadata: metadata } = await clientOf(given, given.SLACK_BOT_TOKEN).auth.test()
      const missing = SCOPES.filter((scope) => metadata?.scopes !== undefined && !metadata.scopes.includes(scope))
      const who: Finding = { good: true, says: 'setup.slack.is', values: { team: team ?? '?', user: user ?? '?' } }
      if (missing.length === 0) return [who]
      return [who, { good: false, says: 'setup.slack.scopes', values: { scopes: missing.join(', ') } }]
    })
  }

  async function socket(given: Given): Promise<Finding[]> {
    return look('SLACK_APP_TOKEN', async () => {
      await clientOf(given, given.SLACK_APP_TOKEN).apps.connections.open({})
      return [{ good: true, says: 'setup.slack.socket' }]
    })
  }

  /** Slack's own clock, which its signatures carry. */
  async function clock(given: Given): Promise<Finding[]> {
    return look('SLACK_SIGNING_SECRET', async () => {
      const answer = await fetch(new URL('api.test', given.SLACK_API_URL ?? 'https://slack.com/api/'), {
        method: 'POST',
        signal: AbortSignal.timeout(patience),
      })
      const theirs = Date.parse(answer.headers.get('date') ?? '')
      const off = Math.round(Math.abs(now() - theirs) / 1_000)
      if (off > SKEW) return [{ good: false, says: 'setup.slack.clock', values: { seconds: off } }]
      return [{ good: true, says: 'setup.slack.signed' }]
    })
  }

  return {
    name: CHANNEL,
    key: 'SLACK_BOT_TOKEN',
    ids: { form: KEY, example: 'U0123ABCD' },
    first: [{ variable: 'PUBLIC_URL', where: 'setup.slack.public', secret: false, needed: false }],
    next: ({ PUBLIC_URL }) => [
      {
        variable: 'SLACK_BOT_TOKEN',
        where: 'setup.slack.token',
        secret: true,
        needed: true,
      },
      PUBLIC_URL
        ? {
            variable: 'SLACK_SIGNING_SECRET',
            where: 'setup.slack.secret',
            secret: true,
            needed: true,
          }
        : {
            variable: 'SLACK_APP_TOKEN',
            where: 'setup.slack.app',
            secret: true,
            needed: true,
          },
    ],
    takeaways: ({ PUBLIC_URL }) => [
      { file: 'slack-app.json', content: manifest(PUBLIC_URL || null), says: 'setup.slack.manifest' },
    ],
    async check(given) {
      const looks = [
        bot(given),
        ...(given.SLACK_APP_TOKEN ? [socket(given)] : []),
        ...(given.SLACK_SIGNING_SECRET ? [clock(given)] : []),
      ]
      return (await Promise.all(looks)).flat()
    },
    finish: async () => [{ good: true, says: 'setup.slack.done' }],
  }
}

async function look(variable: string, at: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await at()
  } catch (error) {
    const { status, reason } = toDelivery(error)
    const refused = status === 'rejected' || REFUSED.has(codeOf(error))
    const values = { platform: 'Slack', variable, reason }
    return [{ good: false, says: refused ? 'setup.refused' : 'setup.away', values }]
  }
}
