import type { Finder } from './finder.ts'
import { isWholly } from './latin-names.ts'
import { RELATIVES } from './relatives.ts'

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝储闻匡鄢鄂粟邸亓仝揭诺晁晋鞠栗檀奚羊惠蔺訾漆庾弓牧隗宓蓬郗班仰伊厉戎祖束井富巴弘扈燕郏浦慕茹习宦容慎暨居衡沃蔚隆厍勾融阚须丰巢蒯荆红竺权逯盖桓赖幸洪傅丘尧冼凃练官'
const TWO =
  '欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|东方|南宫|范姜|张简|独孤|轩辕|宇文|长孙|鲜于|闾丘|申屠|淳于|赫连|澹台'
const SURNAME = `(?:${TWO}|[${SURNAMES}])`
const TITLE = '(?:先生|小姐|女士|太太)'
const FOLLOWING =
  '电话|手机|手提|身[份分]|住|微信|邮箱|信箱|电子|地址|护照|生日|要求|申请|投诉|反映|来电|的订单|的账户|的快递|的包裹|的预[约订]|想|昨|今天|上周|上个|上月|之前|先前|刚|前天|来自|是[你我]|在你|在贵|预[约订]|订了|买了|家住|希望|今年|今天|这次'
const ENDS = String.raw`(?=[\s,，。;；!！?？、()（）:~]|$|${FOLLOWING}|${TITLE})`
/** The end of what is put right: "是…不是…". */
const RIGHT = `(?:${ENDS}|(?=而?不是|才[对是]))`
const HAN = String.raw`[\u4e00-\u9fff]`
const NAME = `${SURNAME}${HAN}{1,2}?`
const RELATIVE = `(?:${RELATIVES.zh})`
const ROLE = '(?:买家|卖家|家长|业主|住户|租客|客户|顾客|会员|乘客|患者|病人|车主|屋主|订户|用户|学员)'

/** "我是车主", "我是温州人": what one is, and not what one is called. */
const WHAT_ONE_IS =
  /(?:[人员户主客者粉的了吗呢啊吧]|会员|顾客|学生|[大中小]学生|高中生|研究生|粉丝|房东|路过|党员|明天|明年|于.*|时候|和.*|应该|关于|全家|全部|成年.?|冷静|安静|单身|明白|高兴|方便|费心|连续|任何|成心)$/
/** Words of every day that begin like a surname, and those who serve: they keep their names. */
const NO_NAME =
  /[的了吗呢啊吧呀哦嘛着过没不谁什么我你您他她它们这那很都就也]|(?:师傅|经理|医[生师]|老师|护士|店长|主[管任]|教练|司机|律师|警官|大夫|技师|专员|店员|服务|任何|应该|明[天年]|平[时常]|安[静心全]|高[兴级]|方[便法式]|包[装裹]|成[功为]|辛苦|谢谢|感谢|满意|关于|时[候间]|单[号子]|车[子号]|公[司寓]|周[一二三四五六日末]|利用|国[内外])/

const isName: Finder['holds'] = (found) => !WHAT_ONE_IS.test(found)
const isPrivate: Finder['holds'] = (_, __, ___, it) => !NO_NAME.test(it) && !WHAT_ONE_IS.test(it)

/** Where the cue is certain, any two to four characters are a name, and any capitals. */
const CERTAIN =
  '(?:我叫|本人叫|我名叫|我的?名字叫做?|名字(?:应该)?是|姓名(?:应该)?是|姓名 ?[:为]|名字 ?:|(?:收件|收货|取件|取货|寄件|签收|持卡|联系|联络|订[房位票购]|入住|申请|预[约订]|乘[车机客]|旅客|付款)人(?:姓名|名字)?(?:应该)?[是:为叫]|(?<!用)户名[是:为]?)'

/** Names in Chinese texts, in Chinese characters and in Latin letters. */
export const HAN_NAMES: readonly Finder[] = [
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:我叫|本人叫|名叫|[,，]叫|(?:先生|太太|老公|老婆|[妈爸儿女哥姐姊弟妹]|朋友)叫|我的名字是|我的名字叫|我名字叫|名字叫|姓名|名字|收件人|收货人|取件人|取货人|寄件人|签收人|持卡人|投保人|联系人|联络人|真实姓名|(?<!用)户名)(?: ?(?:应该|应)?(?:是|为|叫|系|写|填|[:])){0,2} ?(?<it>${SURNAME}${HAN}{1,3}?)${ENDS}`,
      'g',
    ),
    holds: (found) => !WHAT_ONE_IS.test(found) && !/(?:师傅|经理|外卖)$/.test(found),
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:(?:[订预][位约房票]|订购|乘车|乘机|入住|报名|申请|报案|报修|投诉|被保险|受益|付款|收款|承租)人 ?[是叫:]?|${ROLE} ?[叫:]|(?:我|本人)是[^,。\\n]{0,8}?${ROLE}) ?(?<it>${NAME})${ENDS}`,
      'g',
    ),
    holds: isName,
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(`(?:我是|本人是?|这里是)(?<it>${NAME})${ENDS}`, 'g'),
    holds: isName,
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      String.raw`(?:我姓|敝姓|小姓|免贵姓|小弟姓|本人姓)(?<it>${TWO}|(?![什甚啥名])${HAN})(?=${TITLE}|[\s,，。;；!！、?]|$|名)|(?:我是|本人)(?<own>${SURNAME})(?=${TITLE})`,
      'g',
    ),
    holds: (found, before) => /姓/.test(found) || !/[a-z]$/.test(before),
  },
  {
    what: 'name', // with a foreign name's points: 阿依古丽·买买提
    needs: 'introduced',
    pattern: new RegExp(
      `${CERTAIN} ?(?<it>${HAN}{2,4}(?:·${HAN}{2,8}){0,2}|${HAN}{2,8}·${HAN}{2,8})(?=[\\s,。;!]|$)`,
      'g',
    ),
    holds: (_, __, ___, it) =>
      !/^做|[写打填错空无车餐菜酒份送单]|外卖|前台|客服|保安|警察|物业|一样|[一二两三几]次|[路街店院楼区市镇]$/.test(
        it,
      ) && !NO_NAME.test(it),
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      String.raw`(?:${CERTAIN}|拼音(?:应该)?[是为:]|英文名字?[是叫:]|姓名拼音[是:]?) ?(?<it>[a-z][a-z'-]{1,20}(?:[ ,]{1,2}[a-z][a-z'.-]{0,20}){0,3})(?=[,。;!?)]|$| ?[\u4e00-\u9fff])`,
      'g',
    ),
    holds: (found) => !/(?:vip|uber|app|grab|apple|plus|pro)\b/.test(found),
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: /(?:我是|我叫|这里是) ?(?<it>[a-z][a-z'-]{1,20}(?: [a-z][a-z'-]{1,20})?)(?=[,。!;、]|$|先生|小姐|女士)/g,
    proper: isWholly,
  },
  {
    what: 'name', // the customer's family and friends
    needs: 'introduced',
    pattern: new RegExp(
      `我(?:的|家)? ?${RELATIVE}(?:的?(?:名字|姓名))?(?: ?(?:名叫|叫做?|是|姓|:)){0,2} ?(?<it>${NAME})${ENDS}`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name', // the same before what they do; words of every day begin with some surnames
    needs: 'introduced',
    pattern: new RegExp(
      `我(?:的|家)? ?${RELATIVE} ?(?![于向连全单成时应明万安方平高白包段温强常从因古水房])(?<it>${NAME})(?=的|在|下|会|要|去|来|帮|代|已|刚|用|收|取|领|签|订|买)`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name', // put right: "应该是…，不是…", "改成…"
    needs: 'introduced',
    pattern: new RegExp(
      `(?:应该[是叫]|[,，]是|应为|应是|改成|改为|更正为|换成|换为|写成|打成|印成|误植为|而是|而不是|不是|[名人]是)(?:我(?:的|家)? ?${RELATIVE}| )?(?<it>${NAME})${RIGHT}`,
      'g',
    ),
    holds: (found, before, _, it) =>
      /(?:[件货票房位住系络约车机购客]人|乘客|旅客|名字?|姓名|登记)[^\n。!?]{0,32}$/.test(before + found) &&
      !NO_NAME.test(it) &&
      !WHAT_ONE_IS.test(it),
  },
  {
    what: 'name',
    needs: 'introduced',
    pattern: new RegExp(
      `(?:寄给|送给|转交给?|交给|转给|寄|给)(?<it>${NAME})(?=(?:先生|小姐|女士|太太)?(?:亲?收|签收))`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name',
    needs: 'sealed',
    tail: true,
    pattern: new RegExp(
      `(?<![\\u4e00-\\u9fff])(?<it>${NAME}) ?(?:敬上|谨上|谨启|敬启|敬留|拜上|手书|上|留|启|敬)[。!]?\\s*$`,
      'g',
    ),
    holds: isPrivate,
  },
  {
    what: 'name',
    needs: 'sealed',
    tail: true,
    pattern: new RegExp(
      `(?:\\n|--|——|—|谢谢[,。!~ ]{1,2}|感谢[,。!~ ]{1,2}|敬礼[,。! ]{0,2}|拜托[,。! ]{1,2}|(?:顾客|客户|会员|用户|消费者|署名)[:, ]{1,2}|[。!?] ?(?=${SURNAME}${HAN}{2}))\\s{0,2}(?<it>${NAME})[。]?\\s*$`,
      'g',
    ),
    holds: isPrivate,
  },
]
