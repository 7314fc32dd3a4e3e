/** Surnames of one character. */
export const SURNAMES =
  '阎郁冀胥郜廉狄嵇湛茅冶昝裘戈屠谌禹亢雍濮於阙鄞粘郄逄仉卿楚笪蹇雒綦鹿邰郇王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝储闻匡鄢鄂粟邸亓仝揭诺晁晋鞠栗檀奚羊惠蔺訾漆庾弓牧隗宓蓬郗班仰伊厉戎祖束井富巴弘扈燕郏浦慕茹习宦容慎暨居衡沃蔚隆厍勾融阚须丰巢蒯荆乐竺权逯盖桓赖幸洪傅丘尧冼凃练官常强辜植薄谈封皮芮羿汲邴宰钭韶蓟莘贡郦璩寿禄殳佴朴谯茆荀糜危宣劳畅初'
/** Surnames of two characters. */
export const TWO =
  '欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|东方|南宫|范姜|张简|独孤|轩辕|宇文|长孙|鲜于|闾丘|申屠|淳于|赫连|澹台|纳兰|呼延|百里|完颜|拓跋|耶律|濮阳|公冶|太史|钟离|宗政|万俟|闻人|漆雕|叶赫那拉|爱新觉罗'
/** Every character that surnames are written with. */
export const FAMILY_CHARACTERS = SURNAMES + TWO.replaceAll('|', '')
/** Any surname. */
export const SURNAME = `(?:${TWO}|[${SURNAMES}])`
/** What is said behind a surname. */
export const TITLE = '(?:先生|小姐|女士|太太)'
const FOLLOWING =
  '电话|手机|手提|身[份分]|住|微信|邮箱|信箱|电子|地址|护照|生日|要求|申请|投诉|反映|来电|本人|的订单|的账户|的快递|的包裹|的预[约订]|想|昨|今天|上周|上个|上月|之前|先前|刚|前天|来自|是[你我]|在你|在贵|预[约订]|订了|买了|家住|希望|谢谢|同学|小朋友|今年|今天|这次'
/** What a name ends before. */
export const ENDS = String.raw`(?=\d[\d -]{6}|[\s,，。;；!！?？、()（）:~"”’'」』|/—-]|\[(?!姓名|name)|$|的(?:太太|先生|[老公婆]{2}|妻子|丈夫|[妈爸爷奶]|阿[公嬷妈]|外[公婆]|[女儿]子?|家[长属]|秘书|助理|朋友|同事)|${FOLLOWING}|${TITLE})`
/** A Chinese character. */
export const HAN = String.raw`[\u4e00-\u9fff]`
/** A married woman bears two surnames in Taiwan: 劉黃秀鑾. */
const MARRIED =
  '[陈林黄张李王吴刘蔡杨许郑谢郭洪邱廖赖徐苏叶庄吕江罗潘简朱彭詹胡施沈卢梁赵颜柯翁魏孙戴范宋邓杜侯薛丁游曾高萧方]'
/** What the names of Uighurs, Kazakhs, Mongols and Tibetans are written with: 热娜古丽, 哈斯巴根. */
export const SYLLABLES =
  '阿艾古丽买提江尼娜孜热依木斯尔哈巴图其格日乐勒根吉娅扎西次仁卓玛央金旺丹增措多桑洛嘎布拉姆力克甫迪亚米普赛麦努汗肯苏乌云塔腾德恩萨呼库沙帕夏排祖然胡合莎莉芙罗伊妮蒂纳威海且卜杜外平贡珍曲追旦吾努怒'
/** A surname, and the first name of one character or two; two surnames; or a name of many syllables, with points between them. */
export const NAME = `(?:${SURNAME}${HAN}{1,2}?|${MARRIED}{2}${HAN}{2}|[${SYLLABLES}]{3,7}|${HAN}{1,8}·${HAN}{2,8}(?:·${HAN}{2,8})?)`
/** What stands between a word for a name and the name: "写的是", "→", a quotation mark. */
export const NAMED_BY =
  '["”」』]?(?:\\([^)\\n]{1,8}\\))?(?: ?(?:应该|应)?(?:就?是|为|叫做?|系|写|填|留|改|换|用|印|成|(?:的|上)(?=[是写印:])|[:→>|=-])){0,4} ?(?:(?<=是)我(?:本人)?)?["“「『(]?'

/** Surnames that begin words of every day: not where nothing but a verb or a stop follows. */
export const COMMON =
  '(?![于向连全单成时应明万安方平高白包段温强常从因古水房易经管关计路项解付查严习尤居幸容祝巴冷边丰麻商满富车乐宣强薄封劳危寿初皮谈])'

/** "我是车主", "我是温州人": what one is, and not what one is called. */
export const WHAT_ONE_IS =
  /(?:[人员户主客者粉的了吗呢啊吧包]|会员|顾客|学生|[大中小]学生|高中生|研究生|粉丝|房东|路过|党员|明天|明年|于..+|于是|时候|和.*|应该|关于|全家|全部|成年.?|冷静|安静|单身|明白|高兴|方便|费心|连续|任何|成心|安全|何必|农民|孙子|权[益利限]|高雄|金门|云林|连江|马祖|马公|左营|成都|常州|温州|苏州|郑州|徐州|柳州|梅州|沈阳|武汉|宁波|宁夏|江苏|江西|江门|安徽|乐山|金华|黄[石山]|龙岩|丰台|房山|昌平|包头|韶关)$/
/** Words of every day that begin like a surname, and those who serve: they keep their names. */
export const NO_NAME =
  /^应[为该是]|[的了吗呢啊吧呀哦嘛着过没不谁什么我你您他她它们这那很都就也]|(?:师傅|经理|医[生师]|老师|护士|店长|主[管任]|教练|司机|律师|警官|大夫|技师|专员|店员|服务|任何|应该|明[天年]|平[时常]|安[静心全]|高[兴级]|方[便法式]|包[装裹容含]|成[功为]|辛苦|谢谢|感谢|满意|关于|时[候间]|单[号子]|车[子号]|公[司寓]|周[一二三四五六日末]|利用|国[内外]|关系|时间|严[格重肃]|温[馨度暖]|经常|高[度温]|计[较算]|应[急对付]|管理|方面|水平|查[看询]|付[款费钱]|解[释决]|路[上程]|项目|程[度序]|全程|郁闷|廉价|何[必时况苦]|顾[着客]|钱包|毛病|习惯|尤其|居然|幸[好亏]|马上|白天|全天|户外|^(?:金[卡牌]|申[请诉报]|卫生|余[额下]|费[用劲]|施[工肥]|石[头膏]|牛[奶肉排]|羊[肉奶]|马[桶路]|金[额融色]|黄[瓜金色]|蓝[牙色]|江边|毕业|童[装鞋车书]|沙[发拉]|齐全|章节|乐[高园]|雷[雨达]|游[泳玩戏乐]|左[右边]|文[件字化]|凌晨|景[区点]|龙[虾井眼卷]|汤[面粉包底]|章鱼|夏[天季令]|米饭|麦片|古筝|权[益利限]))/

/** Whether what was found is somebody's name, and no word of every day. */
export const isPrivate = (_: string, __: string, ___: string, it: string): boolean =>
  !NO_NAME.test(it) && !WHAT_ONE_IS.test(it)
