/** What a piece of personal data is. */
export type What = 'phone' | 'email' | 'card' | 'id' | 'account' | 'name' | 'address' | 'plate' | 'birthday' | 'ip'

/**
 * How one kind is found in folded text (half-width, lower case, Simplified). Where the pattern has a group named `it`, only
 * that is personal. Earlier finders win. Every pattern is bounded, so that finding stays linear.
 */
export interface Finder {
  what: What
  pattern: RegExp
  /** Something without which the pattern cannot match (`number`: five digits; `spelled`: an "at" or "dot" in words before the end of a domain): most texts are passed over at once. */
  needs: 'number' | 'digit' | '@' | ':' | 'han' | 'latin' | 'spelled'
  /** What belongs to it in the text before, from the last word of place on. */
  back?: RegExp
  holds?: (found: string, before: string, after: string) => boolean
  /** Counts only where each word of it is written with a capital and small letters: a name, and not "very sorry". */
  proper?: true
}

/** Words after which digits are an order or a reference and not somebody's number. */
const REFERENCE =
  /(?:单号|订单|编号|工单|运单|流水|案号|案件|票号|发票|型号|货号|批号|序列号|条码|条形码|包裹|快递|宅配|保单|合同|金额|余额|挂号|\b(?:order|ord|po|item|product|transaction|bill|claim|quote|req|request|reservation|ticket|invoice|tracking|reference|ref|case|booking|confirmation|serial|model|sku|barcode|ean|isbn|part|receipt|policy|contract|flight|parcel|shipment|waybill|awb|amount|total)\b|[$¥€£])[^\n,，。.!！?？;；]{0,12}$/
const CALLED =
  /(?:电话|手机|手提|致电|联系|联络|(?<![单据货编])号码|微信|phone|mobile|cell|call|tel|text|ring|whatsapp|contact|reach)[^\n。!！?？;；]{0,14}$/

const AMOUNT =
  /^ ?(?:[元块圆円]|日元|韩元|港币|台币|人民币|美元|欧元|dollars|euros?|won|yen|krw|vnd|usd|jpy|twd|hkd|cny|rmb)/

/** Whether what stands around makes a number somebody's own, or at least no order's and no amount. */
export const isOwn = (_: string, before: string, after: string): boolean =>
  !AMOUNT.test(after) && (!REFERENCE.test(before) || CALLED.test(before))

/** The same, and that it does not go on a word of letters: "SF13912345678" is a parcel's. */
export const isOwnNumber = (found: string, before: string, after: string): boolean =>
  isOwn(found, before, after) && (!/[a-z]$/.test(before) || CALLED.test(before))

/** What may stand between a name for a number and the number: "号码是", "no. is", ":". */
export const LINK = String.raw`(?: ?(?:号码|字号|号|卡号|number|num|no\.?|id|ending|is|at|on|was|是|为|系|[:#=])){0,4} ?`
