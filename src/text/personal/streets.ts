/** Ends of streets. */
export const ALWAYS =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|parade|pde|esplanade|boulevard|blvd|court|crescent|cres|terrace|highway|parkway|pkwy|hwy|way|soi)'
/** Ends of streets that are words of every day: only after what says that somebody lives there, or before a postcode. */
export const SOMETIMES =
  '(?:grove|close|place|pl|square|sq|gardens?|mews|hill|row|walk|view|park|rise|circle|cir|alley|quay|green|trail|loop|mount|vale|croft|heights|plaza|yard|wharf|meadow|fields?|gate|path|dr|ct|bend|point|estate|villas|cottages|house|fold|brow|wynd|brae|bank|lea|mead|orchard|chase|common|concourse|promenade|trl|loan|maltings|paddocks?|buildings|barns|ridge|crossing|hollow|landing|glen|run|farm|cottage|manor|spur|reach|embankment)'

/** Ends of streets that are one word with the beginning, the number behind: "Lindenweg 27b". */
const ENDS =
  '[a-z](?:stra(?:ss|ß)e|str\\.|weg|gasse|allee|platz|damm|ufer|steig|chaussee|graben|laan|straat|plein|kade|gracht|dijk|gade|vej|gatan|vagen|gata|veien|katu)'
/** Words for a street that stand before its name, the number behind: "Jalan Melati 3". */
const WORDS = String.raw`(?<![a-z])(?:calle|c/|carrer|carrera|avenida|avda\.?|paseo|rua|travessa|praca|estrada|viale|piazza|jalan|jln\.?|jl\.|lorong|persiaran|ulica|ul\.|rue|bulevar)(?: [a-z'.-]{1,15}){1,4},?`
/** What stands before the number of such a house. */
export const STREET_BEFORE = new RegExp(`(?:${ENDS}|${WORDS}) (?:n[o.]{1,2} ?)?$`)
/** The same behind the number. */
export const RUE =
  '(?:(?:rue|impasse|chemin|calle|rua|jalan|jln|lorong) (?:(?:de|des|du|la|le|les|del|do|da|dos|das|los) ){0,3}|(?:avenue|boulevard|bd|place|quai|allee|cours|route|passage) (?:(?:de|des|du|la|le|les) ){1,2})'
/**
 * Without which a text has no address as people outside of China write it. It begins at a figure and looks back from there: letters are
 * many, figures few.
 */
export const STREET = new RegExp(
  String.raw`\d(?:[a-z]?,? (?:[a-z\d'.-]{1,15} ){1,3}(?:${ALWAYS}|${SOMETIMES})(?![a-z])|(?: ?bis| ?ter|[a-z])?,? ${RUE}|, \d{5} [a-z]|(?<=[a-z]\d)[a-z\d]? \d[a-z]{2}(?![a-z\d])|(?<=(?:${ENDS}|${WORDS}) (?:n[o.]{1,2} ?)?\d|\b(?:box|no\.?|(?:flat|apt|apartment)\.?) ?#?[a-z]?\d|\bliv(?:e|es|ed|ing) at \d|\beircode\b[^\n\d]{0,16}[a-z]\d|\bliv[a-z]{1,3} [^\n]{3,40} (?:number|no\.?|#) ?\d))`,
)
