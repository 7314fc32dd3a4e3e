import type { bot as en } from '../en/bot.ts'

export const bot: Record<keyof typeof en, string> = {
  'bot.idle': '谢谢您的留言。目前没有需要您回答的问题；下次服务结束后，我会来问问您的感受。',
  'bot.stranger': '这些命令仅供员工使用。如果您是本公司员工，请联系管理员开通权限。',
  'bot.expired_button': '这个按钮已经失效了。',
  'bot.failed': '抱歉，我们这边出了点问题。您的留言已经保存，会有人来处理。',
  'bot.unreadable': '抱歉，我只能看懂文字，麻烦您用文字说一下好吗？',
  'bot.help':
    '您可以这样问：\n• {scores}\n• {scores_by}\n• {verbatims}\n• {keywords}\n• 任务 — 还有哪些没处理完\n• 帮助 — 显示这份说明\n每个得分都附带回答数（n）和 95% 置信区间。时间可以写：今天、昨天、近7天、本月、2026-10-01..2026-10-31。可以按班组、客服、渠道、问卷、日、周、月查看。',
  'bot.not_allowed': '您的角色没有这项权限，如有需要请联系管理员。',
  'bot.tasks_none': '目前没有待处理的任务。',
  'bot.tasks_own': '您负责的',
  'bot.tasks_overdue': '已逾期',
  'bot.tasks_none_such': '没有这样的待处理任务。',
  'bot.tasks_title': '{count, plural, other {# 个待处理任务}}',
  'bot.link': '请在十分钟内，到您的另一个渠道上给我发送：\nlink {code}',
  'bot.link_alone': '验证码只能给您本人看。请私聊我，再发送 link。',
  'bot.linked': '已绑定。现在您在这里也能处理任务、使用命令了。',
  'bot.linked_elsewhere':
    '您的身份刚刚在 {channel} 上也绑定了。如果不是您本人操作，请立即联系系统管理员撤销：afterword key --withdraw {id}',
  'bot.link_unknown': '这个验证码无效、已用过或已过期。请在我已认识您的渠道上发送 link 重新获取。',
  'bot.thread_edit': '客户收到的是您最初写的内容，修改不会送达。请在这里重新写一条。',
  'bot.thread_file': '文件无法发给客户，只能发送文字。',
  'bot.thread_caption': '文字已发给客户，文件没有：文件无法送达客户。',
  'bot.menu.help': '可以做什么',
  'bot.menu.human': '找人工客服',
  'bot.menu.skip': '跳过这个问题',
  'bot.menu.stop': '结束问答',
  'bot.menu.unsubscribe': '以后不再收到提问',
}
