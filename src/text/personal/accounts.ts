import { type Finder, REFERENCE } from './finder.ts'
import { NETWORKS } from './networks.ts'

const HANDLE = '(?<it>(?!www\\.|[a-z]{1,10}\\.(?:com|me)/)@?(?:live:)?[a-z0-9_][a-z0-9_.#-]{3,31}(?<![.#-]))'
const BETWEEN =
  "(?: ?(?:[账帐]号|号码|号|用户名|就是|后面|后边|之后|'s(?![a-z0-9])|(?:id|username|user name|user|handle|account|is|are|as|at|under|search(?: for)?|be|name|tag|my|me)(?![a-z0-9_.-])|是|为|系|的|上|里|搜|搜索|搜寻|就?搵|就?找|找我|加我?|私我|都|打|叫|[:@,=>→|(–—-])){1,6}"

/** "EMUI 13.1.0.150", "版本 7.0.12.3": a program's name before four numbers makes them its version. */
const VERSION =
  /(?:版本|固件|系统|升级|更新)[^\n\d]{0,4}$|(?:version|firmware|build|release|update)[^\n\d]{0,6}$|(?<!\b(?:ip|is|from|at|address|was|host|shows|says|server|via|to|my|on|in|with|device|the|and|or|by))(?<=[a-z]) ?$/

/** "微信 iphone13": a device or a version, and nobody's name. */
const PRODUCT =
  /^(?:iphone|ipad|galaxy|pixel|android|ios|windows|win|mac|version|ver|pro|max|web|pay|update|build|pc|app|beta|error|code)[a-z]{0,6}[._-]?\d/

/** "signal: lost", "my outlook is broken": how a service does, and nobody's name there. */
const STATE =
  /^(?:(?:line|signal|snap|threads|messenger|ig)[ :]+|(?:gmail|hotmail|icloud|outlook|yahoo|paypal|steam|reddit|linkedin|revolut|venmo|cash ?app)(?: is|:| )+)[a-z]+$/

/** A company's own account. */
const THEIRS = /(?:\byour|\bofficial|官方|你们的?|贵[司店]的?) ?$/
const ON_A_NETWORK = new RegExp(
  `(?:(?<![a-z])(?:${NETWORKS})[^\\n。!?]{0,6}(?:\\b(?:me|my|i'm|dm|add|contact|reach|message|search)\\b|[我找加搜搵]|联系)[^\\n。!?]{0,30}|(?:${NETWORKS}) ?(?:[找搜搵]|@?[\\u4e00-\\u9fff, ]{1,6}) ?)$`,
)

/** Names on messengers, log-ins, addresses of devices. */
export const ACCOUNTS: readonly Finder[] = [
  {
    what: 'account',
    needs: 'network',
    pattern: new RegExp(
      String.raw`(?<![a-z])(?:${NETWORKS})(?:[^\n]{0,16}?(?<![a-z])(?:id|username|user name|handle|[账帐]?号)(?: ?(?:is|是|为|系|:)){1,2}|${BETWEEN}) ?${HANDLE}`,
      'g',
    ),
    holds: (found, before) => isHandle(found, before) && !REFERENCE.test(before) && !THEIRS.test(before),
  },
  {
    what: 'account',
    needs: 'network',
    pattern: new RegExp(
      `(?:加(?:我|个|下|一下)?的?|我的?|有事|直接) ?(?:微信|微|v信|v|vx|wx|扣扣|qq|line|赖|ig)(?:[说聊]?[吧呗哈]|[说聊找]?我?)(?: ?(?:[账帐]号|号码|号|(?:id|is)(?![a-z0-9_.-])|是|为|系|[:@])){0,4} ?${HANDLE}`,
      'g',
    ),
    holds: isHandle,
  },
  {
    what: 'account',
    needs: 'network',
    pattern: new RegExp(
      String.raw`\b(?:facebook|fb|instagram|twitter|linkedin|tiktok|t|line|wa)\.(?:com|me)/(?:in/|ti/p/)?${HANDLE}`,
      'g',
    ),
    holds: (_, before, after) =>
      /\bmy [^\n]{0,30}$|(?<!\byour )(?:telegram|insta(?:gram)?|whatsapp|facebook|fb|linkedin|tiktok|twitter)[ :-]{1,3}$|(?:我|脸书|[加找搜])[^\n]{0,12}$/.test(
        before,
      ) || /^,? (?:is|that's|it's) (?:me|mine|my)\b/.test(after),
  },
  {
    what: 'account', // where one is paid or found: "paypal.me/suzyquilts", "t.me/owl_in_joburg"
    needs: 'network',
    pattern:
      /(?<![a-z0-9.-])(?:paypal\.me|paypal\.com\/paypalme|payme\.hsbc|venmo\.com(?:\/u)?|cash\.app|revolut\.me|monzo\.me|t\.me|wa\.me)\/(?<it>[$~@]?[a-z0-9_][a-z0-9_.-]{2,31})/g,
    holds: (_, before) =>
      !/\b(?:your|official|channel|group|bot)\b[^\n]{0,24}$|(?:你们|官方|频道|群)[^\n]{0,12}$/.test(before),
  },
  {
    what: 'account', // "$tallpaulfixes on cashapp"
    needs: 'network',
    pattern: /(?<![a-z0-9$])\$[a-z][a-z0-9_]{2,19}(?![a-z0-9])/g,
    holds: (_, before, after) => /cash ?app|cashtag/.test(before + after),
  },
  {
    what: 'account', // behind a network and what says whose it is: "venmo me the difference, @rikki-tarn-88"
    needs: '@',
    pattern: /(?<![a-z0-9.])@[a-z0-9_][a-z0-9_.-]{3,31}/g,
    holds: (_, before) => ON_A_NETWORK.test(before) && !/\b(?:your|official)\b|你们|官方|贵/.test(before),
  },
  {
    what: 'account',
    needs: '@',
    pattern:
      /(?:\bme|\bmy|\bi'm|\bi am|\bhandle|找我|加我|私我|私讯|私信|我的?)(?: [a-z]{1,12}| ?[:是在叫也行就好吧哈]){0,4} ?(?<it>@[a-z0-9_][a-z0-9_.]{3,31})/g,
  },
  {
    what: 'account', // with nothing between: "微信 lxy_0921", "discord nightowl#4471"
    needs: 'network',
    pattern: new RegExp(
      String.raw`(?<![a-z])(?:${NETWORKS})(?:[ ,]|[我有也同搜私信加找号名叫用就行收款]{1,6}[ ,:]{0,2}(?=[a-z0-9.]*_)|(?<=号|信|音|书|手|wx|vx))(?=[a-z])(?<it>(?=[a-z0-9.#-]*(?:_|\d\d|[a-z]{2}\.(?!com|net|org|cn|tw|hk)[a-z]{3}))[a-z][a-z0-9_.#-]{4,24}(?<![.-]))(?![a-z0-9_-])`,
      'g',
    ),
    holds: (found, _, __, it) => !PRODUCT.test(it) && !REFERENCE.test(found.slice(0, -it.length)),
  },
  {
    what: 'account', // WeChat as people write it where its name is filtered: nobody does but to be found there
    needs: 'network',
    pattern:
      /(?:薇信?|[威徽]信(?:[细详]?[说聊谈][吧呗]?)?|wei ?信|微 ?x|微号|卫星号|我[威薇]|(?<![a-z])v(?= ?:)|(?<![a-z])(?:微|薇|v|vx|wx)(?:信 ?)?[^ -~\n\u3000-\u9fff]{1,3})号?(?: ?[:是为]){0,2} ?(?<it>(?:[a-z]|(?=\d{6}))[a-z0-9_-]{4,24})(?![a-z0-9])/g,
    holds: (found, _, __, it) => !PRODUCT.test(it) && (/[薇信]/.test(found) || /[\d_-]/.test(it)),
  },
  {
    what: 'account', // India's addresses for paying
    needs: '@',
    pattern:
      /(?<=[a-z0-9])@(?:ok[a-z]{3,10}|[a-z]{2,8}bank|ybl|ibl|axl|apl|upi|paytm|(?<=\b(?:upi|bhim|gpay|phonepe)[^\n@]{0,40}@)[a-z]{2,12})(?![a-z0-9._-])/g,
    back: /[a-z0-9][a-z0-9._-]{1,40}$/,
  },
  {
    what: 'account',
    needs: 'number',
    pattern:
      /(?=[q扣企微wv])(?:qq|(?<![a-z])q(?=号|:|我|(?!20[12])\d{8,10}(?!\d))|(?<=[加我] ?)q|扣扣|扣(?=[:是 ]?\d{8})|企鹅|微信|wechat|vx)(?: ?[:,是为我吧吗呗]| ?号){0,4} ?(?<it>\d{5,12})(?![\d元块.])/g,
  },
  {
    what: 'account',
    needs: 'login',
    pattern:
      /(?:[账帐]号|用户名|登[录陆]名|密码|user ?name|user id|login|password)(?: ?(?:名|id|is|是|为|系|:)| ?(?=[a-z]{2,}[_\d])){1,3} ?(?<it>(?=[!-~]{0,31}\d)[a-z0-9][!-+\--~]{3,31})/g,
  },
  {
    what: 'account', // Taiwan's carriers of receipts
    needs: 'login',
    pattern: /(?:载具|条码)[^\n/]{0,8}(?<it>\/[0-9a-z.+-]{7})(?![0-9a-z])/g,
  },
  {
    what: 'account', // networks that people name before a number
    needs: 'number',
    pattern:
      /(?:(?:抖音|小红书|微博|支付宝|钉钉)(?: ?(?:[账帐]号|号码|号|id|是|:)){1,3}|(?:转数快|\bmpay|\bfps|\bpayid)(?: ?(?:识别码|号码|号|id|is|me|at|to|是|系|去|到|俾|:)){0,3}) ?(?<it>\d{6,12}|\d{4} \d{4})(?!\d)/g,
  },
  {
    what: 'ip',
    needs: 'dotted',
    pattern: /(?<![\d.])(?!255\.255\.)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\.?\d)/g,
    holds: (found, before) =>
      !(Number.parseInt(found, 10) < 32 ? VERSION : /version|firmware|build|release|update|版本|固件/).test(
        before.slice(-24),
      ),
  },
  {
    what: 'ip',
    needs: 'dotted',
    pattern:
      /(?<![\da-z]|[\d:]:)(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\da-z:])/g,
  },
]

/** "我的微信 payment" is about paying: a name of one's own has a digit, a dot, a line or something that says so before it. */
function isHandle(found: string, before: string): boolean {
  if (/(?:[\d_.#-][a-z0-9_.#-]*|@[a-z0-9_.]+)[a-z0-9_]$/.test(found) || /[\d_]$/.test(found)) return true
  if (STATE.test(found)) return false
  if (/(?:号|id(?: is)?|user ?name(?: is)?|handle(?: is)?|是|为|系|[:@]) ?@?[a-z0-9_.-]+$/.test(found)) return true
  return / is [a-z]+$/.test(found) && /\bmy $/.test(before)
}
