import { describe, expect, it } from 'vitest'
import type { AskDecision, REASONS } from '../../src/asking/ask.ts'
import { explain } from '../../src/asking/explain.ts'
import { LOCALES } from '../../src/locale.ts'

const NOW = '2026-11-22T06:05:00.000Z' // 14:05 in Shanghai
const no = (reason: (typeof REASONS)[number], detail: Record<string, string | number> = {}): AskDecision => ({
  asked: false,
  reason,
  detail,
})

describe('chatwoot#11569: a survey that is not sent says why', () => {
  it.each<[AskDecision, string, string, string]>([
    [{ asked: true, sendAt: NOW, rule: 'at_once' }, 'Asked.', '已邀请客户评价。', '已邀請客戶評價。'],
    [
      { asked: true, sendAt: '2026-11-23T01:00:00.000Z', rule: 'quiet_hours' },
      'Will be asked at Mon, Nov 23, 09:00, after the quiet hours.',
      '现在是免打扰时段，将于 11月23日周一 09:00 邀请客户评价。',
      '目前為勿擾時段，將於 11月23日週一 09:00 邀請客戶評價。',
    ],
    [
      no('cooldown', { askedAt: '2026-11-22T06:03:00.000Z', until: '2026-11-22T08:03:00.000Z' }),
      'Not asked: this customer was asked 2 minutes ago; the next question may go out after 16:03.',
      '未邀请评价：2分钟前刚邀请过这位客户，16:03 之后才能再次邀请。',
      '未邀請評價：2 分鐘前才邀請過這位客戶，16:03 之後才能再次邀請。',
    ],
    [
      no('cooldown', { askedAt: '2026-11-22T08:00:00.000Z', until: '2026-11-23T08:00:00.000Z' }),
      'Not asked: a question to this customer is already due at 16:00; the next one may go out after Mon, Nov 23, 16:00.',
      '未邀请评价：已安排在 16:00 邀请这位客户，11月23日周一 16:00 之后才能再次邀请。',
      '未邀請評價：已排定於 16:00 邀請這位客戶，11月23日週一 16:00 之後才能再次邀請。',
    ],
    [
      no('too_old', { endedAt: '2026-11-12T06:05:00.000Z', maxAge: 72 * 3_600_000 }),
      'Not asked: this service ended 10 days ago; questions go out within 3 days only.',
      '未邀请评价：这次服务10天前就已结束，只在服务结束后3天内邀请。',
      '未邀請評價：這次服務 10 天前就已結束，僅在服務結束後 3 天內邀請。',
    ],
    [
      no('sampled_out', { share: 0.125 }),
      'Not asked: only 12.5% of services are asked about, and this one was not drawn.',
      '未邀请评价：只抽取 12.5% 的服务邀请评价，这次没有抽中。',
      '未邀請評價：僅抽樣邀請 12.5% 的服務，這次未抽中。',
    ],
    [
      no('unreachable', { state: 'blocked' }),
      'Not asked: this customer has blocked or removed the bot.',
      '未邀请评价：这位客户已屏蔽或移除了机器人。',
      '未邀請評價：這位客戶已封鎖或移除機器人。',
    ],
    [
      no('unreachable', { state: 'none' }),
      'Not asked: there is no chat in which this customer can be reached.',
      '未邀请评价：没有可以联系到这位客户的聊天渠道。',
      '未邀請評價：沒有可以聯絡到這位客戶的聊天管道。',
    ],
  ])('%j', (decision, ...words) => {
    expect(LOCALES.map((locale) => explain(decision, NOW, 'Asia/Shanghai', locale))).toEqual(words)
  })

  it.each(['opted_out', 'no_flow', 'automatic', 'in_dialog'] as const)('%s', (reason) => {
    const said = LOCALES.map((locale) => explain(no(reason), NOW, 'Asia/Shanghai', locale))
    expect(new Set(said).size).toBe(LOCALES.length)
    for (const words of said) expect(words).toMatch(/^(Not asked|未邀请评价|未邀請評價)/)
  })
})
