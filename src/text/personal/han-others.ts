import type { Finder } from './finder.ts'
import { RELATIVES } from './relatives.ts'
import { COMMON, ENDS, HAN, isPrivate, NAME, NAMED_BY, NO_NAME, SURNAME, TITLE, TWO, WHAT_ONE_IS } from './surnames.ts'

const RELATIVE = `(?:${RELATIVES.zh})`
/** Those whom customers bring in, with "我" before them. */
const MINE = `(?:(?:我|咱|俺)(?:们家?|的|家)?|孩子的?) ?${RELATIVE}`
/** "…人" who order, receive, or own; looked for by its end, since forty beginnings at every place took a tenth of the time of a long text. */
const PARTY =
  '[人是](?<=(?:[订预][位约房票定订]|订购|下单|购[买票]|乘[车机坐]|入住|报[名案修]|申[请办]|投[诉保]|举报|反馈|登记|[被要参]保|被保险|受益|[付收]款|开户|[监看]护|委托|代办|法定代理|代[收领]|就诊|挂号|参[加赛]|联[系络]|自提|[提取领]货|取票|领[取奖]|[中获]奖|托运|[租还]车|[承租]租|担保|[贷借还]款|签[约字名]|寄[存送]|[发收]货|[收寄取]件|[收寄]信|使用|当事|客[诉户]|合伙|(?<!用)户)人|(?<=[挂就看急门住出]诊的|住院的|入住的|订[房位]的|[乘搭]机的|报名的|投保的|领[取养]的|参加的|购买的|下单的|签收的|收货的)是)'
const ROLE =
  '(?:患儿|租户|雇主|看护|外劳|移工|保姆|窗口|收[货件]方|买家|卖家|家长|(?<![营企事创])业主|住客|住户|户主|户长|房客|租客|客户|顾客|会员|乘客|旅客|患者|病人|产妇|考生|学生|孩子|小孩|宝宝|老人|家属|车主|机主|屋主|订户|用户|学员|监护人|参保人)'
/** Those who serve keep their names, also where a customer's mother was spoken of before. */
const SERVES =
  '你们|您们|贵[司店公]|他们|店员|客服|师傅|经理|服务|员工|司机|快递|外卖|骑手|护士|医生|大夫|老师|教练|导购|顾问|前台|店长|主管|专员|保安|小哥|小伙|设计师|技师|柜|领班|[那这有][个位]'
const TOLD_OF_MINE = new RegExp(
  `(?:${MINE}|老公|老婆|爱人|孩子|小孩|宝宝|儿子|女儿|[妈爸]|[爷奶]|外[公婆]|家[人属]|长辈|[男女]朋友|闺蜜|同[事学]|室友|租客|房客|住户|学生|客户)(?:(?!${SERVES})[^\\n]){0,40}$`,
)
const FAMILY_NAME = new RegExp(`^${SURNAME}$`)
/** Who bears the surname behind it, and whom one asks for. */
const BEARS = new RegExp(
  `(?:转[交告]给?|寄给|我是[^,。\\n]{1,12}的|大名|姓名|[订定][位房]|房东|邻居|${ROLE}|${PARTY})[:是报留写]? ?$`,
)
const ASKS_FOR = /(?:^|找|交给|转给|[联连]系|联络|请|给|是|写|改[成为]|换成|[, ])[:是]? ?$/
/** Beside a telephone, or before what is done with a parcel or a booking, "范小姐" is whom to ask for. */
const AT_A_PHONE = /(?:\[(?:电话|phone)\]|\d[\d -]{6,18}\d)[^\n。!?]{0,12}$/
const RECEIVES =
  /^(?:先生|小姐|女士|太太)[ ,]{0,2}(?:[他她就会来]|代|亲)?(?:收|签收|领|取[件货]|是?[订下]|接)|^(?:先生|小姐|女士|太太)[^\n]{0,6}(?:\[(?:电话|phone)\]|\d{7})/

/** Names that people in Chinese texts give of others: of family and friends, of those who receive, travel, or stay. */
export const HAN_OTHERS: readonly Finder[] = [
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:${PARTY}${NAMED_BY}|[人者](?= ?:)(?<=${HAN}.)(?<!(?:负责|经办|服务|主持|法|承办|代表|销售|开票|审核|处理|受理)[人者]) ?: ?|[叫是:为成,号楼栋室床班房座](?<=${ROLE}(?:名称)?(?:(?:(?:写|填|登记)的)?\\d? ?[叫:]|(?:写|填|登记)的是|(?<=主)是|改[成为]|换成|了?,(?=${SURNAME}${HAN}{2}[,。])|,[^,。\\n]{0,5}\\d{1,5}(?:号楼?|[栋室床班房座])))我?|(?:我|本人)是[^,。\\n]{0,8}?${ROLE}) ?["“「『]?(?<it>${NAME})(?:${ENDS}|(?<=${HAN}{3})(?=[和跟与的也]))`,
      'g',
    ),
    holds: (found, _, __, it) => !WHAT_ONE_IS.test(found) && !NO_NAME.test(it),
  },
  {
    what: 'name', // told of by a pronoun: "我朋友也要去，他叫…"
    needs: 'third',
    pattern: new RegExp(
      `[他她](?:(?:名叫|叫做?|是(?=${HAN}{3}${TITLE})|(?:的)?名字[是叫]) ?["“「]?(?<it>${NAME})|姓(?<own>${TWO}|${SURNAME}))${ENDS}`,
      'g',
    ),
    holds: (_, before, __, it) => TOLD_OF_MINE.test(before) && !NO_NAME.test(it),
  },
  {
    what: 'name', // the customer's family and friends
    needs: 'kin',
    pattern: new RegExp(
      `${MINE}(?:的?(?:名字?|姓名))?(?:(?: ?(?:名叫|叫做?|是|:)){0,2} ?|, ?(?=${HAN}{3}(?:[^\\u4e00-\\u9fff]|$)))(?<it>${NAME})${ENDS}|${MINE}姓(?<own>${TWO}|${SURNAME})${ENDS}`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name', // beside what was masked: "[地址] 范姜珮如收", "汪海的电话[电话]", "吴桐，男，[出生日期]", "姓[姓名]名振华"
    needs: 'masked',
    pattern: new RegExp(
      `\\[(?:地址|address|邮箱|电子邮件|email|电话|phone)\\][ ,]{0,2}(?<it>${NAME}(?=${TITLE}? ?(?:亲?收|签收|启)(?![到不])))|(?<=^|[\\s,。;:!])${COMMON}(?<own>${NAME})(?=的(?:手机|电话|号码|联系方式|身份证|卡|微信|生日)[号码:是 ]{0,3}\\[|[, ]{1,2}[男女]性?[, ])`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name', // whom to ask for, to give it to
    needs: 'titled',
    pattern: new RegExp(`(?<it>${TWO}|${HAN})${TITLE}`, 'g'),
    holds: (found, before, after, it) =>
      FAMILY_NAME.test(it) &&
      (BEARS.test(before) ||
        (ASKS_FOR.test(before) && (AT_A_PHONE.test(before) || RECEIVES.test(found.slice(it.length) + after)))),
  },
  {
    what: 'name', // as it stands in papers, in Latin letters: "HSIAO/PEI CHUN"
    needs: 'foreign',
    pattern:
      /(?:(?:英文(?:姓?名|名字)|人英文|拼音|票面|(?:护照|机票|票|证件)上的?(?:姓?名|名字|是|写|印|变)|(?:护照|机票)的?(?:姓?名|名字)|[位房票]名字(?=[:是 ]?[a-z])|(?:[付收寄取订持入][款件卡货房住]?|订位|受益|被?[投要]保)人(?=[:是 ]{0,2}[a-z]{2,20} [a-z]))[^\n。!?a-z\]]{0,14}(?<it>[a-z]{2,20}(?:[/,] ?| )[a-z]{2,20}(?:[ -][a-z]{2,20}){0,2})|(?:[乘旅]客|[姓户]名)[^\n。!?a-z\]]{0,14}(?<own>[a-z]{2,20}\/[a-z]{2,20}(?:[ -][a-z]{2,20}){0,2}))/g,
    holds: (_, __, ___, it) => !/^(?:app|vip|line|id)\b|\b(?:app|vip|card|air|airlines|airways|club)$/.test(it),
  },
]
