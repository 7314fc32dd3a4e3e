import { type Finder, REFERENCE } from './finder.ts'
import { ALWAYS, RUE, SOMETIMES, STREET_BEFORE } from './streets.ts'

const N = String.raw`(?:\d{1,5}(?:-\d{1,4})?|\d(?: \d){1,3}|[一二三四五六七八九十百千零〇两]{1,7})`
const ROAD =
  '(?:(?:路|街|大道|(?<![国省县])道)[中东西南北]?|(?:路|街|大道) ?[1-9] ?段|邨|巷|弄|胡同|村|庄|小区|花园|新村|公寓|家园|苑|坊|段)'
/** What follows the number of a house: floors, flats, "之2"; a door, a desk or a shop with a number is nobody's home. */
const WITHIN = String.raw`(?:(?: ?${N})? ?之 ?${N}(?: ?号)?| ?(?!而?不)[\u4e00-\u9fffa-z]{0,8}${N} ?(?:室|号楼?|楼|层|栋|幢|单元|户|座|弄|巷|f)|(?<=楼)[a-z](?![a-z])|(?<=[楼栋幢座院弄]|单元) ?\d{2,5}(?! ?[\d号室楼层栋单之元块年])| ?[a-z0-9] ?[室座])`
const NO_HOME = '(?! ?(?:线|口|门(?![口外前牌铃])|出|柜|窗|桌|机|位|站|台|\\d{1,4} ?号))'

const WORD = String.raw`(?:[a-z'.-]{1,15}|\d{1,3}(?:st|nd|rd|th)) `
/** What stands before the number of a house. */
const FLAT =
  /(?<![a-z])(?:(?:flat|apt|apartment|unit|block|room|suite|level|tower)\.? ?#?(?!at |in |on |of |is )[a-z0-9]{1,4},? ){1,3}$/
const SUFFIX = '(?:,? (?:apt|apartment|unit|flat|suite|ste|#)\\.? ?#?[a-z0-9]{1,5}(?![a-z]))?'
/** A number that goes on to the left is a price, a time or a longer one. */
const GOES_ON = /[\d.:$£€-]$/

/** What may be a street's name before its number, where a postcode and a town stand behind. */
const OF_SOMEBODY = /(?:^|[:,.\n] |\bis |\bat |\bto |\bin )(?:[a-z'-]{2,15} ){1,3}$/

const NUMBERED = String.raw`(?:\.? ?(?:no|num|number|#))?[.:]? ?[a-z]{0,2}-?\d{1,5}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,3}`
/** "Blk 12", "Flat No. B-404", "#05-12", "H.No. 4-7/118". */
const LOT = String.raw`(?:\b(?:blk|block|lot|plot|flat|unit|apt|apartment|house|door|villa|[hd](?=\.? ?no))${NUMBERED}|\b(?:room|rm) [a-z0-9]{1,5}(?=,? \d{1,2}/f)|\b[a-z]-\d{1,4}(?=,|(?<=-\d{3,4}) [a-z])|(?<![\da-z])#\d\d-\d{2,4}[a-z]?)(?![a-z\d-])`
/** What follows it: "Lot 7", "3rd Floor", "Sai Krupa Apartments", "Ang Mo Kio Ave 1", "#04-77". */
const PART = String.raw`(?:(?:blk|block|lot|tower|phase|sector|wing|ward|purok|plot|unit|flat)${NUMBERED}(?![a-z\d-])|(?:tower|block|wing|phase) [a-z](?![a-z])|#\d\d-\d{2,4}(?!\d)|(?:(?:ground|first|second|third|fourth|fifth|top) floor)|\d{1,2}/f(?![a-z])|\d{1,3}(?:st|nd|rd|th) (?:[a-z]{2,10} )?(?:floor|flr|cross|main|street|st|avenue|ave|road|rd|stage|phase|block)(?![a-z])|(?:[a-z'.-]{2,15} ){1,3}(?:nagar|colony|layout|enclave|society|vihar|puram|residenc[ye]s?|apartments?|apts?|towers?|heights|estate|subd|subdivision|village|villas?|buildings?|bldg|homes|garden|gardens|condo|mansions?|house|court|street|st|road|rd|avenue|ave|lane|drive|lorong|cres|crescent|marg|gali|chowk)(?![a-z])\.?(?: \d{1,3}(?![\d-]))?|street \d{1,3})`

/** What looks like an address. Whether it is somebody's home, and not a shop's, what stands around it tells (`learned/homes.ts`). */
export const PLACES: readonly Finder[] = [
  {
    what: 'address', // in Latin letters in a Chinese text: "寄她那边：No. 12, Lorong Kenari 5, 11900 Bayan Lepas"
    needs: 'foreign',
    pattern:
      /(?:地址|寄[给到往]?|送[到去往]?|住在?|搬[到去])[^\n\d.。,a-z]{0,8}[: ]? ?(?<it>(?=[^\u4e00-\u9fff\n]{0,24}\d)(?=[^\u4e00-\u9fff\n]{0,40}[a-z\d],)(?=(?:[^\u4e00-\u9fff\n]{0,40}?[ ,.][a-z]{3,}){2})[a-z#\d][a-z\d .,#/'-]{12,90}[a-z\d])/g,
  },
  {
    what: 'address', // another house beside it: "[地址]，不是217号", "对面212号"
    needs: 'masked',
    pattern: /(?:不是|对面|隔壁|隔篱|原来|以前)(?:的|是|住)?(?<it>\d{1,4}(?:(?:之\d)?号(?![线口门出柜窗桌])| ?室))/g,
    holds: (_, before) => /\[地址\][^\n]{0,16}$/.test(before),
  },
  {
    what: 'address',
    needs: 'house',
    pattern: new RegExp(
      String.raw`(?<=[\u4e00-\u9fff])${ROAD} ?(?:\d{1,3} ?邻 ?)?[甲乙丙附]?(?<!弄 ?(?=一))${N}(?: ?之 ?\d{1,3})? ?(?:号楼?|弄|巷|栋|幢|座)${WITHIN}{0,4}${NO_HOME}`,
      'g',
    ),
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address',
    needs: 'house',
    pattern: new RegExp(
      String.raw`${N} ?(?:号?楼|栋|幢|座) ?(?:(?:${N}|[甲乙丙丁a-d]) ?(?:单元|门) ?(?:\d{1,2} ?[楼层] ?\d{1,3} ?[室户号]|\d{2,5}(?: ?[室户])?)|${N} ?[楼层] ?(?:\d{1,5}|[a-z]) ?[室户])`,
      'g',
    ),
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address',
    needs: 'house',
    pattern:
      /(?:\d{1,4}|(?<![a-z\d《])[a-z]\d?) ?(?:号?楼|栋|幢|座) ?(?:\d{3,5}(?![\d元块年])(?: ?[室户])?|\d{1,2}[a-eg-z](?![a-z])|\d{1,2} ?[楼f](?: ?之 ?\d{1,2})?)|(?<![\d月])\d{1,4}号 ?\d{1,2} ?[楼f](?: ?之 ?\d{1,2})?/g,
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address', // building, entrance and flat in figures: "16-2-1203"
    needs: 'number',
    pattern: /(?<![\d-])\d{1,3}-\d{1,2}-(?!(?:19|20)\d\d)\d{3,4}(?![\d-])/g,
    holds: (_, before) => !REFERENCE.test(before),
  },
  {
    what: 'address',
    needs: 'house',
    pattern: new RegExp(
      `(?:${N}|[甲乙丙丁]) ?单元 ?(?:\\d{3,4}|[零〇一二三四五六七八九]{3,4})(?!\\d)|\\d{1,2} ?楼 ?之 ?\\d{1,2}|(?<=门牌号?码?[是:]? ?)(?:\\d{3,4} ?室?|\\d{1,4}(?:-\\d{1,3})?号)|\\d{1,2} ?舍 ?\\d{3,4}(?!\\d)`,
      'g',
    ),
  },
  {
    what: 'address', // in a village, and in a hall of students
    needs: 'house',
    pattern: new RegExp(
      `(?:(?:(?<=[村屯庄寨区]|[属大]院)[\\u4e00-\\u9fff]{0,4}?${N} ?[排组队邻社]|(?<=里) ?${N} ?邻)[\\u4e00-\\u9fff]{0,4}? ?${N}(?: ?[之-] ?\\d{1,3})? ?号|(?:宿舍|寝室)[:是在]?[\\u4e00-\\u9fff]{0,4}${N} ?[舍栋楼] ?\\d{3,4}室?)`,
      'g',
    ),
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address', // a house alone, a flat alone, both with a hyphen, or a floor right behind the number
    needs: 'house',
    pattern:
      /(?<![\d.-])(?:\d{1,3}|(?<![a-z])[a-z]) ?(?:号楼|栋|幢)(?![\d一-])|(?<![\d-])\d{3,4} ?室|(?<=[苑园湾城庭府寓里邨村阁居轩坊]) ?\d{1,3}-\d{3,4}(?![\d-])|(?<=[路街道]) ?\d{1,4}[a-z]? ?(?:[一二三四五六七八九十]|\d{1,2}) ?楼/g,
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address', // a house with a name, and the flat
    needs: 'house',
    pattern: /(?<=[\u4e00-\u9fff]{2})[楼阁苑厦轩园邨居] ?(?:\d{1,2} ?楼 ?)?(?:\d{1,4} ?[a-z]?|[a-z]) ?室/g,
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address', // a tower, a floor and a flat of Hong Kong and Macau: "景湖居6座9楼H", "大厦14楼AJ"
    needs: 'house',
    pattern: /[座楼厦阁苑居轩庭邨村台城] ?\d{1,2} ?楼 ?[a-z]{1,2}(?: ?室|(?![a-z\d]| ?[区柜铺店馆出]))/g,
    back: /[\u4e00-\u9fff\d]{1,20}$/,
  },
  {
    what: 'address', // in a village without streets: "大埔林村坑下莆56号地下"
    needs: 'house',
    pattern: new RegExp(
      String.raw`(?<=[乡镇村](?![委口里])[\u4e00-\u9fff]{2,8})\d{1,4}(?:-\d{1,3})? ?号(?:地下|[一二三]楼)?${NO_HOME}`,
      'g',
    ),
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address',
    needs: 'street',
    pattern: new RegExp(
      String.raw`(?:\d{1,5}-)?\d{1,5}[a-z]?(?:/\d{1,5}[a-z]?)? (?:${WORD}){1,3}${ALWAYS}(?![a-z])${SUFFIX}`,
      'g',
    ),
    back: FLAT,
    holds: (found, before) =>
      !GOES_ON.test(before) &&
      !/ (?:bed|bedroom|bedrooms|bath|the|a|my|your|of|in|by|was|is|to|and|minutes|min|hours|days|weeks|months|years|people|times|per|on|off|for|at|from|near|out|up|down|along|with|this|that|when|if|or|but|i|we|it|not|no) /.test(
        found,
      ),
  },
  {
    what: 'address', // a street whose name ends in a word of every day
    needs: 'street',
    pattern: new RegExp(String.raw`\d{1,5}[a-z]?,? (?:[a-z'.-]{1,15} ){1,3}${SOMETIMES}(?![a-z])${SUFFIX}`, 'g'),
    back: FLAT,
    holds: (found, before) =>
      !GOES_ON.test(before) &&
      !/^\S+ (?:[a-z'.-]+ )*?(?:k?m|cm|mm|kg|miles?|min|minutes?|hours?|days?|weeks?|months?|years?|people|from|to|of|is|was|and|or|for|with|at) /.test(
        found,
      ),
  },
  {
    what: 'address', // as Taiwan writes it in English: "No. 18, Lane 73, Sec. 2, Heping E. Rd."
    needs: 'street',
    pattern:
      /\bno\.? ?\d{1,4}(?:-\d{1,3})?, (?:(?:aly|alley|lane|ln|sec|section)\.? \d{1,4}, ){0,3}(?:[a-z.]{1,15} ){1,4}(?:rd|road|st|street|blvd|ave)(?![a-z])/g,
  },
  {
    what: 'address', // a flat, a plot or a block first, as in India, Singapore, and the Philippines: "Blk 12 Lot 7, Sampaguita St."
    needs: 'lot',
    pattern: new RegExp(`${LOT}(?:,? ${PART}){1,5}`, 'g'),
  },
  {
    what: 'address', // the house alone, where the number is told as Indians tell it
    needs: 'lot',
    pattern: /\b[hd]\.? ?no\b[.: ]{0,2}\d{1,4}[a-z]?(?:[/-][a-z0-9]{1,5}){1,4}(?:, [a-z]{3,15}(?= ?(?:,|$)))?/g,
  },
  { what: 'address', needs: 'house', pattern: /邮局第? ?\d{1,5}(?:-\d{1,4})? ?号信箱/g, back: /[\u4e00-\u9fff]{1,6}$/ },
  { what: 'address', needs: 'street', pattern: /\bp\.? ?o\.? box \d{1,6}/g },
  { what: 'address', needs: 'street', pattern: /\beircode\b[^\n\d]{0,16}?(?<it>\b[a-z]\d[\dw] ?[a-z\d]{4})\b/g },
  {
    what: 'address', // a British postcode; "2nd" ends none
    needs: 'street',
    pattern: /\d(?<=(?<![a-z\d])[a-z]{1,2}\d)[a-z\d]? (?!1st|2nd|3rd|[04-9]th)\d[abd-hjlnp-uw-z]{2}(?![a-z\d])/g,
    back: /[a-z]{1,2}$/,
  },
  {
    what: 'address', // a flat, and the house's name
    needs: 'street',
    pattern:
      /\b(?:flat|apt|apartment)\.? ?#?[a-z]?\d{1,4}[a-z]?,? (?:[a-z'-]{2,15} ){1,3}(?:house|court|towers?|mansions?|lodge|buildings?|heights|point|apartments|residences?)\b|\b\d{1,4}[a-z]? (?:[a-z'-]{2,15} ){0,2}[a-z'-]{4,15}, (?:flat|apt|apartment) ?[a-z]?\d{1,4}[a-z]?\b|\b(?:flat|apt|apartment) \d{1,3}[a-z]? at \d{2,5} [a-z]{4,15}\b/g,
  },
  {
    what: 'address', // the number before the street, as the French write it
    needs: 'street',
    pattern: new RegExp(String.raw`\d{1,4}(?: ?bis| ?ter|[a-z])?,? ${RUE}[a-z'-]{2,20}`, 'g'),
    holds: (_, before) => !GOES_ON.test(before),
  },
  {
    what: 'address', // behind it, as the Germans, the Spanish and the Malays do: "Lindenweg 27b", "Rua das Flores, 145"
    needs: 'street',
    pattern:
      /\d{1,4}(?:[a-z](?![a-z]))?(?:[/-]\d{1,3}[a-z]?){0,2}(?![\d:%]|[.,]\d| ?(?:uhr|euro|eur|km|min))(?:,? (?:no|lot|unit|apt?|piso|depto|top)\.? ?\d{1,4})?/g,
    back: /(?:[a-z-]{2,24}|(?:[a-z/]{2,9}\.? (?:[a-z'.-]{1,15} ){0,3}[a-z'.-]{2,15}),?) (?:n[o.]{1,2} ?)?$/,
    holds: (_, before, after) =>
      STREET_BEFORE.test(before) ||
      (OF_SOMEBODY.test(before) && /^, \d{5} [a-z]{4}/.test(after) && !REFERENCE.test(before)),
  },
  {
    what: 'address', // the number behind the street
    needs: 'street',
    pattern: new RegExp(
      String.raw`\bliv(?:e|es|ed|ing) (?:at|on|in) (?<it>(?:${WORD}){1,3}${ALWAYS},? (?:number|no\.?|#) ?\d{1,4}[a-z]?|(?<=at )\d{1,4}[a-z]? (?:the )?[a-z'-]{4,20}(?: [a-z'-]{3,20})?(?=[,.;\n]|$| and\b))`,
      'g',
    ),
  },
]
