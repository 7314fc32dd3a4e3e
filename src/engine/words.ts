import { fold } from '../text/fold.ts'

/** What a customer can say anywhere in a dialog, whatever is being asked. */
export type Command = 'back' | 'skip' | 'stop' | 'bye' | 'human' | 'unsubscribe' | 'subscribe' | 'help'

/** What was said without marks, levelled: in small letters and Simplified characters, as the lists are. */
const plain = (text: string): string =>
  fold(text)
    .text.replace(/[^\p{L}\p{N}'/]+/gu, ' ')
    .trim()

const entries = (list: string): string[] => list.split(',').map((each) => plain(each))

// Whole utterances only: "stop" is a command, "please stop charging me" is an answer.
const COMMANDS: Record<Command, string> = {
  back: `
    back, go back, previous, previous question, last question, change, change it, edit, undo, oops, wrong button, i pressed the wrong button, change my answer, i want to change my answer,
    返回, 上一题, 上一个, 上一步, 回上一题, 返回上一题, 返上一题, 后退, 回退, 改, 改一下, 修改, 修改一下, 改分, 改答案, 想改分, 我想改分, 我要改, 我想改一下, 重选, 重新选, 点错了, 按错了, 选错了, 打错了, 撤回,
    上一页, 收回, 撳错掣, 撳错`,
  skip: `
    skip, skip it, skip this, skip this one, next, next question, next one, pass, leave it out, rather not say, prefer not to say, no answer,
    跳过, 跳过这题, 跳过这一题, 下一题, 下一个, 略过, 不答, 过, 不想回答, 不想说, 不方便说,
    略过这题, 唔想答, 唔想讲, 唔方便讲`,
  stop: `
    stop, stop it, quit, exit, end, cancel, enough, no more questions, no more, not now, leave me alone, never mind, nevermind,
    停止, 停, 结束, 退出, 取消, 不填了, 不答了, 不评了, 算了, 不用问了, 别问了, 没时间, 没空, 别烦我, 唔好烦我, 唔得闲, 唔好再问住`,
  bye: `
    bye, bye bye, goodbye, good bye, see you, have a nice day, good night,
    再见, 拜拜, 先这样, 晚安, 回头见, 掰掰, 先咁`,
  human: `
    human, a human, person, real person, agent, an agent, live agent, operator, representative, talk to a human, talk to a person, talk to someone, speak to a human, speak to a person, speak to someone,
    speak to an agent, talk to an agent, human please, agent please, customer service, support, call me, call me back, contact me, please contact me,
    人工, 转人工, 找人工, 人工客服, 人工服务, 转人工客服, 真人, 真人客服, 找真人, 客服, 找客服, 联系我, 请联系我, 给我打电话, 给我回电话, 请给我回电, 回电,
    转真人, 专人, 找专人, 专人服务, 联络我, 请联络我, 打电话给我, 打给我, 请回电, 搵人覆我, 叫人覆我`,
  unsubscribe: `
    unsubscribe, opt out, optout, stop asking, stop asking me, never ask again, do not ask again, don't ask again, don't ask me again, no more surveys, stop messaging me, stop sending me this, remove me,
    退订, 取消订阅, 别再问了, 不要再问了, 不要再问我了, 不要再发了, 别再发了, 以后不要问了, 以后别问了, 拒收,
    不要再传了, 唔好再问, 唔好再问我, 唔好再send, 唔好再send俾我, 唔好再发俾我`,
  subscribe: `
    subscribe, subscribe again, resubscribe, opt in, opt back in, ask me again, you may ask again, you can ask me again,
    订阅, 重新订阅, 恢复订阅, 取消退订, 可以再问我, 可以继续问我`,
  help: `
    help, help me, what can i do, what can i say, how does this work, commands, options,
    帮助, 怎么用, 怎么填, 怎么回答, 说明`,
}

const LANGUAGES: Record<string, string> = {
  en: 'english, in english, english version, 英文, 英语, 说英文, 讲英文, 转英文',
  'zh-Hans': 'simplified, simplified chinese, in simplified chinese, 简体, 简体中文, 中文简体, 简中, 普通话',
  'zh-Hant':
    'traditional, traditional chinese, in traditional chinese, 繁体, 繁体中文, 中文繁体, 繁中, 正体, 正体中文, 广东话',
}
// Chinese in either script: the one the dialog is in already, else the flow's first.
const CHINESE = new Set(entries('chinese, in chinese, 中文, 说中文, 汉语, 华语, 国语, 讲中文'))

const NOTHING = new Set(
  entries(
    'no, nope, none, nothing, nothing else, nothing more, not really, n/a, na, no comment, no comments, 没有, 没有了, 没, 没了, 无, 没什么, 没啥, 暂无, 不用了, 没意见, 冇, 冇啊, 冇啦, 冇乜, 冇咩, 唔使',
  ),
)

const commands = new Map(commandEntries())
const languages = new Map(
  Object.entries(LANGUAGES).flatMap(([tag, list]) => entries(list).map((each): [string, string] => [each, tag])),
)

function commandEntries(): [string, Command][] {
  const kinds: Command[] = ['back', 'skip', 'stop', 'bye', 'human', 'unsubscribe', 'subscribe', 'help']
  return kinds.flatMap((kind) => entries(COMMANDS[kind]).map((each): [string, Command] => [each, kind]))
}

const LONGEST = 60
// 不该 is 唔該, Cantonese for please and for thank you, as it is levelled.
const POLITE =
  /^(?:please|pls|kindly|请|麻烦|不该|can i|could i|i want to|i would like to|i'd like to)\s*|\s*(?:please|pls|thanks|thank you|谢谢|不该|吧|啊|呀|哦|喔|啦|喇|啰|先)$/gu

const WANTS = '我?(?:就|只)?(?:想要|想|要|需要|帮我|给我|能不能|可不可以|可以|能|请)'
const REACH = '(?:找|转接|转|接|跟|和|与|同|换|叫|派)'
const ONE = '(?:个|一个)?'
const TALK = '(?:来)?(?:跟我|和我|与我|同我)?(?:说话|讲话|谈谈|聊聊|沟通|联系|联络|处理|倾偈|谈|聊|讲|说|倾)?'
const SOMEBODY = 'human(?: being)?|person|someone|somebody|agent|operator|representative|manager|supervisor'
const A_PERSON = `(?: (?:a|an|some|the|your))?(?: (?:real|live|actual))? (?:${SOMEBODY})`
/** However somebody asks for a person: 我要找真人, 有没有专人, "i want to talk to a real person". */
const PERSON = [
  `(?:${WANTS}|有没有|有)?(?:再)?${REACH}?${ONE}(?:人工|真人|专人|活人)(?:客服|服务|专员)?${TALK}(?:吗|么|吧|啊|呢)?`,
  `${WANTS}${REACH}${ONE}(?:客服|人)${TALK}(?:吧|啊)?`,
  `${REACH}个人来?(?:跟|和|与)我(?:说话|讲话|谈谈|聊聊|沟通|联系|谈|聊|讲|说)(?:吧|啊)?`,
  `(?:i (?:just )?(?:want|need|would like|wanna)|i'd like|let me|get me|give me|(?:can|could|may) i|connect me|transfer me|put me through)(?: to)?(?: (?:talk|speak|chat|get))?(?: (?:to|with))?${A_PERSON}`,
  `(?:talk|speak|chat) (?:to|with)${A_PERSON}`,
].map((pattern) => new RegExp(`^(?:${pattern})(?: please)?$`, 'u'))

const asksForPerson = (said: string): boolean => PERSON.some((asks) => asks.test(said))

/** As messengers write commands: "/stop", in a group "/stop@afterword_bot". */
const SLASHED = /^\s*\/(\p{L}+)(?:@\w+)?\s*$/u

/** The command that a whole utterance is, or null. */
export const commandIn = (text: string): Command | null =>
  find(text.replace(SLASHED, '$1'), (said) => commands.get(said) ?? (asksForPerson(said) ? 'human' : undefined))

/** The language among `offered` that a whole utterance asks to go on in, or null. */
export function languageIn(text: string, offered: string[], current: string): string | null {
  const chinese = [current, ...offered].find((tag) => tag.startsWith('zh'))
  const native = (said: string) =>
    offered.find((tag) => said === nameOf(tag, tag) || said === nameOf(tag, 'en') || said === nameOf(tag, current))
  const tag = find(text, (said) => (CHINESE.has(said) ? chinese : (languages.get(said) ?? native(said))))
  return tag !== null && offered.includes(tag) ? tag : null
}

/** Whether an answer in words says that there is nothing to say. */
export const saysNothing = (text: string): boolean =>
  find(text, (said) => (NOTHING.has(said) ? true : undefined)) ?? false

const SORRY = String.raw`^(?:(?:sorry|oops|no|wait|actually|不好意思|抱歉|啊)[\s,，.。!！:：…]*)*`
const CHANGE = new RegExp(
  String.raw`${SORRY}(?:(?:please\s+)?(?:(?:change|correct|update)\s+to|(?:change|correct|update|make)\s+(?:it|that|this|(?:my|the)\s+(?:rating|score|answer))\s*(?:to|into)?)|我?(?:想|要)?(?:把?(?:评分|評分|分数|分數|打分|星级|星級))?(?:改成|改为|改為|改到|改做|换成|換成|更正为?|更正為?))[\s,，:：]*(?:an?\s+)?`,
  'iu',
)
const MEANT = new RegExp(
  String.raw`${SORRY}(?:i\s+mean(?:t)?|it\s+should\s+be|should\s+be|correction|应该是|應該是|我是说|我是說|我的意思是|(?:打|按|点|點|选|選)[错錯]了)[\s,，:：是]*(?:an?\s+)?`,
  'iu',
)
const RATING =
  /^[\s\d０-９零一二两兩三四五六七八九十]{1,4}(?<unit>\s*(?:分|星|颗星|顆星|stars?|points?|[/／]\s*\d+|out\s+of\s+\d+))?[吧\s.。!！]*$/iu

/** What follows "change it to", "改成" and the like; null when the text does not begin with such words. */
export const changeIn = (text: string): string | null => after(CHANGE, text)

/** What follows "I meant", "应该是" and the like; null when the text does not begin with such words. */
export const meantIn = (text: string): string | null => after(MEANT, text)

/** Whether a whole utterance is nothing but a number: with the unit of a rating (`3分`, `3 stars`), or bare. */
export function numberIn(text: string): 'rating' | 'bare' | null {
  const match = RATING.exec(text.trim())
  return match ? (match.groups?.unit === undefined ? 'bare' : 'rating') : null
}

const FIGURE =
  /[\p{Nd}★⭐]|[零一二三四五六七八九十两兩](?:分|星|[颗顆]星)|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu

/** Whether an utterance names a number anywhere. */
export const hasFigure = (text: string): boolean => FIGURE.test(text)

function after(cue: RegExp, text: string): string | null {
  const match = cue.exec(text.trim())
  return match ? text.trim().slice(match[0].length) : null
}

function find<T>(text: string, known: (said: string) => T | undefined): T | null {
  if (text.length > LONGEST) return null
  const said = plain(text)
  return known(said) ?? known(said.replace(POLITE, '').trim()) ?? null
}

// Intl takes tens of microseconds to name a language; a flow has few.
const names = new Map<string, string>()

function nameOf(tag: string, within: string): string {
  const key = `${within}/${tag}`
  const known = names.get(key) ?? plain(new Intl.DisplayNames([within], { type: 'language' }).of(tag) ?? tag)
  names.set(key, known)
  return known
}
