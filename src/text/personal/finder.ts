import type { Need } from './needs.ts'

/** What a piece of personal data is; a number is what was learned to be somebody's own, whatever it is of. */
export type What =
  | 'phone'
  | 'email'
  | 'card'
  | 'id'
  | 'account'
  | 'name'
  | 'address'
  | 'plate'
  | 'birthday'
  | 'ip'
  | 'number'

/**
 * How one kind is found in folded text (half-width, lower case, Simplified). Where the pattern has a group named `it`, only
 * that is personal. Earlier finders win. Every pattern is bounded, so that finding stays linear.
 */
export interface Finder {
  what: What
  pattern: RegExp
  /** Something without which the pattern cannot match: most texts are passed over at once. */
  needs: Need
  /** What belongs to it in the text before, from the last word of place on. */
  back?: RegExp
  /** Told of the whole match, the text around it, and what of it is personal. */
  holds?: (found: string, before: string, after: string, it: string) => boolean
  /** Looked for in the last `TAIL` characters only: who signs does so at the end. */
  tail?: true
}

/** Units of a folded text, from the first to the one after the last; the end may lie behind the text's. */
export interface Stretch {
  from: number
  to: number
}

/** Words after which digits are an order or a reference and not somebody's number. */
export const REFERENCE =
  /(?:[电水气]表|[水电表]号|[报维保]修单|单号|订单|编号|工单|运单|流水|案号|案件|案|票号|发票|型号|货号|批号|批次|序列号|序号|交易号?|受理|申诉|凭证|编码|代码|条码|条形码|取[件票货餐]码|包裹|快递|宅配|保单|合同|金额|余额|挂号|汇款(?![到至给进入])|\b(?:order|ord|po|item|product|transaction|bill|claim|quote|req|request|reservation|ticket|invoice|tracking|reference|ref|case|booking|confirmation|serial|model|sku|barcode|ean|isbn|part|receipt|policy|contract|flight|parcel|shipment|waybill|awb|amount|total|batch|lot|voucher|coupon|code(?! (?:to|for)\b)|cost|costs|price|error|job|token|meter|imei|docket|consignment|rma|pnr|utr|txn|complaint|enquiry)\b|[$¥€£])(?:[^\n,，。.!！?？;；]|(?<=\b(?:n[or]|ref|inv))\.){0,12}$/
const CALLED =
  /(?:电话|手机|手提|致电|联系|联络|(?<![单据货编序挂表])号码|微信|phone|mobile|cell|call|tel|text|ring|whatsapp|contact|reach)[^\n。!！?？;；]{0,14}$/

const AMOUNT =
  /^ ?(?:[元块圆円]|日元|韩元|港币|台币|人民币|美元|欧元|dollars|euros?|won|yen|krw|vnd|usd|jpy|twd|hkd|cny|rmb)/

/** Whether what stands around makes a number somebody's own, or at least no order's and no amount. */
export const isOwn = (_: string, before: string, after: string): boolean =>
  !AMOUNT.test(after) && (!REFERENCE.test(before) || CALLED.test(before))

/** The same, and that it does not go on a word of letters: "SF13912345678" is a parcel's. */
export const isOwnNumber = (found: string, before: string, after: string): boolean =>
  isOwn(found, before, after) && (!/[a-z]$/.test(before) || CALLED.test(before))

/** What may stand between a name for a number and the number: "号码是", "no. is", ":". */
export const LINK = String.raw`(?: ?(?:号码|字号|档案|电子凭证|编号|号|卡号|写的?|number(?:'s)?|num|no\.?|id|ending|is|at|on|was|,? ?it'?s|,? ?it is|是|为|系|[:=#>→|—-])){0,4}[?!]{0,3} ?`
