import { type Finder, isOwn, isOwnNumber, LINK } from './finder.ts'

const CALL = String.raw`电话|手机|手提|致电|拨打|联系|联络|回电|来电|打给我|打我|\btel\b|telephone|phone|mobile|\bcell|whatsapp|\bcall|\btext|\bring|\breach|\bcontact|\bdial|\bmy number`

/** A hotline is nobody's own number: 400 and 800 on the mainland, 0800 in Taiwan. */
const HOTLINE = /^(?:[48]00[ -]?\d{3,4}[ -]?\d{3,4}|0800[ -]?\d{3}[ -]?\d{3})$/

/** "EMUI 13.1.0.150", "版本 7.0.12.3": a program's name before four numbers makes them its version. */
const VERSION =
  /(?:版本|固件|系统|升级|更新)[^\n\d]{0,4}$|(?:version|firmware|build|release|update)[^\n\d]{0,6}$|(?<!\b(?:ip|is|from|at|address|was|host|server|via|to|my|on|in|with|device|the|and|or|by))(?<=[a-z]) ?$/

/** Ways to reach somebody: mail, telephone, accounts of other messengers, addresses of devices. */
export const CONTACTS: readonly Finder[] = [
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<![\d.])(?:\(?(?:\+|00)?86\)?[ -]?)?1[ -]?[3-9](?:[ .-]?\d){9}(?!\d)/g,
    holds: isOwnNumber,
  },
  {
    what: 'phone', // as it is spoken
    needs: 'han',
    pattern:
      /(?<![零〇一二三四五六七八九])[一幺][三四五六七八九](?:[ ,、-]{0,2}[零〇幺一二三四五六七八九]){9}(?![零〇一二三四五六七八九])/g,
    holds: isOwn,
  },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<![\d+])(?:\+|00)\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}(?!\d)/g,
    holds: (found, before, after) =>
      hasDigits(found, 8, 15) && (found.startsWith('+') || isOwnNumber(found, before, after)),
  },
  {
    what: 'phone', // Taiwan and Hong Kong with the country's number and no plus
    needs: 'number',
    pattern: /(?<![\d.])(?:886[ -]?0?9\d{2}[ -]?\d{3}[ -]?\d{3}|85[23][ -]?[2-9]\d{3}[ -]?\d{4})(?!\d)/g,
    holds: isOwnNumber,
  },
  { what: 'phone', needs: 'number', pattern: /(?<!\d)09\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)/g, holds: isOwnNumber },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<!\d)(?:\(0\d{1,4}\)[ -]?|0\d{1,4}[ -])\d{3,4}[ -]?\d{3,4}(?:[ -]\d{1,4})?(?!\d)/g,
    holds: (found, before, after) => !HOTLINE.test(found) && isOwnNumber(found, before, after),
  },
  { what: 'phone', needs: 'number', pattern: /(?<!\d)0(?:10|2\d|[3-9]\d{2})\d{7,8}(?!\d)/g, holds: isOwnNumber },
  { what: 'phone', needs: 'number', pattern: /(?<!\d)07\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)/g, holds: isOwnNumber },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<![\d$¥€£-])(?:\+?1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?![\d-])/g,
    holds: (found, before, after) => !HOTLINE.test(found) && isOwnNumber(found, before, after),
  },
  {
    what: 'phone',
    needs: 'number',
    pattern: new RegExp(
      String.raw`(?:${CALL})(?: me| us| back| him| her| please){0,3}${LINK}(?<it>[+(]?\d(?:[ .()-]{0,2}\d){6,14})(?!\d)`,
      'g',
    ),
    holds: (found) => !HOTLINE.test(found.replace(/^[^\d+(]*/, '')),
  },
  {
    what: 'account',
    needs: 'latin',
    pattern:
      /(?:微信号?|wechat|weixin|vx|wx|qq号?|扣扣号?|line ?id|line(?= ?[:@])|whatsapp|telegram|skype|instagram|facebook|twitter|tiktok|抖音号?|小红书号?|微博|支付宝(?:[账帐]号|号)?)(?: ?(?:[账帐]号|号码|号|id|is|是|为|系|[:@])){1,4} ?(?<it>@?[a-z0-9][a-z0-9_.-]{4,31})/g,
    holds: isHandle,
  },
  {
    what: 'account',
    needs: 'latin',
    pattern:
      /(?:加(?:我|个|下|一下)?的?|我的?) ?(?:微信|微|v信|v|vx|wx|扣扣|qq|line|赖)(?: ?(?:[账帐]号|号码|号|id|is|是|为|系|[:@])){0,4} ?(?<it>@?[a-z0-9][a-z0-9_.-]{4,31})/g,
    holds: isHandle,
  },
  { what: 'account', needs: 'number', pattern: /(?:qq|扣扣|微信|wechat|vx) ?(?<it>\d{5,12})(?!\d)/g },
  {
    what: 'account',
    needs: 'digit',
    pattern:
      /(?:[账帐]号|用户名|密码|user ?name|user id|login|password)(?: ?(?:名|id|is|是|为|系|:)){1,3} ?(?<it>(?=[!-~]{0,31}\d)[a-z0-9][!-+\--~]{3,31})/g,
  },
  {
    what: 'ip',
    needs: 'digit',
    pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\.?\d)/g,
    holds: (_, before) => !VERSION.test(before),
  },
  {
    what: 'ip',
    needs: ':',
    pattern:
      /(?<![\da-z:])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\da-z:])/g,
  },
]

/** Mail addresses, as written and as spelled out. */
export const MAIL: readonly Finder[] = [
  {
    what: 'email',
    needs: '@',
    pattern:
      /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}(?: \. [a-z0-9_%+-]{1,30}){0,3} ?@ ?[a-z0-9-]{1,63}(?:(?:\.| \. )[a-z0-9-]{1,63}){1,4}/g,
  },
  {
    what: 'email',
    needs: 'spelled',
    pattern:
      /(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{0,40}(?: dot [a-z0-9]{1,30}){0,3}(?: at | ?[([]at[)\]] ?)[a-z0-9-]{1,40}(?:(?: dot | ?[([]dot[)\]] ?|\.)(?:com|net|org|edu|gov|io|co|cn|tw|hk|de|uk|me)(?![a-z0-9])){1,2}/g,
  },
]

function hasDigits(found: string, least: number, most: number): boolean {
  const count = found.replace(/\D/g, '').length
  return count >= least && count <= most
}

/** "我的微信 payment" is about paying: a name of one's own has a digit, a dot, a line or something that says so before it. */
function isHandle(found: string, before: string): boolean {
  if (/[\d_.-][a-z0-9_.-]*$/.test(found) || /(?:号|id(?: is)?|是|为|系|[:@]) ?@?[a-z0-9_.-]+$/.test(found)) return true
  return / is [a-z]+$/.test(found) && /\bmy $/.test(before)
}
