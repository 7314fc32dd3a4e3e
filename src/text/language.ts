import type { Language } from './kinds.ts'

// Characters that one Chinese script has and the other does not; those that both use (后 里 面 干 台 只) are left out.
const SIMPLIFIED =
  '们这说时国会来对没为问过话还让给谁谢请认识进运远连选现发电动务处变体关头买卖东车马鱼鸟门间闻难欢观视亲热错钱铁银长张强总声应该达迟单双实点复杂号员听写读书课后贵费质赔偿购卫医药护险伤检验证换货订诉讼师规则况报经济样机构级联网络线终红约纪纸细组织结语词误调试评论谈设计议记许讲诚态积极怀恶惯担择损据数断旧显暂术条杀权标档梦楼毁气汇沟决冲净减渐湿满灭烂烦爱独环画疗盘着监盖码确离种称稳窝竞笔简类紧纠继续缓编缘罚职胁脏脚脱腾节艰苏蓝虑虽补装触讨训讯访诈译诗询详诸谅谊谎谓谨贝负责败账贴贷贸资赏赖趋跃踪轮软轻载较输边迁违适递遗邮针钟钢钥铃铺销锁键闪闭闲闷闹阅阳阴阵阶际陆随隐雾静韩页顶项顺须顾顿预领频颗题颜额风飞饭饮饿馆骂骗鲜龙乱带围裤压墙图两亿儿冻剧剂劳势励区协却参丧团园圆夹夺奋妇妈孙学宝宁审导将专寻层岛厂广厅弹弯彻恼惨凭愤战戏拥击挡挤扩摆摄摊搅敌晒枪栏桥欧毕润涨渔滞灯灵炉烧狱猫琐疮痒皱盐碍礼祸筛篮粮纹绕绳罗聪肿肤肾胆胜脉脑萝虾蚁袜览觉诺贡财贺贼赌赠赢赶轨轰轴辆辈辞辩邓郑酱酿释铅铜铝锅锋锐镇镜阔雏韵饥饱饼馅驾骤鲁鸡鸭麦齐齿龄龟陈'
const TRADITIONAL =
  '們這說時國會來對沒為問過話還讓給誰謝請認識進運遠連選現發電動務處變體關頭買賣東車馬魚鳥門間聞難歡觀視親熱錯錢鐵銀長張強總聲應該達遲單雙實點復複雜號員聽寫讀書課後貴費質賠償購衛醫藥護險傷檢驗證換貨訂訴訟師規則況報經濟樣機構級聯網絡線終紅約紀紙細組織結語詞誤調試評論談設計議記許講誠態積極懷惡慣擔擇損據數斷舊顯暫術條殺權標檔夢樓毀氣匯溝決衝淨減漸濕滿滅爛煩愛獨環畫療盤監蓋碼確離種稱穩窩競筆簡類緊糾繼續緩編緣罰職脅髒腳脫騰節艱蘇藍慮雖補裝觸討訓訊訪詐譯詩詢詳諸諒誼謊謂謹貝負責敗帳貼貸貿資賞賴趨躍蹤輪軟輕載較輸邊遷違適遞遺郵針鐘鋼鑰鈴鋪銷鎖鍵閃閉閒悶鬧閱陽陰陣階際陸隨隱霧靜韓頁頂項順須顧頓預領頻顆題顏額風飛飯飲餓館罵騙鮮龍裡嗎麼個專業臺灣與於幫辦樂夠啟無爺媽亂帶圍褲壓牆圖兩億兒凍劇劑勞勢勵區協卻參喪團園圓夾奪奮婦孫學寶寧審導將尋層島廠廣廳彈彎徹惱慘憑憤戰戲擁擊擋擠擴擺攝攤攪敵曬槍欄橋歐畢潤漲漁滯燈靈爐燒獄貓瑣瘡癢皺鹽礙禮禍篩籃糧紋繞繩羅聰腫膚腎膽勝脈腦蘿蝦蟻襪覽覺諾貢財賀賊賭贈贏趕軌轟軸輛輩辭辯鄧鄭醬釀釋鉛銅鋁鍋鋒銳鎮鏡闊雛韻飢飽餅餡駕驟魯雞鴨麥齊齒齡龜櫃檯週掛喔囉嚇螢嘗嚐陳'

const ENGLISH = new Set(
  'the and to of a is it was i my you your for in on that not this with have but they we be are at me so very no as just had were all would will from good great bad service thanks thank ok okay nice fast slow please help what how why when nothing please great excellent perfect terrible awful poor easy love best worst staff agent app website refund call wait never'.split(
    ' ',
  ),
)
const FOREIGN = new Set(
  'el los las de la que y en un una por con para muy es no se su le les des et est pas une je vous très tres bien merci der die das und ist nicht ich sie ein eine mit sehr gut auf war der per il che non di è sono molto o os um uma não nao muito bom com que để và không rất là của tôi gracias danke grazie obrigado servicio servizio serviço kundenservice attente problème'.split(
    ' ',
  ),
)

const HAN = 1
const HAN_SIMPLIFIED = 2
const HAN_TRADITIONAL = 3
const FOREIGN_SCRIPT = 4
const LATIN = 5
const classes = new Uint8Array(0x10000)
classes.fill(HAN, 0x4e00, 0xa000)
for (const [from, to] of [
  [0x370, 0x600],
  [0x600, 0x700],
  [0x900, 0xe80],
  [0x3041, 0x3100],
  [0xac00, 0xd7b0],
])
  classes.fill(FOREIGN_SCRIPT, from, to)
for (const char of SIMPLIFIED) classes[char.charCodeAt(0)] = HAN_SIMPLIFIED
for (const char of TRADITIONAL) classes[char.charCodeAt(0)] = HAN_TRADITIONAL

/** Enough of a text, in characters, to know its script and its language by. */
const ENOUGH = 2000
const ENOUGH_WORDS = 600
const WORD = /[a-z\u00c0-\u024f]+/gi
// The letters it finds, also those outside of its range of which the capital is inside: they stand in these blocks.
for (const [from, to] of [
  [0, 0x300],
  [0x2c60, 0x2c80],
  [0xa720, 0xa800],
] as const)
  for (let unit = from; unit < to; unit++) if (String.fromCharCode(unit).search(WORD) === 0) classes[unit] = LATIN

/** Script decides first, the characters only one Chinese script has second, function words third. `text` as given. */
export function language(text: string): Language {
  const count = new Int32Array(LATIN + 1)
  const end = Math.min(text.length, ENOUGH)
  let words = 0
  let before = 0
  for (let i = 0; i < end; i++) {
    const at = classes[text.charCodeAt(i)] ?? 0
    if (at === LATIN && before !== LATIN) words++
    count[at] = (count[at] ?? 0) + 1
    before = at
  }
  const [, plain = 0, simplified = 0, traditional = 0, foreign = 0] = count
  const han = plain + simplified + traditional
  if (foreign > han / 4 && foreign > words) return 'other'
  if (han > 0 && han * 2 >= words) return traditional > simplified ? 'zh-Hant' : 'zh-Hans'
  return words > 0 && isEnglish(text.slice(0, ENOUGH_WORDS)) ? 'en' : 'other'
}

/** Whether no character of a text tells one Chinese script from the other: 本月, 昨天. */
export const tellsNoScript = (text: string): boolean =>
  ![...text.slice(0, ENOUGH)].some((char) => {
    const kind = classes[char.charCodeAt(0)]
    return kind === HAN_SIMPLIFIED || kind === HAN_TRADITIONAL
  })

function isEnglish(text: string): boolean {
  let balance = 0
  for (const found of text.match(WORD) ?? []) {
    const word = found.toLowerCase()
    if (ENGLISH.has(word)) balance++
    else if (FOREIGN.has(word) || /[^a-z]/.test(word)) balance--
  }
  return balance >= 0
}
