import type { Finder } from './finder.ts'

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const DAY = String.raw`(?:民国|西元|公元)? ?\d{1,4}[-/.年 ]{1,2}\d{1,2}[-/.月 ]{1,2}\d{1,4}[日号]?`
const SPOKEN_DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}(?:(?:,? |-)\d{4})?|${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?`
/** "nineteen sixty-four, twelfth of May" */
const WORDED_DAY = String.raw`(?=[a-z ,-]{0,48}\b${MONTH}\b)(?:(?:the|of|and|oh|nineteen|twenty|thousand|hundred|${MONTH}|(?:thir|four|fif|six|seven|eigh|nine)t(?:een|y)(?:th)?|(?:twent|thirt)ieth|ten|eleven|twelve|(?:ten|eleven|twelf|four|fif|six|seven|eigh|nin)th|first|second|third|one|two|three|four|five|six|seven|eight|nine)(?![a-z])[ ,-]{0,2}){3,9}`
const HAN = '[零〇一二三四五六七八九十]'
const HAN_DAY = `(?:民国|西元|公元)?${HAN}{2,4}年${HAN}{1,3}月${HAN}{1,3}[日号]|(?:${HAN}{2,4}年|\\d{2,4}年)?(?:[农阴阳]历)?(?:[元正冬腊]|${HAN}{1,2})月(?:初${HAN}|[廿一二三四五六七八九十]{1,3}[日号]?)`
const MONTH_HAN = '(?:[元正冬腊]|[一二三四五六七八九十]{1,2})'
/** What happens on other days than that of birth. */
const BOUGHT = /^[^,。]{0,2}(?:[买购订签装建办住]|开[业户]|入[住会职]|出[厂版])/
const SHORT_DAY = String.raw`\d{1,2}[-/月]\d{1,2}[日号]?(?![\d/])|(?:\d{4}|\d{6,8})(?![\d元块折点%年/-]|[.,]\d)`
const BORN =
  '(?:出[生世]日期|出生年月日?|出生于|出生证?|生日|生于|(?:身[份分]证|护照|户口本?)上|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]的?|date of birth|\\bd[.-]?o[.-]?b\\b\\.?|birthday|birth ?date|\\bb-?day\\b|\\bborn)'
/** What else people do on that day, or get for it: its date is another. */
const FEAST =
  '蛋糕|礼|券|会|聚|宴|派对|惊喜|套餐|优惠|折|快乐|那天|当天|订|买|到期|dinner|lunch|party|cake|gift|present|treat|meal|celebrat|voucher|offer|card|trip|weekend|order|bought|book|paid|deliver|sent|expire|arriv'

/** A day of a year in which customers were born. */
const YEARED = String.raw`\d{1,2}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}(?:19\d\d|20[01]\d)(?!\d)|(?:19\d\d|20[01]\d)[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?!\d)|\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH},?[ -](?:19\d\d|20[01]\d)(?!\d)|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? (?:19\d\d|20[01]\d)(?!\d)`
const BEGUN =
  /(?:since|from|dated|signed|opened|start(?:ed|ing|s)?|began|built|bought|joined|installed|founded|established|issued?|model|edition|contract|policy|member|warranty|manufactured|version|invoice|自|从|起|成立|签|开户|买|装|建|购|立|创|版)[^\n.!?。]{0,16}$/

/** When somebody was born: dates beside a word that says so. */
export const BIRTHDAYS: readonly Finder[] = [
  {
    what: 'birthday',
    needs: 'birthday',
    pattern: new RegExp(
      `${BORN}(?:'s)?(?: ?(?:是|为|在|系|上|写的?|农历|阴历|国历|is|was|on|the|in (?:19|20)\\d\\d|[:,(=>|-])){0,4} ?(?<it>${DAY}|${SPOKEN_DAY}|${HAN_DAY}|${WORDED_DAY})`,
      'g',
    ),
  },
  {
    what: 'birthday', // put right some words later: "出生日期填错了，应该是…", "birthday down as …, should be …"
    needs: 'birthday',
    pattern: new RegExp(
      String.raw`${BORN}(?:(?!${FEAST})(?:[^\n\d。!?]|(?:19|20)\d{2}(?![-/.\d年]))){1,28}?(?:应该?[是为]|应当?[是为]|实际(?:上)?是?|正确的?是|不是|而是|是|为|成了?|[写填改印打]成?的?|:|should (?:be|read|say)|(?:it|that) (?:is|was)|\bit'?s|\bis|\bas|\bto|\bnot|\breads?|\bsays?|\bshows?|\bof) ?(?:the )?(?<it>${DAY}|${SPOKEN_DAY}|${HAN_DAY})`,
      'g',
    ),
  },
  {
    what: 'birthday', // beside a name, or another birthday: "[name], 3 May 1988", "mine is 5/1/2000"
    needs: 'dated',
    pattern: new RegExp(
      String.raw`\[(?:name|date of birth|姓名|出生日期)\](?:(?:[^\n\d.!?。]{0,16}(?:\bmine|\bhis|\bhers?|\bit|\bthat|\bnot|\bbe|不是|应该))?(?:'s| is| was|是)?)[ ,;:(|/—-]{0,3}(?<it>${YEARED})`,
      'g',
    ),
  },
  {
    what: 'birthday', // a day so long ago is nothing else, unless something is said to have begun then
    needs: 'dated',
    pattern: /\d(?<!\d\d)(?:\d?[-/.]\d{1,2}[-/.]19\d\d|9(?<=19)\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?![\d/-])/g,
    holds: (_, before) => !BEGUN.test(before),
  },
  {
    what: 'birthday', // among what somebody is known by: "Verification: …, 14/09/1971"
    needs: 'birthday',
    pattern:
      /\b(?:verif(?:y|ication|ied)|security)\b[^\n\d]{1,40}?(?<it>\d{1,2}[-/.]\d{1,2}[-/.](?:19\d{2}|200\d)|(?:19\d{2}|200\d)[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)/g,
  },
  {
    what: 'birthday', // without its year: 0921, 9/21; with it and no sign between: 19760921, 650921
    needs: 'birthday',
    pattern: new RegExp(
      String.raw`(?:出生日期|出生年月日|生日|date of birth|\bdob|birthday|birth ?date)(?: ?(?:就?是|为|在|写|填|就?今天|is|on|[:,])){0,3} ?(?<it>${SHORT_DAY})|出生年月[是为: ]{0,3}(?<own>(?:19|20)\d{2}[-/.年](?:0?[1-9]|1[0-2])月?)`,
      'g',
    ),
  },
  {
    what: 'birthday', // of two figures, the year of no order: "我76年1月5日", "八七年腊月十九", "41年次，5月20号"
    needs: 'dated',
    pattern: new RegExp(
      String.raw`[我他她妈爸是](?<it>(?:19|20[01])\d{1,2}[-./年]\d{1,2}[-./月]\d{1,2}[日号]?)(?=的?(?:[,。]|$))|(?:民国 ?)?(?<!\d)[4-9]\d年(?:次(?:[, ]{0,2}\d{1,2}月\d{1,2}[日号]?)?|\d{1,2}月\d{1,2}[日号]?)|[四五六七八九]十?${HAN}年次|[四五六七八九]${HAN}年${MONTH_HAN}月(?:初${HAN}|[廿一二三四五六七八九十]{1,3}[日号]?)`,
      'g',
    ),
    holds: (_, before, after) => !BOUGHT.test(after) && !/[买购订签装建办][^,。]{0,5}$/.test(before),
  },
  {
    what: 'birthday', // another beside it: "[出生日期]，跟你们资料60.11.27对不起来"
    needs: 'masked',
    pattern: new RegExp(String.raw`\[出生日期\][^\n。\d\[]{1,16}?(?<it>${DAY}|${HAN_DAY})`, 'g'),
    holds: (found) => /印|写|成|资料|系统|不是|身份证|才[是对]|[农阴阳国]历/.test(found),
  },
  {
    what: 'birthday',
    needs: 'birthday',
    pattern: new RegExp(
      String.raw`(?<!\d)(?:(?:(?:19|20)\d{2}|(?:民国)? ?\d{2,3})年\d{1,2}月\d{1,2}[日号]?|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|(?<!\.)\d{2,3}[./]\d{1,2}[./]\d{1,2}|${HAN_DAY}|(?:19\d{2}|20[01]\d)年\d{1,2}月|\d{2,4}年(?= ?(?:出生|生人|生的)))(?= ?(?:那天|凌晨|[早晚]上|当天)?(?:出[生世]|生人|生的|生(?![产效日活成鲜])))|(?:\d{1,2}月\d{1,2}[日号]|(?<!\d)(?:0[1-9]|1[0-2])[0-3]\d)(?= ?(?:出生|生的))|(?<!\d)(?:19\d{2}|200\d)[-/.]\d{1,2}[-/.]\d{1,2}(?= ?的?生日)|(?:(?<=我的?|我是|本人|[妈爸女子])(?:\d{1,2}月\d{1,2}[日号]|${HAN_DAY})|(?<!\d)\d{2}年\d{1,2}月\d{1,2}[日号])(?= ?的?生日(?:[,。 ]|$))|(?:19\d{2}|20[01]\d)年\d{1,2}月\d{1,2}[日号]?(?= ?生日(?:[,。 ]|$))|(?:${SPOKEN_DAY})(?= born)|(?<!\d)(?:${DAY}|${SPOKEN_DAY})(?= (?:as|is|was|for) (?:my |his |her |the )?(?:date of birth|dob\b|birthday|birth ?date))`,
      'g',
    ),
  },
]
