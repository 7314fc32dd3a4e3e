/** What is to be done first: 退款, 换新, 修好, 打八折; not where it was not done (没解决), which is a complaint. */
const DEED =
  '(?<![没未不])(?:退钱|退款|退费|退我|退给|退返|退了|退回|退完|押金退|换新|换一|换个|换好|换货给|赔|补偿|补发|补寄|补给|补我|修好|整好|装好|弄好|搞定|搞掂|解决|处理好|处理完|处理了|降价|减价|打[\\p{Nd}\\p{sc=Han}]{1,2}折|打折|便宜点|便宜些|送我|送个|送张|送券|到账|道歉|改进|改善|改好|回电|回复我)'
/** How a customer says that it would come then: 就给, 我先打, 才会选, 就能有. */
const THEN = '(?:就|再|先|才)(?:会|能|可以|考虑)?(?:给|打|选|评|有|是)?'
/** Nothing tells how it went. */
const UNTOLD = '[^很太快慢久拖没未不等\\n]{0,8}?'
const BORDER = '(?:^|[\\n ,.;!，。；！、])'
const CONDITIONS = [
  `${DEED}${UNTOLD}${THEN}`,
  '(?<![分制我说])的话[^\\n]{0,4}?(?:给|打|选|评)',
  `[点些][^，。,\\n]{0,4}(?:${THEN}|能(?:给|打|有))`, // 态度好点就给
  `下次[^，。,\\n]{0,10}${THEN}`,
  `${BORDER}(?:你们|麻烦|请)?(?:先|等(?![了半到很太]))(?:[^很快。\\n]{0,14}${DEED}|[^很快。\\n]{0,8}再说)[^很快。\\n]{0,6}`,
]
const FIRST = new RegExp(`(?:${CONDITIONS.join('|')})(?:你们?|您|个|到|足|满)?$`, 'u')

/** "Sort it out, then it's a 5": what is asked for, and what follows from it. */
const ASKED =
  /(?:^|[.!?,;] ?)(?:just |please |pls |now )?(?:fix|sort|get|refund|send|call|pay|deliver|finish|repair|replace|return|solve|bring|answer)\b[^.!?]{0,32}\b(?:then|and (?:i|you|we|it|that))\b[^.!?]{0,24}$/u
/** "You get a 6 when someone calls me back", "I'll give 5 once it works". */
const FUTURE =
  /\b(?:you(?:'ll| will)? get|i(?:'ll| will)|(?:can|will|would) (?:be|have|get|give|rate)|probably)\b[^.,;!?]{0,16}$/u
const AFTERWARDS =
  /^\W{0,3}(?:stars?|points?)?\s?(?:when|once|after|as soon as|the day|the moment) (?:some|you|it|my|the|he|she|delivery)/u
/** "5 pending the refund": said without any verb. */
const PENDING =
  /^\W{0,3}(?:stars?|points?)?\s?(?:pending|subject to|assuming|as long as|so long as|on condition|depending on|provided (?:that|you|it|my|the)|once (?:it|my|the|you)|when (?:it's|its|it is|you've|my .{0,12} is) (?:all )?(?:done|fixed|finished|sorted|resolved|working|delivered|refunded|back))\b/u

/** Another company at the head of a clause (隔壁那家健身房, 第二间电讯), and what "I give" it. */
const ELSEWHERE =
  /^(?:(?:隔壁|对面|楼下|附近)[那的]?[家间个]?|[另别其第][一外他它二]?[家间个]|京东|淘宝|天猫|拼多多|抖音|美团|饿了么|顺丰|滴滴|星巴克|麦当劳|肯德基)[^你这今\n]{0,10}我[就会都才也还可]?(?:给|打|选|评)/u

/** How far around a number its condition stands. */
const REACH = 64

/** Whether the number at `from`..`to` of a folded `text` is promised for something that is to be done first: 退款了就给5分. */
export function isPromised(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - REACH), from)
  const after = text.slice(to, to + REACH)
  return (
    FIRST.test(before) || ASKED.test(before) || PENDING.test(after) || (FUTURE.test(before) && AFTERWARDS.test(after))
  )
}

/** Whether the clause that begins at `start` rates somebody else by the number at `from`: 另一家我给5分. */
export const isOfAnother = (text: string, start: number, from: number): boolean =>
  from - start < REACH && ELSEWHERE.test(text.slice(start, from))
