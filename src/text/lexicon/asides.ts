import type { Rule } from '../pattern.ts'

/** How a clause is known to be beside the point: it opens so and feels nothing, or it holds nothing else but numbers; a `join` ends it. */
export type Aside = 'opening' | 'whole' | 'join'

const lines = (aside: Aside, list: string): Rule<Aside>[] =>
  list
    .trim()
    .split(/\s*[,\n]\s*/u)
    .map((pattern) => ({ pattern, payload: aside }))

/** Requests, contact details, references, greetings and bare thanks: neither good nor bad, whatever stands beside them. */
export const ASIDES: readonly Rule<Aside>[] = [
  ...lines('join', `because, but, 因为, 由于, 但`),
  ...lines(
    'opening',
    `please, pls, plz, kindly, my name is, (can|could|would|will) (you|someone|somebody|anyone)…(call|phone|ring|contact|email|text|message|get back to|reply to) (me|us), (can|could|would) you (please|kindly|tell|check|confirm|let me|send me)
    (id|i would|wed|we would) like…(call|callback|call back|reply|contact|speak|talk|hear|human|person|manager), i (want|need) (you|someone|somebody) to (call|contact|phone|ring), i (want|need|would appreciate) a (call|callback|reply), (waiting for|looking forward to|awaiting) your (call|reply|response|answer)
    (call|phone|ring|text|email|contact|message) (me|us) (back|on|at|by|via|after|before|between|tomorrow|today|tonight|when|asap|soon|please|later), (you can|you may|best to) (call|reach|contact|phone|email|text) (me|us), give (me|us) a (call|ring|callback), (im|i am) (available|free|reachable)
    请, 麻烦(你|您|请|帮|给|让|转|回|尽快|安排|联系|打|来电|查|叫|找|派), (能否|能不能|可不可以|可否|是否可以|方便)…(回电|回个电话|打个电话|打电话|联系我|联络我|回复我|联系一下)(, (能|可以)…(回电|回个电话|打个电话|打电话|联系我|联络我|回复我|联系一下)(
    (希望|想|想要|需要|要求|期待|盼|等)…(给我|跟我|与我|和我|)(回电|回个电话|打个电话|联系我|联络我|回复我|回复|来电), (尽快|速|务必)(回电|联系我|联络我|回复|给我), (给我|帮我)(回电|回个电话|打个电话|回一个电话|打电话), 打(我|给我)(电话|手机|), 回(我|个|一下)电话, 回电, 联系我, 联络我
    (可以|随时可以|有空|有空时|方便时|随时|明天|今天|下午|上午|晚上)…(打给我|打我电话|打我手机|联系我|联络我|回电|给我打电话|致电|来电), 我(叫|姓|的名字是), 本人姓`,
  ),
  ...lines(
    'whole',
    `hi, hello, hey, dear, there, good morning, good afternoon, good evening, sir, sirs, madam, or, to whom it may concern, team, everyone, all, support, customer service
    thank you, thanks, thx, many, in advance, again, cheers, regards, best, kind regards, wishes, sincerely, yours sincerely, bye, goodbye, have a (nice|good|great) (day|one|weekend|evening), and, please, as soon as possible, asap, soon, urgently
    (my|our|the) (phone|mobile|cell|contact|order|account|customer|ticket|case|booking|reference|tracking|) (number|id|ref) (is|), my (email|e mail|order|phone|mobile|wechat|whatsapp|address|booking|reference) (address|) (is|), (order|ticket|case|booking|reference|tracking|invoice|account|customer) (number|id|ref|no|), (on|at), phone, mobile, tel, cell, email, card, id, name, address, plate, date of birth, number, no
    你好, 您好, 哈喽, 嗨, 大家好, 亲, 早上好, 上午好, 下午好, 晚上好, 早安, 午安, 晚安, 在吗, 有人吗, 各位, 客服, 尊敬的, 打扰(了|一下|), 不好意思
    (先|)(谢谢|多谢|感谢|谢)(你|您|你们|您们|各位|大家|了|啦|哦|喔|啊|), 感恩, 感激不尽, 谢谢(配合|合作), 祝好, (顺|)祝商祺, 此致, 敬礼, 再见, 祝(你们|您|)(工作顺利|生活愉快|一切顺利|顺利), 拜托(了|), 辛苦了, 麻烦(您|你|)了, 尽快, 尽早, 早日
    (我的|本人|我|)(联系|联络|手机|)(电话|手机|手机号|手机号码|电话号码|号码|方式|邮箱|电邮|信箱|微信|微信号)(是|为|号|), (我的|)(订单|订单号|订单号码|单号|订单编号|工单号|工单编号|案件编号|案号|运单号|快递单号|流水号|会员号|会员编号|账号|帐号|客户编号|编号)(是|为|), 电子邮件, 卡号, 证件号, 姓名, 地址, 车牌, 出生日期`,
  ),
]
