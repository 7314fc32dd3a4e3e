import type { asking as en } from '../en/asking.ts'

export const asking: Record<keyof typeof en, string> = {
  'asking.asked': '已邀請客戶評價。',
  'asking.asked_later': '目前為勿擾時段，將於 {time} 邀請客戶評價。',
  'asking.opted_out': '未邀請評價：這位客戶不希望收到評價邀請。',
  'asking.unreachable': '未邀請評價：沒有可以聯絡到這位客戶的聊天管道。',
  'asking.blocked': '未邀請評價：這位客戶已封鎖或移除機器人。',
  'asking.no_flow': '未邀請評價：這項服務沒有啟用的問卷。',
  'asking.automatic': '未邀請評價：這次服務是自動結束的。',
  'asking.in_dialog': '未邀請評價：這位客戶還在回答先前的問題。',
  'asking.cooldown': '未邀請評價：{ago}才邀請過這位客戶，{until} 之後才能再次邀請。',
  'asking.cooldown_ahead': '未邀請評價：已排定於 {time} 邀請這位客戶，{until} 之後才能再次邀請。',
  'asking.too_old': '未邀請評價：這次服務 {ago}就已結束，僅在服務結束後 {limit}內邀請。',
  'asking.sampled_out': '未邀請評價：僅抽樣邀請 {percent, number, ::.##}% 的服務，這次未抽中。',
}
