/** Whom customers bring in beside themselves: with "my" before it and a name behind it, the name is a private person's. */
export const RELATIVES = {
  en: '(?:mother|father|sister|brother|son|daughter)[- ]in[- ]law|wife|missus|husband|hubby|spouse|partner|fiancee?|boyfriend|girlfriend|mother|mum|mom|mam|father|dad|parents?|son|daughter|child|kid|brother|sister|grandmother|grandma|nan|grandfather|grandad|grandpa|granddaughter|grandson|aunt|auntie|uncle|cousin|niece|nephew|in-law|friend|mate|neighbou?r|roommate|flatmate|housemate|tenant|landlord|landlady|colleague|coworker|boss|assistant|carer|nanny',
  zh: '先生|太太|老公|老婆|爱人|丈夫|妻子|对象|妈妈|妈|母亲|爸爸|爸|父亲|儿子|女儿|孩子|小孩|宝宝|妹妹|妹|姐姐|姐|姊姊|姊|姊妹|哥哥|哥|弟弟|弟|爷爷|奶奶|外公|外婆|姥姥|姥爷|阿公|阿嬷|阿妈|公公|婆婆|岳父|岳母|叔叔|阿姨|舅舅|姑姑|姑妈|姨妈|小姨|嫂嫂|嫂子|表姐|表妹|表哥|表弟|堂哥|堂姐|侄子|侄女|姪子|姪女|徒弟|那口子|娘|爹|闺女|姐夫|妹夫|小舅子|外甥|孙子|孙女|外孙|外孙女|朋友|同事|同学|室友|邻居|家人|男友|女友|男朋友|女朋友|未婚妻|未婚夫|房东|秘书|助理|闺蜜|老伴|媳妇|长辈|家属|伯伯|大伯|伯父|伯母|婶婶|舅妈|姨|堂弟|堂妹|儿媳|女婿|哥们|兄弟|老板|伴侣|伙伴|孙',
} as const
