import { isValidSlackRequest } from '@slack/bolt'

/** Seconds by which a request's time may differ from ours, either way. */
const SKEW = 5 * 60

/** Whether Slack has signed this very body within five minutes: Bolt's own check (constant time), which lets the future pass. */
export function isSigned(headers: Headers, body: string, secret: string, now: number): boolean {
  const stated = headers.get('x-slack-request-timestamp') ?? ''
  const signature = headers.get('x-slack-signature') ?? ''
  if (!/^\d{1,12}$/.test(stated) || !/^v0=[0-9a-f]{64}$/.test(signature)) return false
  if (Number(stated) > now / 1_000 + SKEW) return false
  return isValidSlackRequest({
    signingSecret: secret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stated) },
    nowMilliseconds: now,
  })
}
