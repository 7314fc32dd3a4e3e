import { type Finder, LINK } from './finder.ts'

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const DAY = String.raw`\d{1,4}[-/.年 ]{1,2}\d{1,2}[-/.月 ]{1,2}\d{1,4}日?`
const SPOKEN_DAY = String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \d{4}|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}`

/** Where somebody lives, what they drive, when they were born. */
export const PLACES: readonly Finder[] = [
  {
    what: 'birthday',
    needs: 'digit',
    pattern: new RegExp(
      String.raw`(?:出生日期|出生于|出生|生日|生于|date of birth|\bdob|birthday|birth date|\bborn)(?: ?(?:是|为|系|is|on|[:])){0,3} ?(?<it>${DAY}|${SPOKEN_DAY})`,
      'g',
    ),
  },
  { what: 'birthday', needs: 'digit', pattern: /(?<!\d)(?:19|20)\d{2}年\d{1,2}月\d{1,2}[日号](?=出生|生人|生的)/g },
  {
    what: 'plate',
    needs: 'digit',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][ ·]?(?=[a-z]{0,2}\d)[a-z0-9]{5,6}(?![a-z0-9])/g,
  },
  {
    what: 'plate',
    needs: 'digit',
    pattern: new RegExp(
      String.raw`(?:车牌号?|车号|牌照|licen[cs]e plate|number plate|\bplate|car reg(?:istration)?|\breg)${LINK}(?<it>(?=[a-z -]{0,5}\d)[a-z0-9]{1,4}[ ·-]?[a-z0-9]{2,5})(?![a-z0-9])`,
      'g',
    ),
  },
  {
    what: 'address',
    needs: 'digit',
    pattern:
      /(?<=[\u4e00-\u9fff])(?:(?:路|街|大道|道)[中东西南北]?|巷|弄|胡同|村|小区|花园|新村|段) ?\d{1,5} ?(?:号|弄|巷|栋|幢|座)(?: ?[\u4e00-\u9fffa-z]{0,8}\d{1,4} ?(?:室|号|楼|层|栋|幢|单元|户|座|f)){0,4}/g,
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address',
    needs: 'digit',
    pattern: /\d{1,4} ?(?:号楼|栋|幢|座) ?\d{1,3} ?单元 ?\d{2,5}(?: ?[室户])?/g,
    back: /[\u4e00-\u9fff]{1,20}$/,
  },
  {
    what: 'address',
    needs: 'digit',
    pattern:
      /(?<![\d.$£€-])\d{1,5}[a-z]? (?:(?:[a-z]{2,15}|\d{1,3}(?:st|nd|rd|th)) ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|crescent|terrace|highway|parkway|way)(?![a-z])(?:,? (?:apt|apartment|unit|flat|suite|ste|#) ?#?[a-z0-9]{1,5})?/g,
    holds: (found) =>
      !/ (?:bed|bedroom|bedrooms|bath|the|a|my|your|of|in|by|was|is|to|and|minutes|min|hours|days|weeks|months|years|people|times|per|on|off) /.test(
        found,
      ),
  },
  {
    what: 'address', // ends of streets that are words of every day: only after what says that somebody lives there
    needs: 'digit',
    pattern:
      /\b(?:live[sd]? at|live[sd]? on|address(?: is|:)?|reside at|home is|moved to|house at|deliver(?:ed)? to|flat [a-z0-9]{1,4},?|apartment [a-z0-9]{1,4},?|unit [a-z0-9]{1,4},?) (?<it>\d{1,5}[a-z]? (?:[a-z']{2,15} ){1,3}(?:grove|close|place|square|gardens?|mews|hill|row|walk|view|park|rise|circle|alley|quay|green|trail|loop|mount|vale|croft|heights|plaza))(?![a-z])/g,
  },
  { what: 'address', needs: 'digit', pattern: /\bp\.? ?o\.? box \d{1,6}/g },
  {
    what: 'address', // a British postcode; "2nd" ends none
    needs: 'digit',
    pattern: /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]? \d(?!nd|st|rd|th)[abd-hjlnp-uw-z]{2}(?![a-z\d])/g,
  },
]
