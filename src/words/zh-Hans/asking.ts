import type { asking as en } from '../en/asking.ts'

export const asking: Record<keyof typeof en, string> = {
  'asking.asked': '已邀请客户评价。',
  'asking.asked_later': '现在是免打扰时段，将于 {time} 邀请客户评价。',
  'asking.opted_out': '未邀请评价：这位客户不希望收到评价邀请。',
  'asking.unreachable': '未邀请评价：没有可以联系到这位客户的聊天渠道。',
  'asking.blocked': '未邀请评价：这位客户已屏蔽或移除了机器人。',
  'asking.no_flow': '未邀请评价：这项服务没有启用的问卷。',
  'asking.automatic': '未邀请评价：这次服务是自动结束的。',
  'asking.in_dialog': '未邀请评价：这位客户还在回答之前的问题。',
  'asking.cooldown': '未邀请评价：{ago}刚邀请过这位客户，{until} 之后才能再次邀请。',
  'asking.cooldown_ahead': '未邀请评价：已安排在 {time} 邀请这位客户，{until} 之后才能再次邀请。',
  'asking.too_old': '未邀请评价：这次服务{ago}就已结束，只在服务结束后{limit}内邀请。',
  'asking.sampled_out': '未邀请评价：只抽取 {percent, number, ::.##}% 的服务邀请评价，这次没有抽中。',
}
