import { isCard, isIban, isMainlandId, isTaiwanId } from './checksums.ts'

/** What a piece of personal data is. */
export type What = 'phone' | 'email' | 'card' | 'id' | 'account' | 'name' | 'address' | 'plate' | 'birthday'

/**
 * How one kind is found in folded text (half-width, lower case, Simplified). Where the pattern has a group named `it`, only
 * that is personal. Earlier finders win. Every pattern is bounded, so that finding stays linear.
 */
export interface Finder {
  what: What
  pattern: RegExp
  /** Something without which the pattern cannot match (a number has five digits): most texts are passed over at once. */
  needs: 'number' | 'digit' | '@' | 'word'
  /** What belongs to it in the text before, from the last word of place on. */
  back?: RegExp
  holds?: (found: string, before: string) => boolean
}

// Words after which digits are an order or a reference and not somebody's number.
const REFERENCE =
  /(?:单号|订单|编号|工单|运单|流水|案号|案件|票号|发票|型号|货号|批号|序列号|金额|余额|\b(?:order|ticket|invoice|tracking|reference|ref|case|booking|confirmation|serial|model|sku|part|receipt|policy|flight|amount|total)\b|[$¥€£])[^\n,，。.!！?？;；]{0,12}$/
const CALLED =
  /(?:电话|手机|致电|联系|号码|微信|phone|mobile|cell|call|tel|text|ring|whatsapp|contact|reach)[^\n。!！?？;；]{0,14}$/
const notReference = (_: string, before: string) => !REFERENCE.test(before) || CALLED.test(before)

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const NAME_ENDS = String.raw`(?=[\s,，。;；!！、()（）:]|$|电话|手机|身份|住|微信|先生|小姐|女士|邮箱|地址|的订单|的账户|的快递)`
const NOT_NAMES =
  /^(?:not|on|in|the|a|an|and|is|was|wrong|spelled|spelt|misspelled|correct|incorrect|no|still|listed|missing|under|mine|too|also|already|registered|being|it|what)\b/

export const FINDERS: readonly Finder[] = [
  {
    what: 'email',
    needs: '@',
    pattern: /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64} ?@ ?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g,
  },
  {
    what: 'id',
    needs: 'number',
    pattern:
      /(?<![\da-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:[0-2]\d|3[01])[ -]?\d{3}[\dx](?![\da-z])/g,
    holds: (found, before) =>
      isMainlandId(found) || /(?:身份证|证件|identity|id card|id number)[^\n]{0,12}$/.test(before),
  },
  { what: 'id', needs: 'number', pattern: /(?<![\da-z])[a-z][1289]\d{8}(?![\da-z])/g, holds: isTaiwanId },
  { what: 'id', needs: 'number', pattern: /(?<![\da-z])[a-z]{1,2}\d{6} ?\([\da]\)/g },
  { what: 'id', needs: 'number', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  {
    what: 'id',
    needs: 'number',
    pattern:
      /(?:身份证|证件|护照|通行证|居留证|驾照|驾驶证|社保|健保卡|identity card|id card|id number|passport|driver'?s licen[cs]e|national insurance|social security)(?: ?(?:号码|号|卡号|number|no\.?|is|是|为|:|#)){0,4} ?(?<it>[a-z]{0,3} ?\d(?:[ -]?[\dx]){5,17})(?![\da-z])/g,
  },
  {
    what: 'card',
    needs: 'number',
    pattern: /(?<!\d)\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)|(?<!\d)\d{4}[ -]\d{6}[ -]\d{5}(?!\d)/g,
    holds: isCard,
  },
  {
    what: 'card',
    needs: 'number',
    pattern: /(?<!\d)\d{13,19}(?!\d)/g,
    holds: (found, before) =>
      isCard(found) && (!REFERENCE.test(before) || /(?:卡|card|visa|master)[^\n]{0,10}$/.test(before)),
  },
  {
    what: 'account',
    needs: 'number',
    pattern:
      /(?:银行卡|信用卡|储蓄卡|借记卡|卡号|账号|账户|户头|bank account|account number|account no\.?|acct|card number|credit card|debit card|sort code|routing number)(?: ?(?:号码|号|尾号|number|no\.?|ending|is|是|为|:|#)){0,4} ?(?<it>\d(?:[ -]?\d){7,22})(?!\d)/g,
  },
  {
    what: 'account',
    needs: 'number',
    pattern: /(?<![\da-z])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![\da-z])/g,
    holds: isIban,
  },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<![\d.])(?:\(?(?:\+|00)?86\)?[ -]?)?1[ -]?[3-9](?:[ .-]?\d){9}(?!\d)/g,
    holds: notReference,
  },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<![\d+])(?:\+|00)\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}(?!\d)/g,
    holds: hasDigits(8, 15),
  },
  { what: 'phone', needs: 'number', pattern: /(?<!\d)09\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)/g, holds: notReference },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<!\d)\(?0\d{1,4}\)?[ -]\d{3,4}[ -]?\d{3,4}(?:[ -]\d{1,4})?(?!\d)/g,
    holds: notReference,
  },
  { what: 'phone', needs: 'number', pattern: /(?<!\d)0(?:10|2\d|[3-9]\d{2})\d{7,8}(?!\d)/g, holds: notReference },
  { what: 'phone', needs: 'number', pattern: /(?<!\d)07\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)/g, holds: notReference },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<![\d$¥€£-])(?:\+?1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?![\d-])/g,
    holds: notReference,
  },
  {
    what: 'phone',
    needs: 'number',
    pattern:
      /(?:电话|手机|手机号|致电|打给我|打我|tel|phone|mobile|cell|whatsapp|call me|text me|ring me|reach me|my number)(?: ?(?:号码|号|number|no\.?|is|at|on|是|为|[:#])){0,4} ?(?<it>[+(]?\d(?:[ .()-]{0,2}\d){6,14})(?!\d)/g,
  },
  {
    what: 'account',
    needs: 'word',
    pattern:
      /(?:微信号?|加微|wechat|weixin|vx|wx|qq号?|line id|telegram|skype|instagram|支付宝(?:账号|号))(?: ?(?:账号|号码|号|id|is|是|为|[:@])){1,4} ?(?<it>@?[a-z0-9][a-z0-9_.-]{4,31})/g,
  },
  { what: 'account', needs: 'number', pattern: /(?:qq|微信|wechat|vx) ?(?<it>\d{5,12})(?!\d)/g },
  {
    what: 'birthday',
    needs: 'digit',
    pattern:
      /(?:出生日期|出生于|出生|生日|date of birth|dob|birthday|born)(?: ?(?:是|为|is|on|[:])){0,3} ?(?<it>\d{1,4}[-/.年 ]{1,2}\d{1,2}[-/.月 ]{1,2}\d{1,4}日?)/g,
  },
  {
    what: 'plate',
    needs: 'digit',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][ ·]?(?=[a-z]{0,2}\d)[a-z0-9]{5,6}(?![a-z0-9])/g,
  },
  {
    what: 'address',
    needs: 'digit',
    pattern:
      /(?<=[\u4e00-\u9fff])(?:路|街|大道|道|巷|弄|胡同|村|小区|花园|新村|段) ?\d{1,5} ?(?:号|弄|巷|栋|幢|座)(?: ?[\u4e00-\u9fffa-z]{0,8}\d{1,4} ?(?:室|号|楼|层|栋|幢|单元|户|座|f)){0,4}/g,
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address',
    needs: 'digit',
    pattern:
      /(?<![\d.$£€-])\d{1,5}[a-z]? (?:[a-z]{2,15} ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|crescent|terrace|highway|parkway|way)(?![a-z])(?:,? (?:apt|apartment|unit|flat|suite|ste|#) ?#?[a-z0-9]{1,5})?/g,
    holds: (found) =>
      !/ (?:the|a|my|your|of|in|by|was|is|to|and|minutes|min|hours|days|weeks|months|years|people|times|per|on|off) /.test(
        found,
      ),
  },
  {
    what: 'name',
    needs: 'word',
    pattern: new RegExp(
      String.raw`(?:我叫|本人叫|我的名字是|我的名字叫|我名字叫|姓名|收件人|收货人|联系人|真实姓名|户名)(?: ?(?:是|为|叫|[:])){0,2} ?(?<it>[${SURNAMES}][\u4e00-\u9fff]{1,3}?)${NAME_ENDS}`,
      'g',
    ),
  },
  {
    what: 'name',
    needs: 'word',
    pattern:
      /(?:my (?:full |last |first )?name is|my name's|i am called|the name is|name's|full name:?|name:) (?<it>[a-z][a-z'-]{1,20}(?: [a-z][a-z'.-]{1,20})?)(?= and\b| from\b|[,.!?;\n]|$| i\b| my\b)/g,
    holds: (found) => !NOT_NAMES.test(found.replace(/^.*?(?:is|'s|called|:) /, '')),
  },
]

function hasDigits(least: number, most: number): (found: string) => boolean {
  return (found) => {
    const count = found.replace(/\D/g, '').length
    return count >= least && count <= most
  }
}
