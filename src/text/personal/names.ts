import type { Finder } from './finder.ts'

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const TWO = '欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|东方|南宫'
const SURNAME = `(?:${TWO}|[${SURNAMES}])`
const TITLE = '(?:先生|小姐|女士|太太)'
const ENDS = String.raw`(?=[\s,，。;；!！、()（）:]|$|电话|手机|身份|住|微信|邮箱|地址|要求|申请|投诉|反映|来电|的订单|的账户|的快递|${TITLE})`
const HAN = String.raw`[\u4e00-\u9fff]`

/** "我是车主", "我是温州人": what one is, and not what one is called. */
const WHAT_ONE_IS =
  /(?:[人员户主客者粉的了吗呢啊吧]|会员|顾客|学生|[大中小]学生|高中生|研究生|粉丝|房东|路过|党员|明天|明年|于.*|时候|和.*|应该|关于|全家|全部|成年.?|冷静|安静|单身|明白|高兴|方便|费心|连续|任何|成心)$/

const NOT_NAMES =
  /^(?:not|on|in|the|a|an|and|is|was|wrong|spelled|spelt|misspelled|correct|incorrect|no|still|listed|missing|under|mine|too|also|already|registered|being|it|what)\b/

/** "I'm Very Disappointed", "This is Great Service": a heading's capitals. */
const NO_PERSON =
  /\b(?:very|really|so|too|not|just|still|such|great|good|bad|poor|best|worst|your|my|our|the|an|service|customer|support|team|sorry|happy|angry|appreciate|from|member|client|guest|user|owner|tenant|student|parent|patient|passenger|subscriber|manager|gold|silver|platinum|premium|prime|vip)\b|(?:able|ible|ful|less|ous|ely|lly|tly|inted|ting)\b/

/** What stands before a name; "sincerely" is no name's end. */
const INTRODUCTION =
  /^(?:this is|i am|i'm|it's|thank you|thanks|cheers|regards|sincerely|faithfully|best wishes|yours truly)/

const WORD = "[a-z\u00df-\u024f][a-z\u00df-\u024f'-]{1,20}"
const INITIALS = String.raw`(?:[a-z]\. ?){1,3}`
const STYLE = String.raw`(?:dr|mr|mrs|ms|miss|prof)\.? `
/** "Tom Baker", "J. R. Smith", "Dr. Helen Cho", "Mr Cho". */
const PERSON = String.raw`(?:(?:${STYLE})?(?:${INITIALS}${WORD}|${WORD} (?:[a-z]\. )?${WORD})|${STYLE}${WORD})`

/** What customers call themselves. Those who served them keep their names: praise has an address. */
export const PEOPLE: readonly Finder[] = [
  {
    what: 'name',
    needs: 'han',
    pattern: new RegExp(
      `(?:我叫|本人叫|名叫|[,，]叫|我的名字是|我的名字叫|我名字叫|姓名|名字|收件人|收货人|寄件人|签收人|持卡人|投保人|联系人|联络人|真实姓名|户名)(?: ?(?:是|为|叫|系|[:])){0,2} ?(?<it>${SURNAME}${HAN}{1,3}?)${ENDS}`,
      'g',
    ),
    holds: (found) => !WHAT_ONE_IS.test(found),
  },
  {
    what: 'name',
    needs: 'han',
    pattern: new RegExp(
      `(?:(?:[订预][位约房票]|入住|报名|申请|报案|报修|投诉|被保险|受益|付款|收款|承租)人 ?[是叫:]?|(?:乘客|患者|病人|住客|学员|家长|会员|车主|业主|租客|客户|顾客) ?[叫:]) ?(?<it>${SURNAME}${HAN}{1,2}?)${ENDS}`,
      'g',
    ),
    holds: (found) => !WHAT_ONE_IS.test(found),
  },
  {
    what: 'name',
    needs: 'han',
    pattern: new RegExp(`(?:我是|本人是?|这里是)(?<it>${SURNAME}${HAN}{1,2}?)${ENDS}`, 'g'),
    holds: (found) => !WHAT_ONE_IS.test(found),
  },
  {
    what: 'name',
    needs: 'han',
    pattern: new RegExp(String.raw`(?:我是|本人|我姓|敝姓|小姓)(?<it>${SURNAME})(?=${TITLE}|[\s,，。;；!！、]|$)`, 'g'),
    holds: (found, before) => /姓/.test(found) || !/[a-z]$/.test(before),
  },
  {
    what: 'name',
    needs: 'latin',
    pattern: new RegExp(
      String.raw`(?:my (?:full |last |first )?name is|my name's|i am called|i'm called|they call me|the name is|name's|full name:?|name:|under the name(?: of)?) (?<it>(?:${STYLE})?(?:${INITIALS})?${WORD}(?:,? (?:[a-z]\.|${WORD})){0,2}?)(?= and\b| from\b|[,.!?;\n]|$| i\b| my\b)`,
      'g',
    ),
    holds: (found) => !NOT_NAMES.test(found.replace(/^.*?(?:is|'s|called|call me|:) /, '')),
  },
  {
    what: 'name',
    needs: 'latin',
    proper: true,
    pattern: new RegExp(
      String.raw`(?:\bthis is|\bi am|\bi'm|\bit's) (?<it>${PERSON})(?= and\b| from\b| calling| here| speaking|[,.!?;\n]|$| i\b| my\b)`,
      'g',
    ),
    holds: isPerson,
  },
  {
    what: 'name', // initials with spaces between them stand before a surname and nowhere else
    needs: 'latin',
    proper: true,
    pattern: new RegExp(String.raw`(?<![a-z.]|[a-z] )[a-z]\. [a-z]\. (?:[a-z]\. )?${WORD}(?![a-z])`, 'g'),
  },
  {
    what: 'name',
    needs: 'latin',
    proper: true,
    pattern: new RegExp(String.raw`\b(?:this is|it's) (?<it>${WORD})(?= from\b| calling| here| speaking)`, 'g'),
    holds: isPerson,
  },
  {
    what: 'name',
    needs: 'latin',
    proper: true,
    pattern: new RegExp(
      String.raw`(?:regards|sincerely|faithfully|best wishes|yours truly|cheers|thanks|thank you)(?:[,.!]\s{0,3}|\n)(?<it>${PERSON})\s*$`,
      'g',
    ),
    holds: isPerson,
  },
]

function isPerson(found: string): boolean {
  return !NO_PERSON.test(found.replace(INTRODUCTION, ''))
}
