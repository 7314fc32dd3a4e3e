/** Who else may give a rating, and how it is told: "my sister gave you a 3", 我妈说给4分, 我老細話俾2分. */
const TOLD: readonly [who: string, says: string][] = [
  [
    'my mother in law,my mother-in-law,my father in law,my father-in-law,my in-laws,my nan,my gran,my flatmate,my girl,my boy,my daughter in law,my son in law,my mate,my mates,my driver,the other tech,the other guy,my mum,my mom,my mother,my dad,my father,my parents,my sister,my brother,my son,my daughter,my kids,my wife,my husband,my partner,my boyfriend,my girlfriend,my friend,my friends,my boss,my manager,my colleague,my colleagues,my neighbour,my neighbor,my roommate,my flatmate,the wife,the husband,the boss,google,yelp,trustpilot,tripadvisor,reviews,the reviews,everyone,everybody,people,most people',
    'gave,gave you,gives,gives you,give,give you,would give,would give you,would say,would rate,says,say,said,thinks,think,thought,rated,rated you,rates,rates you,scored,voted,will give,might give,would probably give,would only give,reckons,reckon,only gave,also gave,told me to give',
  ],
  [
    '我妈,我妈妈,我爸,我爸爸,我爸妈,我先生,我太太,我老公,我老婆,我男友,我女友,我男朋友,我女朋友,我女儿,我儿子,我孩子,我家人,我家里人,我姐,我妹,我哥,我弟,我同学,我室友,我邻居,我老板,老板,我老细,我老妈,我老爸,我阿妈,我阿爸,我婆婆,我闺蜜,老公,老婆,爸妈,妈妈,爸爸,男友,女友,朋友,同事,邻居,室友,闺蜜,家人,网友,网上,大家,别人',
    '说,说给,说是,说打,给,给了,打,打了,评了,觉得,觉得是,认为,应该会给,应该给,肯定会给,肯定给,估计会给,估计给,可能会给,大概会给,一定会给,会给,会打,也给,都给,就给,才给,只给,最多给,说要给,要给,想给,想打,要打,叫我给,让我给,评分,评分是,话,话要,话给',
  ],
  [
    '美团上,大众点评上,点评上,网上,谷歌上,地图上,小红书上,淘宝上,抖音上,平台上,应用商店里',
    '才,只有,是,显示,评,给,你们才,你们是,你们只有,你们,有',
  ],
]

const each = (list: string): string[] => list.split(',')

/** What somebody else gives: phrases, comma-separated. */
export const OTHERS: string = TOLD.flatMap(([who, says]) =>
  each(who).flatMap((one) => each(says).map((verb) => (/^[a-z]/.test(one) ? `${one} ${verb}` : one + verb))),
).join(',')
