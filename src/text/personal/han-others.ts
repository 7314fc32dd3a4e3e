import type { Finder } from './finder.ts'
import { RELATIVES } from './relatives.ts'
import { ENDS, isPrivate, NAME, NO_NAME, WHAT_ONE_IS } from './surnames.ts'

const RELATIVE = `(?:${RELATIVES.zh})`
const ROLE = '(?:买家|卖家|家长|业主|住户|租客|客户|顾客|会员|乘客|患者|病人|车主|屋主|订户|用户|学员)'
/** The end of what is put right: "是…不是…". */
const RIGHT = `(?:${ENDS}|(?=而?不是|才[对是]))`

/** Names that people in Chinese texts give of others: of family and friends, of those who receive, travel, or stay. */
export const HAN_OTHERS: readonly Finder[] = [
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:(?:[订预][位约房票]|订购|乘车|乘机|入住|报名|申请|报案|报修|投诉|被保险|受益|付款|收款|承租)人 ?[是叫:]?|${ROLE} ?[叫:]|(?:我|本人)是[^,。\\n]{0,8}?${ROLE}) ?(?<it>${NAME})${ENDS}`,
      'g',
    ),
    holds: (found) => !WHAT_ONE_IS.test(found),
  },
  {
    what: 'name', // the customer's family and friends
    needs: 'introduced',
    pattern: new RegExp(
      `我(?:的|家)? ?${RELATIVE}(?:的?(?:名字|姓名))?(?: ?(?:名叫|叫做?|是|姓|:)){0,2} ?(?<it>${NAME})${ENDS}`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name', // the same before what they do; words of every day begin with some surnames
    needs: 'introduced',
    pattern: new RegExp(
      `我(?:的|家)? ?${RELATIVE} ?(?![于向连全单成时应明万安方平高白包段温强常从因古水房])(?<it>${NAME})(?=的|在|下|会|要|去|来|帮|代|已|刚|用|收|取|领|签|订|买)`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name', // put right: "应该是…，不是…", "改成…"
    needs: 'introduced',
    pattern: new RegExp(
      `(?:应该[是叫]|[,，]是|应为|应是|改成|改为|更正为|换成|换为|写成|打成|印成|误植为|而是|而不是|不是|[名人]是)(?:我(?:的|家)? ?${RELATIVE}| )?(?<it>${NAME})${RIGHT}`,
      'g',
    ),
    holds: (found, before, _, it) =>
      /(?:[件货票房位住系络约车机购客]人|乘客|旅客|名字?|姓名|登记)[^\n。!?]{0,32}$/.test(before + found) &&
      !NO_NAME.test(it) &&
      !WHAT_ONE_IS.test(it),
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:寄给|送给|转交给?|交给|转给|寄|给)(?<it>${NAME})(?=(?:先生|小姐|女士|太太)?(?:亲?收|签收))`,
      'g',
    ),
    holds: isPrivate,
  },
]
