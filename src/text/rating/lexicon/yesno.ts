/** Plain consent, in eleven languages; also that something is put right. */
export const YES =
  "yes,y,yep,yeah,yea,yup,yess,ye,yes please,yes pls,please do,go ahead,of course,certainly,definitely,absolutely,correct,right,true,affirmative,you may,you can,you can contact me,feel free,with pleasure,i do,i would,i'd like that,by all means,why not,no problem,no worries,don't mind,i don't mind,that's fine,that is fine,fixed,it's fixed,it is fixed,all fixed,resolved,it's resolved,solved,all sorted,sorted,it works now,works now,all good now,call me,please call,contact me,please contact me," +
  '是,是的,是啊,是呀,对,对的,对啊,没错,可以,可以的,可以啊,可以呀,当然,当然可以,当然了,愿意,我愿意,同意,我同意,允许,要,需要,要的,需要的,行,行的,行啊,没问题,没关系,没事,方便,欢迎,请联系,请联系我,联系我,联系我吧,请致电,打给我,打给我吧,给我打电话,来电吧,解决了,已解决,已经解决,已经解决了,解决啦,搞定了,处理好了,好了,已经好了,弄好了,修好了,中,嗯,嗯嗯,嗯可以,有的,必须,必须的,必须可以,得,能,好哒,好滴,好嘞,没有问题,没意见,不介意,' +
  'sí,si,claro,claro que sí,por supuesto,de acuerdo,vale,sí por favor,dale,desde luego,resuelto,oui,ouais,oui merci,bien sûr,volontiers,tout à fait,avec plaisir,résolu,ja,jawohl,ja bitte,ja gerne,gerne,klar,natürlich,na klar,selbstverständlich,jo,gelöst,sim,claro que sim,com certeza,pode,pode sim,podem,pode ser,resolvido,sì,certo,certamente,va bene,sì grazie,volentieri,risolto,' +
  'はい,ええ,うん,お願いします,はいお願いします,もちろん,いいです,いいですよ,いいよ,大丈夫,大丈夫です,構いません,解決しました,네,예,응,그래요,좋아요,넵,네네,물론,물론이죠,가능해요,가능합니다,괜찮아요,괜찮습니다,해결됐어요,해결되었습니다,부탁드립니다,부탁해요,vâng,có,dạ,dạ vâng,dạ có,được,đồng ý,được ạ,có ạ,tất nhiên,ừ,đã giải quyết,rồi,xong rồi'

/** Agreeing words that may also only acknowledge; they agree where nothing else is said. */
export const MAYBE_YES =
  'ok,okay,okey,k,kk,sure,sure thing,fine,alright,all right,good,great,perfect,cool,好,好的,好吧,好啊,好呀,好喔,好唷,ok的,bueno,bien,gut,bom,bene'

export const NO =
  "no,n,nope,nah,naw,no thanks,no thank you,no thx,no ty,never,negative,not really,no need,not necessary,not needed,rather not,i'd rather not,i would rather not,please don't,please dont,please do not,do not,don't,dont,don't contact me,do not contact me,don't call,don't call me,do not call me,i don't,i do not,not yet,not at all,not now,not interested,no way,absolutely not,definitely not,certainly not,of course not,not resolved,not fixed,not solved,isn't fixed,is not fixed,not been fixed,hasn't been fixed,unresolved,still not,still broken,still waiting,still not fixed,leave me alone,stop,it isn't,it is not,it's not,hell no," +
  '否,不,不是,不是的,不可以,不行,不能,不要,不用,不用了,不必,不必了,不需要,不了,不愿意,不想,不同意,不方便,不允许,没,没有,没有呢,还没,还没有,还没呢,没解决,没有解决,未解决,还没解决,还没有解决,并没有,没好,没处理,仍未解决,依然没有,依旧没有,还是没有,还是不行,免了,算了,别,别联系,别联系我,不要联系,不要联系我,不要打扰,别打,别打给我,勿扰,拒绝,没必要,不对,错,甭,不好,不接受,不谢谢,暂时不用,暂时不需要,谢谢不用,谢谢不用了,不麻烦了,不用麻烦了,' +
  'no gracias,para nada,todavía no,aún no,nunca,claro que no,mejor no,non,non merci,pas du tout,pas encore,jamais,nein,nein danke,nee,nö,noch nicht,auf keinen fall,lieber nicht,bitte nicht,não,nao,não obrigado,não obrigada,ainda não,de jeito nenhum,no grazie,non ancora,assolutamente no,per niente,' +
  'いいえ,いや,いえ,結構です,けっこうです,不要です,いりません,いらない,まだです,まだ,やめて,やめてください,遠慮します,解決していません,아니요,아니오,아뇨,아니,됐어요,됐습니다,괜찮아요 안,필요 없어요,필요없어요,아직,아직요,아직 아니에요,싫어요,싫습니다,안돼요,안 돼요,không,ko,khong,không cần,không ạ,dạ không,chưa,chưa ạ,không muốn,thôi,không cảm ơn,đừng,chưa giải quyết'
