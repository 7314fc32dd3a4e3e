import type { Rule } from '../pattern.ts'
import { type Effect, polar } from './effect.ts'

/**
 * Rarer English words of feeling, from the VADER lexicon (C.J. Hutto, MIT), one spelling a stem, in four strengths; words
 * that the list of our own (en.ts) has are left out.
 */
export const VADER: readonly Rule<Effect>[] = [
  ...polar(
    1.5,
    `
    aas aayf alol ambw aml bff fav foaf ftw fwb gla hagd hagn hak hand hhoj hugz ilu iluaaf ily iyq kfy kmuf lmao
    lmbao lmfao lmso lol lolz lya lyb lyl lylab lylas mml muah mwah ptl rofl roflmao rotfl rotflmao rotflmfao rotflol
    rotgl rotglmao sete sfete sgtm slaw swak tgif tia true tyvm urw vbg vbs vip vwd vwp wtg xlnt xoxo xoxozzz ywia
    accomplish admirability admiringly adorability adoringly agog agreeability agreement amazedly ambitious amor
    amoroso amusedly amusingness aok applause approval ardent astoundingly award awardee beatific beauteous
    beauteously beautification beautified beautifuler beautifulest beautifully beloved beneficial beneficiaries
    benefit blesseder blessedest blesser bliss blockbuster bonuses brave braver braveries bravest breathtaking
    brighten brightest brilliance brilliantly bwahahah celebrate champ champion championship charities charmer
    charmingest charmingly cheerfuller cheerfullest cheerfully cheerier cheeriest cheerily cheeriness cheerly classy
    cleverest cleverly compassion compassionate complimentary confidence congrats congratulate contentedly courage
    creative creditworthiness cuter cutesiest cutest cutey cutiepie daringly darling darlingness dauntless dearer
    dearest dearie dearly dedicated delectable delightedly delightedness delightfully delightsome devotedness
    devotionally dignified divinest earnest easier easiest ecstacy ecstasies ecstatic effective elated elegantly
    encourage encouragingly energetic energise enlighten enrapture enterprising entertainingly enthusiasm esteemed
    ethical euphoria euphoric excitedly excitingly exhilarated exonerate exuberant exultant fab faith faithfully fame
    fascinate faultlessly fave favour fearless festival fiesta fond fondly forgivingness fortunate freebie freedom
    freely friend friendlier friendliest friendlily friendship fulfill funner funnest funniest funnily gain gallantly
    gallantry generosities genial gentle gentlest gently gift giggle glamor glamour glee gleeful gloried glorification
    glorified glorious gloriously godsend gorgeously grace gracefuller gracefullest gracefully graciously grand
    grandest grandeur gratefuller gratefully gratifyingly gratz greatest grin haha hahaha hallelujah handsome
    handsomest happiest harmonic harmonise heartfelt heavenlier heavenliest helpfully heroic heroism heroize honestest
    honesties honestly honor honorarily honoree honour hooray hug humour hurrah hurray ideal influential innovate
    inspiration inspirationally inspiringly inspirit inspiritingly intellect intellectual intellectualist intelligence
    intelligential interestingness invigorate invigoratingly invincible jollied jollier jolliest jollification jollify
    jollily jovial joyance joyful joyfuller joyfully joyous joyously jubilant justice keenest kinder kindly kiss
    kissable kissy laughingly laughter liberties lighthearted likeable liveliest livelily lively lovable lover loverly
    lovingly lovingness loyalties luckier luckiest luckily lulz magnific magnifico mature medal merit meritorious
    merriest merrily merriment merriness merrymaker miracle mirth mirthfully nicer nicest noble optimist overjoyed
    paradise passion peacefuller peacefullest peacefully peacemaker peacetime perfectest playful pleasantest
    pleasantly popular popularly positiver positivest positivist praiser praiseworthily praiseworthiness precious
    preciously prettier prettiest prize prizewinner prizewinning profit progress prosperous proud prouder proudest
    proudly pukka radiant reassuringly reinvigorate rejoice relaxedness relief rescue revered reward rewardingly rich
    richened richer richest richly roflcopter romance romanticism romanticist safer satisfaction satisfyingly save
    securest serene sexy sincerest smarten smarter smartest smilingly sophisticated soulmate sparkle splendent
    splendidly splendiferous splendor splendour splendrous sprightly strength strong strongest suave succeed succeeded
    sunnier sunniest sunny sunshine sunshiny superior superiorly supreme supremest supremo surefooted survived
    sweetheart sweetie sweetly sympathetic tenderheartedly tenderly thankfuller thankfullest thankfully thrillingly
    treasurable triumph triumphal triumphant triumphantly trueness truest trustability truster trustiest trustworthily
    truthfully united usefully valuable vibrant virtue virtuoso virtuous virtuously visionary vivacious warmhearted
    warmheartedness warmth wealth wealthier wealthiest wealthily wealthiness wellborn welldoer winnable winningly
    wisdom wise wisest won wonderfully woo woot worthy`,
  ),
  ...polar(
    0.8,
    `
    bffn fyi gga hago hhok jho jhomf laoj lts lylb musm nbd ntmu pmbi thks tnx txs wilco xqzt xtc yolo yvw abilities
    absolve achievable acquit active admiralties admit adorn advanced advantage adventure adventuresome adventuress
    adventurist affectionally agree alert alive allow amazonstone amorino amorist amusingly apologise appease
    appreciatory apprehensible asset assurance assuredly assuredness assurgent astonished astound attachment attract
    attractor audacious avid beaut beautician benefic benevolence benign benignantly blamelessly blessedly blithe bold
    bolder boldest boldly boost brighter brightly brightwork brilliantine buoyant calmer calmest calmly captivated
    carefree casual certain certainly certainties champagne champy chance charitable charminger cheerer cheerio
    cheerlead cheerled cherish chic chuckle chuckler chucklesome chucklingly clarifies clarity cleverish comedian
    comedic comedies comfortingly commit complimentarily comprehensive conciliate consent consolable contented
    contentedness convince convincingly convivial courtesy crazyweed create creation creationist curious cutesie cutie
    daring daringness darlingly dear debonair decisive determinable determinacy devote devotedly devotee diamond
    dignities divination divinatory dominance doubtless doubtlessly dream dynamic dynamist eager eagerly ease
    easefully easement easygoing easygoingness embrace empathetic enchanted endorse energies energization engage
    engagingly ensure enthuse enthusiast entitled entrusted excitabilities excitatory expand exploration exultantly
    fad fantasticalness fearlessly fervent festivalgoer flatteries flatteringly flawlessly flirtation focused
    foolproof forgave forgivable forgiven forgivingly freebee freeborn freed freedman freedwoman freedwomen freeform
    freehearted freelance freeman freemen freeness freer freest freestanding freethinker freewheelingly freewill
    freewriting frisky funnier funnyman funnymen gallant gentler gigglier giggliest gigglingly giggly giver gladly
    glamorise gloriole god gracile gracioso grandee grander grant gratification gratified greater greet grinner growth
    guarantee guiltless happing hardy harmless harmlessly harmonies harmonium healthy heavenward helper heroicomic
    highlight holiday honoraries honorific hopefully huge huggable hugger humerous humor humoresque humorist idealise
    idealist idealogy immortal immune importance importantly impressionist incentive increase innocence innocenter
    inspiratory intact integrity intelligencer intelligentsia interestedly interestingly intrigues invulnerable
    irresistible jaunty jewel jocular join jokester jokey jollities joyride joyrode justifiably keen keenly kewl
    kisser laugher lawl leet lenient libertarian livelier livelihood livelong lown loyalist luckie meaningful
    meditative mercy merrier merrythought motivate natural neaten neater neatest neatly niceties nifty novel nurtural
    opportune optimal optimisation original outgoing outreach painlessly palatable pardon partied partier partyer
    passive peaceable peacekeeper peacenik perfecta perfectionism perfectionist perfecto picturesque play playfully
    pleasantries pleaser poised popularise pray prepared pressureless pride privilege prizer profitwise prominent
    promisee promisingly promisor promissory promote prospect protect proudhearted radiance radiantly readiness
    redeemed relaxedly relaxin relievable relievedly relievo relishing resolute respectfully restful restore retreat
    revive riskless robust romantic romanticise safeguard safekeeping safelight safest safeties salient satisfactorily
    scrumptiously sentimental sentimentalise sentimentalist share shockproof significance sillier sillies silliest
    singleminded smartie smartly smile smiler smiley smug sociabilities sok solemnly solidarity soothe spark stable
    stamina steadfast stimulate strengthen stressless stronger strongish strongly substantial successional successor
    supremacies sure surefire surefootedly surefootedness surer surest sureties surprisingly survivor swiftly sympathy
    tenderest tenderhearted terrorless thoughtfully tolerance tranquilest tranquillest tranquilly treasuries
    troubleshoot truer trustee trustfully trustier trusties trustily trustingly trustingness truth unified untarnished
    urgent validate vigor vigoroso vigour virtuosa virtuose virtuosi vision vital vitalise vitamin warmer warmest
    warmish warmly wellspring willingness wiselier wiseliest wiser wisewomen wish worship worshipfully yeees yep yes
    youthful`,
  ),
  ...polar(
    -0.8,
    `
    awol ayor jealz mia mubar nimby nimy nitl sapfu smh zzz absentee accusation ache acrimonious adversarial
    adversative afflicted aggress aggressor agitate agitatedly alarm alarmists alas alienation allergic alone
    annoyance anti anxious anxiously apathetic apeshit arguable argue arguer argument arrest ashamedly awkwardly
    bamboozle battle battlefield battlefront battleground battler biased bitterish blamefully blameworthiness blind
    boredom boresome bothersome boycott boycotted brainwashing bribe bummer carelessly cheerless cheerlessly childish
    coerced collision colluding combat comedones comedown complainingly condemn conflict confrontationist confusedness
    confusingly confusional contagious contentious contradict contradictor contradictorily controversial cornered
    cowardly crazily craziness cried critic criticizable cynic damnable deadlock deafening debt decay decayer deceive
    defeatist defenseless defenselessly defer defiant deficit degradable demoralized denier denounce derail deride
    derision despair desperate despise detention devilfish devilishly devilries deviltries devilwood difficulties
    difficultly diffident dirt dirtier disagreement disappear disappointedly disbelieve discard discord disguise
    disillusion disillusionment disinclined disjointed dislike disorder disorganized disoriented dispute disquiet
    disregard disruption distort distract distractedly distractingly distressfully disturb dizzy dodgy doom doomsaying
    doomy dork dorkier dorkiest dorky doubt doubtable doubter doubtfully doubtingly douche downside dreary droopy
    drunk dubious dud dullard duller dullest dullish dully dumbbell dumber dumbly dumbstruck dump dumper dumpier
    dumpiest dumpiness dupe eerie egotism embarrassedly embarrassingly emergency emptily ennui envied envier envious
    envyingly exclude exclusion failingly faithless faithlessly fallen falsified farce fatigue fatiguingly faultfinder
    fearsome feeble ferocities feud feudal feudalist feudist fidgety fiery fight flu flunk flunkies flustered foolfish
    foolhardier foolhardiest foolhardily foolish foolishest foolscaps forbid forbiddance forget fought freakier
    freakiest freakiness freakishly freezingly frenzy friendless fright frighten frightfully frowning fud funeral gag
    geek glamourless gloomier gossipmonger gossipries gossipy grave graveless gravelly graven graver graveside gravest
    graveyard greed grievant grieve grievously grimace grimalkin grime grimier griminess grimly grimmer grimmest
    grossly grouchily guilt guiltiest guiltily gullibility gun hapless hardship harried haunt helplessly hesitantly
    hesitater hesitatingly hindrance hoax hooligan horrent horridly huckster humorless hunger idealless ignorantly
    immobilized imperfect impersonal impose impotent inability inaction inadequacies inadequate incapable indecision
    indoctrinate ineffectual inflamed inhibit inhibitory inquisition insensitive insignificant interrogated
    interruptor intimidate intimidatingly intimidatory irrational irrationalism irresolute irreversible isolate itchy
    jaded jerk joylessly jumpy killdeer lackadaisical lamebrain lamer lamest laughingstocks lawsuit lethargic lethargy
    liabilities libertine litigation litigious lone lonelier loner lonesome loom loose loss lossy louse lousily low
    lowball lowdown lower lowermost lowest lowish lowlier lowlife lowliness luckless ludicrous lurk madder madly
    manipulated masochism masochist melancholies mischief miserere misgiving misinformation misinterpreted misread
    misreporting mistaken mistakenly misunderstand misunderstood mlm mocker mockeries mongering monopolize mooch
    moocher moodier moodily moodiness mourner mournfully mumpish nag nagana naggier naggingly naggy naive needy nerd
    nervous neurotic neuroticism niggas nosey numb numbest numbingly nuts obsess obsessional obsolete obstacle
    obstinate offence offend offense ominous optionless overload overreact oversell overstatement overweight
    painfuller panicky paranoia paranoiac paranoid peril perplexed perturbed pervertedly pervertedness pesky pessimism
    pessimist pettiest petty phobia phobic pileup pique piss pissant pissoir piteous pitiable pitied pitier
    pitifullest pitifully pityingly pityriasis pleasureless poisonwood poorer possessive postpone prblm pressure prick
    prickle pricklier prickliest profitless promiscuities propaganda prosecute protest provoke pseudoscience pushy
    quaking rant ranter rash rebeldom rebellious reckless reeker rejectingly reluctance remorse repetitive repress
    repressor resentenced resentfully resign resignedness restless restlessly restrict revengefully rigidification
    rigorous risk risker riskier riskiest ruinable ruing sappy sarcasm sarcastic scapegoat scarecrow scarer scarey
    sceptic scold scorn scream screamers screwer screwup seditious seduced selfishly severe severest shakedown
    shakeout shakier shakiest shamefast shameless shamelessly shockable shoot shortage shrew shy shyer shyness shyster
    skeptic slam slash sleeplessness sluggish smear smileless smog smothery smugger smuggest smuggle snobbily snobbish
    snobbishly snobbism snobby sobering sore spiritless squelched stall stammer startle startler stealable stealer
    stereotype stifled stingy stinker stinkier stinkingly stinko stinky strainer strongyloidosis struck struggler
    stubborn stubbornly stunk stutter submissive subversive suing sulking sulky sullen suspect suspend suspicion
    suspicious sux talentless tears tease teaser tense tenser tensest tension thorny timid timidest timorous tits
    toothless toughish toughly traumata tremble tremulous tricker trickeries trickiest trickily trickish tricksiness
    trickster trite trivialise troubler tumor turmoil uglified unappreciated unapproved unaware uncertain uncertainly
    uncertainties uncompelling unconcerned uncontrollability uncredited undecided underestimate undermine unease
    uneasier uneasily unequal unfocused unimportant unkind unmotivated unprotected unresearched unsecured unsettled
    unsophisticated unstable unstoppable unsuccessful unsuccessfully unsupported unsure uptight uselessly vanity
    vicious viciously victim victimise virtueless vociferous walkout warfare weakhearted weakish weaklier weakling
    weakside weapon weaponry weary weirdest weirdie weirdly wellaway whine whiner whiney whorehouse wimp wimpier
    wimpiest wimpiness wimpish wiseacre wisenheimer witch woefully woesome worriment worrisome wowser`,
  ),
  ...polar(
    -1.5,
    `
    afu atab bfd bfe bsod btd cwot doa fcol ffs fkm fubar kia mofo nfc nfw nme pita snafu sob wtf wth abandon abducted
    abhor abhorrent accident admonished affectionless aggravate aghast agonise agonize agonizingly agony alarmingly
    amort anger angerly angrier angriest angrily anguish animosity antagonism antagonist apocalyptic appallingly
    arrogantly ass assassination assault assfucking assholes attack aversion badly ban banish bankrupt bankster
    bastard bastardies bastardise bastardly beaten belittle bereave betray betrayal bitch bitcheries bitchier
    bitchiest bitchily bitchiness bitter bitterest bitterly blamable blamer block bloody bomb brutal brutalise bullied
    burden burdensome cancer casualty censor chagrin charmless chastise cheater choke chucklehead cocksucker collapse
    comfortless compassionless conspiracy contagion contempt contemptuous contradictious corpse coward crestfallen
    crime criminal crisis criticise crude cruder crudest cruel crueler cruelest crueller cruellest cruelly cruelties
    cry cunt damagingly damnation damnatory damnified damningly damnit darkest dearth death deceit defeat defeature
    defector degradingly dehumanize deject depress depressingly depressor deprival despairingly despondent destroy
    destroyer destruct destructionist detain devastate devastatingly devil devilish devilkin dick dickhead die dipshit
    dire dirtiest disabling disadvantage disappointingly disastrous discomfort disconsolate discontented discourage
    discouragingly discredited disdain disgustedly disgustingly dishearten dishearteningly dismal dismay dismayingly
    disparage displeased disqualified dissatisfaction dissatisfactory distraught distress distressingly distrust
    distrustfully disturbingly dolorous doomsday doomsdayer doomster douchebag downcast downhearted dreadfully drown
    dullsville dumbass dumbest dumbhead dumpish dysfunction effin egotist emptiest enemies enrage enslave erroneous
    eviction evil evildoer evilest evillest evilly exasperated excruciate excruciatingly expel fag faggot fascist
    fatal faultier faultiest faultily fear fearfuller fearfullest fearfully felonies fiasco flunker flunkey foe foeman
    foetid foetor fool fooleries foolishly forbidden forbiddingly forced foughten frantic fraudster freak freakish
    freakout freeload frighteningly frustratingly fucker fuckface fuckhead fucktard fuked furiously fury futile gloom
    gloomiest gloominess glum goddam goddamn greedier greediest greedily greenwash grief grievance griever grievous
    grim grossest grouch grouchier grouchiest grouchiness guiltier guiltiness harass harm harmfully harsh harsher
    harshest hatefully hater hatred havoc heartbreak heartbreakingly heartbroken heartless heartlessly heavyhearted
    helpless heroin hopelessly horrendous horrific horrified horrifyingly horror humiliatingly hurter hurtfully
    hypocritical hysteria idealess ignorami ignoramus ignoramuses illegal illiteracy imbecile immoral immoralist
    impatience imprisoned incapacitated incensed inconsiderate indignant infected inferiorly infringement injury
    injustice insecure insincere insultingly irate irrationalist irresponsible irritatingly jackass jailed jealous
    jealousies jealously jeopardy joyless kill killer killingly killjoy lament lazier laziest libelous loathe
    loneliest loser lousier lousiest lowbred lowbrow lowery lowliest lowlight lowlives lugubrious lunatic maddening
    maddest maniac melancholiac menace mindless misbehave miser miseries miserliness misrepresentation mock molest
    moodiest mope motherfucker mourn mournfuller mourningly murder murderee murderess nagger naggiest nastier nastiest
    nastily negative neglectfully nigger notorious numbskull obliterate obnoxious obscene oppressed outcry painfully
    panic panicked passionless penalty perjury perpetrator persecute perverse pervert petrifaction petrified pisser
    pitifuller pitiless pitilessly pollute poorest poverty powerless prejudice prejudiced prejudicial prison
    problematic puke punish punitive racism rage rancid rancidly rape raper rapist recession reek regretfully
    regrettable rejectee rejector remorseless remorselessly repulse retard revenge riot robber ruder rudesby rudest
    ruinate ruiner ruinous ruinously sabotage sadden sadder saddest savage savageries scandal scare scaremonger
    screwiest scumbag sedition selfish shamefaced shamefacedly shamefacedness shamefully shattered shithead shittier
    shittiest shylock sicken sickeningly sin sinister slavery slut sluttier sluttiest sluttish sluttishly slutty
    smartass smother smuggler snob snobbery snub somber sorrow sorrowfully spammer spitefully stab stampede starve
    stench stenchy stinkard stinkiest stinkpot strangled stressfully stressor stricken stupidest stupidly sucker sucky
    suffer suicidal swindle tantrum tard temper terrified terror terrorise terrorist thieveries thoughtless threat
    threateningly ticked torture totalitarian tragedies tragic trauma traumatic traumatise travesty treason
    troublemaker troublesome troublous troublously trustless twat ugh uglier ugliest uglification uglily unattractive
    undeserving undesirable uneasiest unemployment unethical unfulfilled ungrateful ungratefully unhappiest unhappily
    unhealthy unintelligent uninvolved unjust unlovable unlovelier unloveliest unsavory unworthy upsetter vain
    vexation vexing victimhood villain villainess villainies violate violative violence violent virulent vitriolic
    vulture wanker war warmonger weaken weaker weakest weakliest weakly weep weeper weepier weepiest weirdo wept whore
    whoredom whoremaster whoremonger whoreson wicked wickeder wickedest wickedly widowed wiseass woe woebegone woeful
    worriedly worrier worrit worrywart worser wrathful wreck yucky zealot`,
  ),
]
