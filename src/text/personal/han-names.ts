import type { Finder } from './finder.ts'
import {
  COMMON,
  ENDS,
  HAN,
  isPrivate,
  NAME,
  NAMED_BY,
  NO_NAME,
  SURNAME,
  SYLLABLES,
  TITLE,
  TWO,
  WHAT_ONE_IS,
} from './surnames.ts'

/** Where the cue is certain, any two to four characters are a name, and any capitals. */
const CERTAIN =
  '(?:[我俺咱]叫|本人叫|我名叫|我的?名字叫做?|名字(?:应该)?是|姓名(?:应该)?是|姓名 ?[:为]|名字 ?:|(?:收件|收货|取件|取货|寄件|签收|持卡|联系|联络|订[房位票购]|入住|申请|预[约订]|乘[车机客]|旅客|付款)人(?:姓名|名字)?(?:应该)?[是:为叫]|(?<!用)户名[是:为]?)'

/** Names that people in Chinese texts give as their own, in Chinese characters and in Latin letters. */
export const HAN_NAMES: readonly Finder[] = [
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:[叫名人者口:](?<=联[系络]窗口|(?:[我俺咱,，名]|这边|本人|先生|太太|老公|老婆|[妈爸儿女哥姐姊弟妹]|朋友|有个|名字)叫|[姓大小全本真汉乳旧新原]名(?![单片额牌气])|曾用名|中文名?:|中文名|(?:[收取]货|[收取寄]件|签收|持卡|投保|联[系络])人|[收寄取]件者|(?<!用)户名|(?:实名|[收寄取]件|[收取]货|联[系络]|订[位房]):)|叫(?=["“「]?(?:${HAN}{1,8}·|[${SYLLABLES}]{4}))|名[字儿]|落款|署名|(?:称呼|贵姓|叫什么)[^\\u4e00-\\u9fff\\n]{2,5}|中文名?是(?!.{0,4}的))做?${NAMED_BY}(?<it>${NAME}|${SURNAME}${HAN}{3}|${SURNAME} ${HAN}(?: ${HAN})?)(?:${ENDS}|(?=而?不是))`,
      'g',
    ),
    holds: (found) => !WHAT_ONE_IS.test(found) && !/(?:师傅|经理|外卖)$|叫(?:师傅|车|了)/.test(found),
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:[我俺咱]就?是|[本敝鄙]人[是(,]?|^我(?=${COMMON}${HAN}{3}[啦呀喔哦]\\s)|小弟是?|在下|这[里边]是|我,(?<=(?:^|[,。!])我,)(?=${SURNAME}${HAN}{1,2},)|我就?是[^,。\\n]{1,14}(?:的(?<=(?:打|来|订|约|报|投诉|买|住|咨询)[^,。\\n]{0,6}的)${COMMON}|(?:[的班楼栋室房床]|,(?=${HAN}{3}[,。]))(?=${COMMON}${SURNAME}${HAN}{2})))(?<it>${NAME})(?:${ENDS}|(?<=[是我]${HAN}{3})(?=[啦喔哦呀])|(?=妈妈|爸爸|[他她][妈爸]))`,
      'g',
    ),
    holds: (found, _, __, it) =>
      !WHAT_ONE_IS.test(found) &&
      !/^这.*[区路街店市县镇村站厅院园楼]$/.test(found) &&
      !(/^我(?:,|就?是.{4})/.test(found) && NO_NAME.test(it)),
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      String.raw`姓(?:(?<=(?:[我俺咱敝鄙小]|免贵|小弟|本人|小女子?|^|\[姓名\][, ]{0,2}|\n)姓)|氏?[:为](?=.{1,2}[\s,;]))(?<it>${TWO}|(?![什甚啥名])${HAN})(?=${TITLE}|[\s,，。;；!！、?”」]|$|名)|(?:我是|本人)(?<own>${SURNAME})(?=${TITLE})`,
      'g',
    ),
    holds: (found, before) => /姓/.test(found) || !/[a-z]$/.test(before),
  },
  {
    what: 'name', // on a network: 昵称“盐汽水不加冰”
    needs: 'introduced',
    pattern: new RegExp(
      `(?:[昵花网]名|[昵暱]称|外号|绰号|(?:脸书|微信|抖音|小红书|旺旺|line|fb|ig)(?:上?的?名[字称]?|上?叫|(?=:[\\u4e00-\\u9fff]{2})))${NAMED_BY}(?:(?<=["“「『])(?<it>[^\\n"”」』]{2,24})(?=["”」』])|(?<=[:是叫] ?)(?<own>(?![什啥可能不这那一乱别谁我])[^\\s,。;!?]{2,14})(?=[\\s,。;!]|$))`,
      'g',
    ),
    holds: (found, _, __, it) => !/[的了吗呢么吧]/.test(it) || /["“「『]/.test(found),
  },
  {
    what: 'name', // any characters, or Latin letters
    needs: 'introduced',
    pattern: new RegExp(
      `(?:[叫是为:名做](?<=${CERTAIN})|人姓名(?= [a-z])|拼音(?:应该)?[是为:]?(?= ?[a-z])|英文名字?[是叫:]) ?["“「『]?(?:(?<it>${HAN}{2,4})(?=[\\s,。;!()"”」』]|$)|(?<own>[a-z][a-z'-]{1,20}(?:[ ,]{1,2}[a-z][a-z'.-]{0,20}){0,3})(?=[,。;!?()\\n"”」]|$| ?[\\d[\\u4e00-\\u9fff]))`,
      'g',
    ),
    holds: (found, _, __, it) =>
      /^[a-z]/.test(it)
        ? !/(?:vip|uber|app|grab|apple|plus|pro)\b/.test(found)
        : !/^[做苦个]|[写打填错空无车餐菜酒份送单]|外卖|前台|客服|保安|警察|物业|一样|[一二两三几]次|[路街店院楼区市镇]$/.test(
            it,
          ) &&
          !NO_NAME.test(it) &&
          !WHAT_ONE_IS.test(it),
  },
  {
    what: 'name',
    needs: 'sealed',
    tail: true,
    pattern: new RegExp(
      `(?:\\n|--|——|—|谢谢[,。!~ ]{1,2}|感谢[,。!~ ]{1,2}|敬礼[,。! ]{0,2}|(?:拜托|核[查实]|处理|回复|为盼|知悉|祝好|以上)[,。! ]{1,2}|(?:顾客|客户|会员|用户|消费者|署名|落款|签名|投诉人|[商时]祺)[:, ]{1,2}|此致[^\\n]{0,8}[ \\n]|[。!?] ?(?=${SURNAME}${HAN}{2}))\\s{0,2}(?<it>${NAME})[。]?\\s*$`,
      'g',
    ),
    holds: isPrivate,
  },
]
