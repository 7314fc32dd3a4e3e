/** Who else may give a rating, and how it is told: "my sister gave you a 3", 我妈说给4分, 我老細話俾2分. */
const TOLD: readonly [who: string, says: string][] = [
  [
    'my mum,my mom,my mother,my dad,my father,my parents,my sister,my brother,my son,my daughter,my kids,my wife,my husband,my partner,my boyfriend,my girlfriend,my friend,my friends,my boss,my manager,my colleague,my colleagues,my neighbour,my neighbor,my roommate,my flatmate,the wife,the husband,the boss,google,yelp,trustpilot,tripadvisor,reviews,the reviews,everyone,everybody,people,most people',
    'gave,gave you,gives,gives you,give,give you,would give,would give you,would say,would rate,says,say,said,thinks,think,thought,rated,rated you,rates,rates you,scored,voted',
  ],
  [
    '我妈,我妈妈,我爸,我爸爸,我爸妈,我先生,我太太,我老公,我老婆,我男友,我女友,我男朋友,我女朋友,我女儿,我儿子,我孩子,我家人,我家里人,我姐,我妹,我哥,我弟,我同学,我室友,我邻居,我老板,老板,我老细,我老妈,我老爸,我阿妈,我阿爸,我婆婆,我闺蜜,老公,老婆,爸妈,妈妈,爸爸,男友,女友,朋友,同事,邻居,室友,闺蜜,家人,网友,网上,大家,别人',
    '说,说给,说是,说打,给,给了,打,打了,评了,觉得,觉得是,认为,评分,评分是,话,话要,话给',
  ],
]

const each = (list: string): string[] => list.split(',')

/** What somebody else gives: phrases, comma-separated. */
export const OTHERS: string = TOLD.flatMap(([who, says]) =>
  each(who).flatMap((one) => each(says).map((verb) => (/^[a-z]/.test(one) ? `${one} ${verb}` : one + verb))),
).join(',')
