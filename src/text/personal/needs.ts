import { NETWORKS } from './networks.ts'
import { STREET } from './streets.ts'
import { FAMILY_CHARACTERS } from './surnames.ts'

/** What a text has, so that a pattern may match in it, each a bit. */
const NEEDS = {
  number: 1,
  dotted: 2,
  login: 4,
  plate: 8,
  province: 16,
  birthday: 32,
  street: 64,
  house: 128,
  figures: 256,
  introduced: 512,
  '@': 1024,
  spelled: 2048,
  spoken: 4096,
  network: 8192,
  called: 16384,
  sealed: 32768,
  paper: 65536,
  titled: 131072,
  kin: 262144,
  third: 524288,
  masked: 1048576,
  lot: 2097152,
  dated: 4194304,
  foreign: 8388608,
} as const

export type Need = keyof typeof NEEDS

/** The bit of `present` that stands for a need. */
export const bitOf = (need: Need): number => NEEDS[need]

/** Signatures stand in this many characters at the end. */
export const TAIL = 64

const DIGIT = 1
const LATIN = 2
const HAN = 4
const AT = 8
const INTRODUCES = 16
const NUMBERS_HOUSES = 32
const COUNTS = 64
const BIRTH = 128
const VEHICLE = 256
const DOT = 512
const TITLES = 1024
const RELATES = 2048
const TELLS_OF = 4096
const SIGN = 8192
const NAMES = 16384
const PEOPLE = 32768
const BRACKET = 65536
const FAMILY = 131072
const YEAR = 262144

const CHARACTERS = new Uint32Array(0x10000)
CHARACTERS.fill(HAN, 0x4e00, 0xa000)
for (const [bit, characters] of [
  [DIGIT, '0123456789'],
  [LATIN, 'abcdefghijklmnopqrstuvwxyz'],
  [AT, '@'],
  [DOT, '.:'],
  [BRACKET, ']'],
  [FAMILY, FAMILY_CHARACTERS],
  [SIGN, '#*&$~'],
  [NAMES, '叫姓名昵暱'],
  [PEOPLE, '人'],
  [INTRODUCES, '窗里边证诊签喊呼客登拼照票件印写打弟鄙敝:'],
  [RELATES, '我咱俺孩'],
  [TELLS_OF, '他她'],
  [NUMBERS_HOUSES, '号弄巷栋幢座室元牌楼苑园湾城庭府寓里邨村阁居轩坊'],
  [COUNTS, '零〇幺一二三四五六七八九'],
  [BIRTH, '生世属'],
  [YEAR, '年'],
  [VEHICLE, '车牌驾'],
  [TITLES, '先姐士太'],
] as const)
  for (const char of characters) CHARACTERS[char.charCodeAt(0)] = (CHARACTERS[char.charCodeAt(0)] ?? 0) | bit

/** Which of these characters a text has: one walk was half the cost of an expression for each. */
function charactersOf(text: string): number {
  let all = 0
  for (let i = 0; i < text.length; i++) all |= CHARACTERS[text.charCodeAt(i)] ?? 0
  return all
}

const NUMBER = /\d(?:[ .()-]{0,3}\d){4}/
const DOTTED = /\d\.\d{1,3}\.\d|[\da-f]:[\da-f:]/
const PLATE =
  /[a-z]{3}[ -]\d{3}|\d{4}-[a-z]{2}|plate|\breg|\bdriv|charg(?:er|ing)|barrier|\btoll|petrol|ulez|dvla|tow(?:ed|ing)|clamp|park|garage|\bmot\b|transit|golf|corsa|astra|fiesta|focus|polo|civic|prius|skoda|peugeot|renault|fiat|jeep|lexus|\b(?:car|van|truck|lorry|vehicle|motor|bike|scooter|moped|suv|taxi|caravan|ute|pickup|parked|bmw|audi|toyota|honda|ford|tesla|vw|volvo|nissan|mazda|kia|hyundai)/
const BORN = /出[生世]|生日|生于|[日号月天晨\d一二三四五六七八九十] ?生|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]/
/** A year of two figures, and a month or the word for those born in it. */
const FIGURED =
  /(?:[4-9]\d|[四五六七八九][零〇一二三四五六七八九]|[四五六七八九]十[一二三四五六七八九]?)年(?:次|[\d元正冬腊一二三四五六七八九十]{1,2}月)/
const BIRTHDAY = /birth|born|b-?day|verif|security|\bd[.-]?o[.-]?b/
/** A whole day of the years in which customers were born. */
const DATED = /[-/. ,年](?:19|20[01])\d|19\d\d[-/.年]\d/
/** From the figure on, and back from there, since letters are many and figures few. */
const LOT =
  /\d(?:\/f\b|\d-\d\d(?<=#\d\d-\d\d)|(?<=\b[a-z]-\d)\d{0,3},|(?<=\b[a-z]-\d)\d{2,3} [a-z]|(?<=\b(?:blk|block|lot|plot|flat|unit|apt|apartment|house|door|villa|[hd]\.? ?no)\.? ?(?:no|number|#)?[.:]? ?[a-z]{0,2}-?\d))/
const LETTERED = /\d[a-z]{1,6}\d|[a-z]\d{4}[a-z]/
const LOGIN = /[账帐]号|载具|条码|登[录陆]名|用户名|密码|user|login|password/
const HOUSE =
  /[\da-z一二三四五六七八九十百] ?[号弄巷栋幢座室]|\d楼(?:之 ?)?[\da-z]|单元 ?[\d零〇一二三四五六七八九]|\d舍 ?\d|门牌|[苑园湾城庭府寓里邨村阁居轩坊] ?\d{1,3}-\d{3}|[路街道] ?\d{1,4}[a-z]? ?[一二三四五六七八九十\d]{1,2} ?楼/
const TITLED = /[\u4e00-\u9fff](?:先生|小姐|女士|太太)/
const FIGURES = /[零〇幺一二三四五六七八九](?:[ ,、-]{0,2}[零〇幺一二三四五六七八九]){7}/
const PARTY =
  /[件货卡保系络位约房票购住修险益款租收机报诉请定单买车坐办护托理诊号参提取领奖荐运借贷还存送信用事户馈加赛得本]人/
const INTRODUCED =
  /窗口[为是:叫]|[我里边证俺咱]就?是|[货件]方|签[字名]|[诊院住位房机险单]的是|小弟|[敝鄙]人|[喊呼]我|称呼|旺旺|[乘旅]客|登记|拼音|[照票件]上|[印写打签填][的成]|[户客员长主者人生妇子宝件货口方] ?:|客户了,|^我[\u4e00-\u9fff]{3}[啦喔哦呀]/
const KIN =
  /(?:[我咱俺](?:们家?|的|家)?|孩子的?) ?[先太老爱丈妻对妈母爸父儿女孩小宝妹姐姊哥弟爷奶娘爹徒那侄姪外姥姨嫂阿公婆岳叔舅姑表堂侄孙朋同室邻家男未房秘助闺媳长伯婶兄伴伙]/
const THIRD = /[他她](?:的?名|叫|姓|是[\u4e00-\u9fff]{3}(?:女士|先生|小姐|太太))/
const SPELLED = / dot | point (?:com|net|org|co|de|fr|es|it|uk)|[([]at[)\]]|艾特|小老鼠|圈a|a圈/
const AT_A_HOUSE = / at [a-z\d-]{1,40}(?:\.[a-z]| ?[([点])/
const SIGNED_MAIL = /[a-z\d] ?[#*&$~] ?[a-z\d-]{2,40}\.[a-z]/
const SPOKEN =
  / (?:(?:oh|zero|six|seven|eight|nine|five|four|three),? (?:oh|zero|six|seven|eight|nine|five|four|three|two|one|double)|nineteen[ -])/
const NETWORK = new RegExp(`(?<![a-z])(?:${NETWORKS})|\\.me/|payme\\.|cash\\.app|微|[加我的个下] ?v`)
/** The same as people write it where its name is filtered. */
const DISGUISED = /薇|[威徽]信|wei ?信|v ?[❤♥:]|卫星号|我威/
const CALLED = /name|called |call me|holder:|spel|(?<![a-z])[a-z][ .-][a-z][ .-][a-z](?![a-z])/
/** A year read in a paper: "身份证上是1988-02-06". */
const OF_PAPER = /[证照本]上(?:的|写|是){0,2}\d{4}/
/** A whole day behind a person: "我1998.06.17的". */
const OF_SOMEBODY = /[我他她妈爸是](?:19|20)\d\d[-./年]\d/
/** Two words of a name in Latin letters. */
const TWO_CAPITALS =
  /[A-Z\u00c0-\u00de\u0100-\u017f][A-Za-z\u00df-\u024f\u1e00-\u1eff'’-]+(?:[.,]? |\/)[A-Z\u00c0-\u00de\u0100-\u017f][A-Za-z\u00df-\u024f\u1e00-\u1eff.]/

/** Told once for a text, so that most are passed over by all patterns. `given` as written, `text` folded. */
export function present(given: string, text: string): number {
  const all = charactersOf(text)
  let there = (all & AT) > 0 ? NEEDS['@'] : 0
  if ((all & BRACKET) > 0) there |= NEEDS.masked
  if ((all & DIGIT) > 0) there |= withDigits(all, text)
  if ((all & LATIN) > 0) there |= withLetters(all, given, text)
  if ((all & HAN) > 0) there |= withHan(all, text)
  return there
}

function withDigits(all: number, text: string): number {
  let there = 0
  if (NUMBER.test(text)) there |= NEEDS.number
  if ((all & DOT) > 0 && DOTTED.test(text)) there |= NEEDS.dotted
  if (LOGIN.test(text)) there |= NEEDS.login
  if (DATED.test(text)) there |= NEEDS.dated
  if ((all & LATIN) === 0) return there
  if (LETTERED.test(text)) there |= NEEDS.paper
  if ((all & VEHICLE) > 0 || PLATE.test(text)) there |= NEEDS.plate
  if ((all & HAN) > 0) there |= NEEDS.province
  if (BIRTHDAY.test(text)) there |= NEEDS.birthday
  if (LOT.test(text)) there |= NEEDS.lot
  if (STREET.test(text)) there |= NEEDS.street
  return there
}

function withLetters(all: number, given: string, text: string): number {
  let there = 0
  if (
    SPELLED.test(text) ||
    (text.includes(' at ') && AT_A_HOUSE.test(text)) ||
    ((all & SIGN) > 0 && SIGNED_MAIL.test(text))
  )
    there |= NEEDS.spelled
  if (SPOKEN.test(text)) there |= NEEDS.spoken | (BIRTHDAY.test(text) ? NEEDS.birthday : 0)
  if (NETWORK.test(text) || ((all & HAN) > 0 && DISGUISED.test(text))) there |= NEEDS.network
  if (CALLED.test(text)) there |= NEEDS.called
  if ((all & HAN) > 0 && TWO_CAPITALS.test(given)) there |= NEEDS.foreign
  return there
}

function withHan(all: number, text: string): number {
  let there = ((all & BIRTH) > 0 && BORN.test(text)) || ((all & DIGIT) > 0 && OF_PAPER.test(text)) ? NEEDS.birthday : 0
  if (((all & YEAR) > 0 && FIGURED.test(text)) || ((all & DIGIT) > 0 && OF_SOMEBODY.test(text))) there |= NEEDS.dated
  if ((all & NUMBERS_HOUSES) > 0 && HOUSE.test(text)) there |= NEEDS.house
  if ((all & COUNTS) > 0 && FIGURES.test(text)) there |= NEEDS.figures
  if ((all & NAMES) > 0 || ((all & PEOPLE) > 0 && PARTY.test(text))) there |= NEEDS.introduced
  else if ((all & (INTRODUCES | RELATES)) > 0 && INTRODUCED.test(text)) there |= NEEDS.introduced
  if ((all & RELATES) > 0 && KIN.test(text)) there |= NEEDS.kin
  if ((all & TELLS_OF) > 0 && THIRD.test(text)) there |= NEEDS.third
  if ((all & TITLES) > 0 && TITLED.test(text)) there |= NEEDS.titled
  if (endsWithFew(text)) there |= NEEDS.sealed
  return there
}

const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff

/** Whether what stands last is two to four characters after a sign or a space that begin as a name does, or "敬上" and the like. */
function endsWithFew(text: string): boolean {
  let at = text.length - 1
  while (at > 0 && (text.charCodeAt(at) <= 32 || text[at] === '。' || text[at] === '!')) at--
  const last = text[at] ?? ''
  if ('上留启敬书言'.includes(last)) return true
  let count = 0
  while (at >= 0 && count < 5 && isHan(text.charCodeAt(at))) {
    at--
    count++
  }
  return at >= 0 && count > 1 && count < 5 && ((CHARACTERS[text.charCodeAt(at + 1)] ?? 0) & FAMILY) > 0
}
