/** Numbers that cost the caller nothing or belong to no place: only companies have them. */
const KINDS: readonly RegExp[] = [
  /^[48]00[ -]?\d{3,4}[ -]?\d{3,4}$/, // the mainland
  /^080[09][ -]?\d{3}[ -]?\d{3}$/, // Taiwan
  /^\(?0(?:800|808|300|330|333|343|344|345|843|844|845)\)?[ -]?\d{3}[ -]?\d{3,4}$/, // Britain
  /^(?:(?:\+1[ .-]?|1[ .-])\(?8(?:00|33|44|55|66|77|88)\)?[ .-]?|\(?8(?:00|33|44|55|66|77|88)\)?[ .-])\d{3}[ .-]?\d{4}$/, // America
  /^1[38]00(?:[ -]?\d{3}[ -]?\d{3}|[ -]\d{3}[ -]?\d{4})$/, // Australia, Singapore, India
]

/** Words for a company's own line; "my" or a comma between them and the number make it somebody else's. */
const THEIRS =
  /(?:\b(?:hotline|helpline|help ?line|help ?desk|switchboard|call cent(?:er|re)|customer (?:service|care|support)(?: (?:line|number|phone|team))?|support (?:line|number)|service (?:line|number)|(?:your|the (?:official|company's|shop's|store's|hotel's|bank's)) (?:[a-z]+ )?(?:number|phone|line|website|landline|reception))\b(?:(?!\b(?:my|me|mine|i)\b|(?<!website), )[^.!?\n\d]){0,20}|(?:客服|服务|官方|官网|总机|门市|门店|店里|店家|贵司|贵公司|你们家?|你家|您们|咨询|投诉|订房|订位|订票|售后|银行)(?:的|那边|上)*(?:客服|服务|官方)?(?:电话|专线|热线|号码|总机|中心|市话|座机)[^\n我他她,。!?;\d]{0,10}|(?:你们|贵店|贵司)[^\n,。我他她打联拨记留存换改回给]{0,8}(?:电话|专线|热线|号码|总机)[^\n我他她,。!?;\d]{0,6}|客服[ :]?|(?:热线|总机)[^\n我,。!?;\d]{0,6}|(?<!手)专线[^\n我,。!?;\d]{0,6})$/
const SAID_TO_BE_THEIRS =
  /^ ?(?:(?:is|was|isn't|really|actually|still|the) ){0,3}(?:your|official|a (?:scam|company))\b|^[ (]{0,2}(?:真的|到底|还)?(?:是|算)(?:不是)?(?:你们|贵公司|贵司|官方|客服)|^ ?(?:客服|官方|服务)(?:电话|专线|热线)/

/** Who repairs has a line as well, but beside these words stands the customer's own mobile as often. */
const REPAIRS = /(?:报修|维修|物业)(?:电话|专线|热线)[^\n我他她,。!?;\d]{0,6}$/
const MOBILE = /^1[3-9]\d/

/** Whether a number is a company's: it keeps it. A number with an extension rings at somebody's desk. */
export function isHotline(found: string, before: string, after: string): boolean {
  const number = found.replace(/^[^\d+(]*/, '')
  if (KINDS.some((kind) => kind.test(number))) return !/^ ?(?:ext|extension|x ?\d)/.test(after)
  if (REPAIRS.test(before) && !MOBILE.test(number)) return true
  return (THEIRS.test(before) && !/^ ?(?:找我|打给我|call me)/.test(after)) || SAID_TO_BE_THEIRS.test(after)
}
