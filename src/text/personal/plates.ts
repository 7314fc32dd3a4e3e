import { type Finder, LINK, REFERENCE } from './finder.ts'

const MY_VEHICLE =
  /(?:机车|摩托车|车子|轿车|小客车|小货车|货车|休旅车|电动车|汽车|爱车|座驾|特斯拉|宝马|奔驰|宾士|奥迪|丰田|本田|大众|比亚迪|福特|日产|保时捷|凌志|休旅|行照|驾照|(?:我|先生|太太|老公|老婆|爸|妈)的?车|我开)(?: ?(?:是|为|的|要?[填写]|车牌|车号|号码|[:,])){0,3} ?$/
const IS_VEHICLE =
  /^,? ?(?:(?:这|那)?[台辆部]?(?:机车|摩托车|车子|轿车|汽车|货车)|[这那][台辆部]车|(?:就?是|为)我?[^\n,。]{0,6}车(?:牌|号|$|[,。!]))/
const VEHICLE =
  '(?:car|van|truck|lorry|vehicle|motorbike|motorcycle|bike|scooter|moped|suv|taxi|caravan|ute|pickup|bmw|audi|toyota|honda|ford|tesla|vw|volvo|nissan|mazda|kia|hyundai|parked)'

const PARKING =
  /停车|[出进]场|车位|车道|特斯拉|拖吊|违[停规]|罚单|红单|超速|闯红灯|etag|机车|[开骑]车|行照|充电|加油|洗车|修车|[我那这]台车|我的?车/
const ON_THE_ROAD =
  /\b(?:driv(?:e|es|er|ing)|drove|leaf|ev|charg(?:er|ing)|barrier|toll|petrol|ulez|dvla|cars?|bikes?|scooter|lorries|vans?|truck|lorry|vehicle|motorbike|taxi|parked|parking|car park|tow(?:ed|ing)|clamp(?:ed)?|garage|mot|transit|golf|corsa|astra|fiesta|focus|polo|civic|prius|bmw|audi|toyota|honda|ford|tesla|vw|volkswagen|volvo|nissan|mazda|kia|hyundai|skoda|peugeot|renault|fiat|jeep|lexus|reg(?:istration)?|plate|rental|pcn)\b/

/** Number plates: those of the mainland by their province, all others beside a word for a plate or for one's vehicle. */
export const PLATES: readonly Finder[] = [
  {
    what: 'plate',
    needs: 'province',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][ ·-]?(?=[a-z]{0,2}\d)[a-z0-9]{5,6}(?![a-z0-9])/g,
  },
  {
    what: 'plate',
    needs: 'plate',
    pattern: new RegExp(
      String.raw`(?:车牌号?|车号|牌照|licen[cs]e plate|number plate|\bplate\b(?: on (?:mine|it|my [a-z]{2,12}))?|\btag(?= is [a-z]{2} )|\bplates(?= (?:\d[a-z]{2,3} ?\d|[a-z]{1,3}[ ·-]?\d))|\b(?:car|vehicle)(?= (?:no|number)\b)|car reg(?:istration)?|\breg(?:o|n|istration)?\b\.?)(?:'s)?${LINK}(?<it>(?:[\u4e00-\u9fff]{2}(?=[a-z]\d\d))?(?!fee|cost|charge|due|exp|paid|ends|for |was |in |on |at |by |of |the |from |until )(?=[a-z ·-]{0,5}\d)(?:s[a-z]{2} ?\d{1,4} ?[a-z]|(?:[a-z]{2} )?\d[a-z]{3} ?\d{3}|[a-z]{1,3}[·-][a-z]{1,3} ?\d{1,4}|[a-z0-9]{1,4}(?:[·-][a-z0-9]{1,5}){2,3}|(?:[a-z]{2} )?[a-z0-9]{1,4}[ ·-]?[a-z0-9]{2,5}))(?![a-z0-9])`,
      'g',
    ),
  },
  {
    what: 'plate', // Taiwan's
    needs: 'plate',
    pattern:
      /(?<![a-z0-9-])(?:(?!bmw|byd|kia|amg)[a-z]{3} \d{4}|[a-z]{2,3}-\d{3,4}|\d{3,4}-[a-z]{2,3}|\d{4}-[a-z]\d|[a-z]\d-\d{4})(?![a-z0-9-]|型)/g,
    holds: (found, before, after) =>
      MY_VEHICLE.test(before) ||
      (/^(?:[a-z]{3}-\d|\d{4}-[a-z]{2}$)/.test(found) &&
        (IS_VEHICLE.test(after) ||
          ((PARKING.test(before.slice(-30)) || PARKING.test(after.slice(0, 24))) &&
            !/[券卡桩器]$/.test(before) &&
            !REFERENCE.test(before)))),
  },
  {
    what: 'plate', // Britain's
    needs: 'plate',
    pattern: new RegExp(
      String.raw`\b${VEHICLE}(?:,| is| was|:| \(|'s| reg| with| number| registration){0,3} ?(?<it>[a-z]{2}\d{2} ?[a-z]{3}|\d[a-z]{3} ?\d{3}|[a-z]{3} ?\d{4} ?[a-z])(?![a-z0-9]| \d{3})`,
      'g',
    ),
  },
  {
    what: 'plate', // the same with the year of its letters, where a vehicle or a car park is spoken of
    needs: 'plate',
    pattern: /(?<![a-z0-9])[a-hj-pr-y][a-y](?:[0-26][0-9]|5[1-9]|7[0-6]) ?[a-hj-pr-z]{3}(?![a-z0-9]| \d{3})/g,
    holds: (_, before, after) => ON_THE_ROAD.test(before) || ON_THE_ROAD.test(after),
  },
  {
    what: 'plate', // Hong Kong's
    needs: 'plate',
    pattern: /(?<![a-z0-9])[a-z]{2} ?\d{1,4}(?![a-z0-9-])/g,
    holds: (_, before, after) => /[架部]车[系是:]? ?$/.test(before) || /^ ?(?:泊|架车|[系是]我架)/.test(after),
  },
  {
    what: 'plate', // Macau's
    needs: 'plate',
    pattern: /(?<![a-z0-9-])m[a-z]-\d\d-\d\d(?![\d-])/g,
    holds: (_, before, after) => /车|泊/.test(before + after),
  },
  {
    what: 'plate', // India's: state, district, series, number; Germany's: town, letters, number
    needs: 'plate',
    pattern:
      /(?<![a-z0-9-])[a-z](?:[a-z][ -]?\d{2}[ -]?[a-z]{1,3}[ -]?\d{4}|[a-z]{0,2}-(?!fi )(?<!usb-)[a-z]{1,2} \d{2,4}[eh]?)(?![a-z0-9-]|[.,]\d)/g,
    holds: (_, before, after) => (ON_THE_ROAD.test(before) || ON_THE_ROAD.test(after)) && !REFERENCE.test(before),
  },
]
