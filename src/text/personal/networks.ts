/** Messengers, networks and mail boxes on which people are found by a name of their own. */
export const NETWORKS =
  '微信号?|wechat|weixin|vx|wx|qq号?|扣扣号?|line|whatsapp|telegram|电报|tg|飞机号|skype|instagram|insta|ins(?![a-z])|ig|facebook|messenger|twitter|tiktok|抖音号?|小红书号?|微博|快手号?|旺旺|噗浪|闲鱼|b站|支付宝|discord|signal|snapchat|snap|kakao ?talk|kakao|zalo|viber|threads|钉钉|赖|脸书|fb|revolut|venmo|cash ?app|paypal|payme|steam|reddit|linkedin|q号|企鹅号|gmail|hotmail|icloud|outlook|yahoo'
