import type { Rule } from '../pattern.ts'
import { type Effect, polar } from './effect.ts'

/**
 * More English words of feeling, from the opinion words of M. Hu and B. Liu (Mining and Summarizing Customer Reviews, KDD 2004; CC BY 4.0),
 * one spelling a stem. Left out: words that the other lists have, stems that another word shares ("comely" is "come"), and those that
 * most service comments use otherwise.
 */
export const LIU: readonly Rule<Effect>[] = [
  ...polar(
    1.5,
    `
    abound abundance acclaim acclamation accolade accomodative acumen adroit adroitly adulate adulatory advocate
    affability affectation affinity affirm affluence affluent afordable agile alluring alluringly altruistic
    amazingly ameliorate amiability amiabily amicability amity ample amply amuse angel apotheosis appropriate
    ardor articulate aspiration astonishingly astutely attune audible auspicious authoritative autonomous aver
    avidly awestruck awsome backbone beautifullly beckon benefactor beneficent benifits beutifully blameless
    blissfully bloom blossom bolster bonny boom boundless bountiful brainiest brainy breakthrough breathlessness
    breathtakingly breeze brisk brotherly bullish cajole cashback catchy celebratory charisma charismatic chaste
    cheapest cherub chivalrous chivalry cleaner cleanest cleanliness clearer cohere cohesive colorful commodious
    compact compactly compatible complement complementary compliant conciliatory congenial congratulatory
    conscientious consistent consummate contrasty contribution convience convienient convient coolest
    cooperative cornerstone courtly covenant credence credible crisper cushy danke danken dazzle decency deft
    deginified delicacy delicate deservedly desirable destiny detachable devout dexterous dextrous distinguished
    diversified dote dotingly dreamland earnestly ebullience ecenomical economical edify effectual efficacious
    effortlessly effusion elan elatedly electrify elevate elite eloquence embolden eminence empathize empathy
    empower empowerment enchantingly endear enhance enliven ennoble enrapt enrich enthral entice enticingly
    enviable equitable ergonomical erudite eulogize evaluative evenly everlasting evocative exalt exaltedly
    exaltingly examplar examplary excallent exceed exceeded exceedingly excitedness exellent exemplar exemplary
    exhilaratingly expansive expeditiously expertly exquisite extol extraordinarily exuberantly exultingly
    eyecatch facilitate famous famously fancier fancinating fanfare fascinatingly fashionable fastest feasible
    feat fecilitous feisty felicitate felicity fertile fervid fervidly fervor fidelity finer finest firmer
    flashy flatter flourish fluent flutter foremost foresight formidable fortitude fortuitous fragrant fresher
    freshest frolic frugal futurestic futuristic gaiety gaily gainfully galore geekier geeky generous gladden
    gleefully glimmer glisten glitter glitz glow glowingly godlike gold golden goodly goodwill goood gooood
    groundbreaking guidance gumption gush gusto gutsy hail halcyon hale hallmark hallowed handier handily
    hardier headway heal hearten heartily holy homage hotcake hottest humble humility idol idyllic illuminate
    illuminati illustrious imaculate immaculate immense impartial indebted inestimable inexpensive infallibility
    ingenious ingenuity innocuous inpressed insightful insightfully instantly intimacy intimate intricate
    intriguingly invaluable inviolable irreproachable jubilantly jubiliant justly laud laudable lavish lavishly
    lawfully led legendary leverage levity liberate lighter likable lionhearted logical loveliness lucid lucidly
    lucrative luminous lush luster lustrous luxuriant lyrical magic magnanimous majestic majesty maneuverable
    master masterfully mastery matchless mercifully mesmerize mesmerizingly meticulous mightily mighty
    miraculous modern modest modesty monumental morality nimble nobly noiseless notably noteworthy nourish
    novelty oasis obtainable openly opulent orderly outdo outdone outperform outshine outshone outsmart
    outstandingly outstrip outwit ovation overtake overtaken overtook overture palatial pamper pamperedly
    pamperedness panoramic paramount patience patriot peace peerless pep peppy perfectly perseverance personages
    piety pinnacle pleasingly pluses plush plusses poetic portable powerfully precise preeminent premier
    prestige prestigious prettily priceless prodigious proficient profound profoundly profuse prolific promptly
    proper propitious prospros proven prowess prudence prudent punctual pure purify quaint quicker quieter rapid
    rapport rapt rapture rational reachable readable readily reaffirm realistic realizable reclaim recomend
    reconcile reconciliation recover recovery rectification rectify redemption refine reform regal rejoicingly
    rejuvenate relent remedy remission remunerate renaissance renown reputable resilient resound resourceful
    respite resplendent restructure revel revitalize revolutionary revolutionize righten righteous righteously
    rightfully rightly rockstar roomier roomy rosy sagacity sagely saint saintliness salutary salute sane
    satisified saver savior savvy scenic selective sensation sensible sensitive sharp sharper sharpest
    shimmeringly shine shiny simpler simplest simplified skillfully slammin sleek slick smitten smoother
    smoothest snappy snazzy soft softer solace solicitous soothingly soundly spectacular spectacularly speedily
    spellbind spellbindingly spellbound spiritual spontaneous sporty stability stainless standout statuesque
    staunch staunchly steadfastly steadiest steadiness stellarly stirringly streamlined strikingly striving
    stunningly stupendous sturdier stylishly stylized sublime substantive succes suffice sufficient suitable
    sumptuous sumptuously superbly supple supurb supurbly surmount surpass surreal sustainability swank swankier
    swankiest swanky sweeten tantalize tantalizingly tempt temptingly tenacious tenacity thinner thrift thrifty
    thrive timely titillate titillatingly topnotch tougher toughest traction tranquil tremendously trendy trophy
    trump trumpet twinkly unabashed unabashedly unaffected unassailable unbiased unbound uncomplicated
    unconditional undamaged undaunted undisputable unencumbered unequivocal unfazed unfettered unforgettable
    unity unlimited unmatched unparalleled unquestionable unreal unrestricted unrivaled unselfish unwavering
    upbeat upheld uphold uplift upliftingly upscale usable useable valiant valiantly valor variety venerate
    veritable versatile vibrantly victorious viewable vigilance vivid vouch vouchsafe wellbeing whoa
    wholeheartedly wholesome whooa whoooa wieldy willingly windfall wondrous workable zeal zenith zest zippy
    `,
  ),
  ...polar(
    -1.5,
    `
    abnormal abolish abominable abort abrade abrasive abrupt abruptly abscond absence absurd absurdly abyss
    accidental accost accursed accusingly acerbate achey acrid acridly adamantly admonishingly admonition
    adulterate adulterier affront afraid aggrieve aggrivation aground ail ailment aimless allegation allergies
    aloof altercation ambiguity ambivalence ambush amiss amputate anarchism anarchist anarchy anemic annihilate
    annoyingly anomalous anomaly antipathy antiquated antithetical anxieties apathy apocalypse apologist
    arbitrary arcane archaic arduous arduously asinine asinininity askance asperse assail assult astray asunder
    atrocities atrophy audacity audiciously austere authoritarian autocrat avalanche avarice avaricious avenge
    awfully babble backache backbite backward backwood baffle bafflement bait balk banal bane barbarian barbaric
    barren baseless bash batty bearish beastly bedlam bedlamite befoul beggar beggarly beguile belabor belated
    beleaguer belie bellicose belligerence bemoan bemused berate bereft berserk beseech beset besiege besmirch
    bestial bewail beware bewilder bewilderingly bewilderment bewitch bias bicker bigotries bitingly blab
    blabber blackmail blah blandish blaspheme blasphemy blatant blatantly blather bleak bleakly bleed blemish
    blindingly blindside blister bloated blockage blockhead bloodshed bloodthirsty blotchy blow blunder blunt
    blur bluring blurry blurt boastful boggle boil boisterous bombard bombastic bondage bonkers botch bowdlerize
    braggart bragger brainless brash brashly brat bravado brazen brazenly breakup bribery brimstone bristle
    brittle brood browbeat bruise brusque brute brutish buckle bulkier bulkiness bulkyness bullshyt bullyingly
    bum bumpy bungle bungler bunk bust busybody butcher butchery byzantine cackle calamities calamitous callous
    calumniate cannibal capitulate capricious capsize caricature carnage carp cartoonish castigate castrated
    cataclysm catastrophies caustic cautionary cave censure chafe chaff challenging chasten chatter chatterbox
    cheapen checkered chide chill chintzy choleric choppy chore chronic chunky clamor clash clique clog cloud
    cloudy clumsy coarse cocky coercion coercive coldly collusion combust comical commiserate commonplace
    commotion complacent complex complicit compulsion concede conceit concen concession condescendingly
    condescension confess confined confound confront congested conscons conservative conspicuous conspirator
    conspiratorial consternation contaminate contend contort contrariness contravene corrosion corrupt costlier
    counterproductive coupists covetous crabby craftily craftly crafty cranky crass craven cravenly craze creak
    credulous creep crept cripple cronyism crowdedness crumble crummy crumple culpable culprit cuplrit curt cuss
    cutthroat damper darken darker dastard dastardly daunt dauntingly dawdle daze deadbeat deadly deadweight
    debase debatable debauch debauchery debilitate debility deceitfully declaim decrement decrepit decrepitude
    decry defamation defamatory defensive defiance defiantly deficiencies defile deform defrauding defunct defy
    degenerate deign dejectedly delinquency delirious delirium delude deluge delusion delusional demean demise
    demolish demon demoralizingly denial denigrate dense denunciate deplete deplorable deploringly deprave
    depravedly deprecate derogatory desecrate desert desiccate desititute desolate despicable despoil despot
    destabilisation destains destitute desultory deter deteriorate deterrent detest detract detriment deviate
    devious deviously devoid diabolic diametrically diappointed diatribe dictator dictatorial dilemma dimmer din
    ding dinky dirtbag disaccord disaffect disaffirm disallow disapointed disapprobation disapproval disarm
    disarray disasterous disavow disclaim discombobulate discomfit discomfititure discompose disconcert
    disconcertingly discontentedly discountenance discourteous discoutinous discrepant discriminatory
    disdainfully disfavor disgracefully disgruntle disgustfully dishonestly dishonesty dishonor disingenuous
    disintegrate disinterest dislocated disloyal disloyalty disobedience disobey disoobedient disorderly disown
    disparagingly dispirit dispiritedly displace displeasure disproportionate disprove disquietingly disquietude
    disreputable disrespectablity disrespectfully diss dissapointed dissappointed dissemble dissension dissent
    disservice dissidence dissocial dissolute dissonance dissonantly dissuade dissuasive distains distaste
    distastefully distraughtly disunity disvalue divergent dizzing dizzingly doddering dodgey doggedly dogmatic
    doldrums donside dope douchbag downbeat downer downfall downfallen downgrade downheartedly downturn drab
    draconian draconic dragoon drastic drawback drippy droop dropout drought drunkard drunken dubiously
    dubitable dunce dungeon dust dusty dwindling earsplitting eccentric effigy effrontery egocentric egomania
    egregious elimination emaciated emasculate embattled embroil emphatic encroach endanger enervate enfeeble
    enflame engulf enjoin enmity entangle entrap epidemic equivocal erase erode erosion err errant erratic
    eruptions escapade eschew estranged evade evasion eviscerate exacerbate exagerate exaggerate exasperatingly
    excoriate execrate exhorbitant exhort exile exorbitant exorbitantance exorbitantly exploit explosive
    expropriate expulse expunge exterminate extinguish extraneous extravagance extravagantly extremist eyesore
    facetious faint fainthearted fallacies fallout falsehood falter famine famished fanatic fanaticism farcical
    farfetched fascism fastidious fastuous fat fatalistic fatcat fateful fatefully fathomless fatique fatty
    fatuity fatuous fatuously fawningly faze feckless feebleminded feign feint fell felon ferociously fetid
    fever feverish fib fibber fickle fiction fictitious fidget fiend fiendish fierce figurehead filth finagle
    finicky fissures fist flabbergast flagrant flagrantly flair flak flake flakey flakieness flareup flaunt flee
    fleed fleer flicering flicker flighty flimflam flirt flirty flounder flout foreboding forebodingly forfeit
    forged forgetfully forlorn forlornly forsake forsaken forswear foul foully fractious fractiously fragile
    fragmented frail franticly fraught frazzle frenetic fret friction friggin frigging frigid frost fruitless
    fruitlessly fudge fugitive fulminate fundamentalism funky furor fussy fustigate fusty fuzzy gaff gainsay
    gainsayer gall gallingly gangster gape garish gasp gauche gaudy gawk gawky geezer genocide ghastly ghetto
    gibber gibberish gibe giddy gimmick gimmicky glare glaringly glib glibly gloatingly glower glut gnawing goad
    goof goofy goon gossip graceless gracelessly graft grainy grapple grind grisly gritty grotesque groundless
    grouse growl grudge grudgingly gruesome grumpier grumpiest grumpily grumpish guile gutless gutter haggard
    hairloss halfhearted halfheartedly hallucinate hamper handicapped hang haphazard harangue harboring hardball
    harden hardheaded hardhearted hardliner harpy harridan harrow harshly hasseling haste hastily hasty
    haughtily haughty hawkish haywire haze hazy heathen heck heckle hectic hedge hedonistic heedless hefty
    hegemonism hegemonistic hegemony heinous hellion heresy heretic hestitant hideously hiliarious hinder hiss
    hoard hogs hollow hoodium hoodwink horde hostage hotbeds hothead hothouse hubris humid hung hustler hype
    hypocricy hypocrisy idiocies idle ignoble ignominious illegitimate illicit illiterate illogic illusion
    illusory imaginary imbalance imbroglio immaterial immature imminence immoderate immodest immovable impair
    impeach impedance impediment impending impenitent imperfectly imperialist imperil imperious impermissible
    impertinent impetuous impiety impinge impious implacable implausible implicate implode importunate
    imposition impossiblity impoverish impractical imprecate imprecise improbability improper improperly
    impropriety imprudence impudence impugn impulsive impunity impure inaccuracies inaccurate inadverent
    inadvisable inane inappropriate inapt inaptitude inarticulate inattentive inaudible incautious incendiary
    incessant incessantly incite incivility inclement incognizant incoherence incommensurate incomparable
    incompatability incomplete incompliant incomprehensible inconceivable incongruous inconsequent
    inconsequential inconsistence inconsolable inconstant incorrectly incorrigible incredulous inculcate
    indecency indecorum indefensible indelicate indeterminable indigent indignantly indiscernible indiscreet
    indiscreetly indiscretion indiscriminate indistinguishable indolent ineffective inefficacious inefficiency
    inelegance ineligible ineloquent ineptitude ineptly inequalities inequitable inescapable inessential
    inevitable inexorable inexperience inexperienced inexpert inexpertly inexpiable inexplainable inextricable
    infamous infamy infernal infest infidel infiltrator infirm inflammation inflammatory inflated inflationary
    inflexible inflict infraction infuriatingly inglorious ingrate ingratitude inhospitable inhuman inimical
    iniquitous iniquity injudicious innuendo inoperable inopportune inordinate insatiable insensible insidious
    insignificantly insinuate insociable insolvent insouciance instability instigate insubordinate insubstantial
    insufferable insufficiency insular insupportable insurmountable insurrection intefere interfere intermittent
    intolerable intoxicate intractable intransigence intrusion inundate invader invalid invasive invective
    inveigle invidious invisible involuntarily involuntary irascible ire irk irksome irragularity irreconcilable
    irrecoverable irredeemable irreformable irregular irrelevance irreparable irrepressible irresolvable
    irretating irretrievable jabber jagged jaundiced jeer jeeringly jeopardize jerky jitter jittery jobless
    joker jolt judder junky junkyard jutter kaput knave knife knotted kook kooky lackey laconic lambast languid
    languish languor lanky lapse lascivious latency lawbreaker lawless layoff leakage leaky lech lecher lechery
    leech leer leery lemon lengthy letch lethal lewd lewdly liable licentious lier limp listless lividly loathly
    loathsome longingly loophole loot lorn louder loveless lovelorn lukewarm lull lumpy lunaticism lurch lure
    lurid macabre maddeningly madman maladjusted malady malaise malcontent maledict malevolence malice malicious
    malign malodorous maltreatment mangle mania manic mar marginal martyrdom massacre matte mawkish mawkishly
    meager measly meddle meddlesome melodramatic meltdown menacingly mendacious mendacity menial merciless
    mercilessly midget miff militancy mindlessly mirage mire misalign misapprehend misbecome misbegotten
    misbehavior miscalculate miscellaneous mischievous misconception miscreant misdirection misfit misfortune
    misguidance mishandle mishap misjudge misleadingly mislike mismanage mispronounce misrepresent misstatement
    mist mistified mistress mistrust mistrustfully misuse mobster mockingly monotonous monotony monster
    monstrosities monstrous monstrously moot morbid morbidly mordant mordantly moribund mortification mortified
    motionless motley muddy mudslinger mulish mundane murky mushy musty mysterious mystify myth naughty nauseate
    nauseatingly nebulous needless needlessly nefarious negate negligence nemesis nepotism nervously nettle
    nettlesome niggle nightmarish nightmarishly nitpick noisier nonexistent nonresponsive notoriety noxious
    nuisance obese object objectionable oblique oblivious obscure obstruct obtrusive obtuse occlude odder oddest
    oddities oddly odor omission omit onerous onslaught opponent opportunistic oppose oppressors orphan
    ostracize outbreak outburst outcast outlaw outmoded overact overawe overbalance overbalanced overbearing
    overbearingly overblown overdo overdone overemphasize overkill overlook overplay overpower overreach overrun
    overshadow oversight oversimplification oversimplified overstate overtaxed overthrow overturn overwhelm
    overwhelmingly overzealous overzelous pale paltry pan pandemonium pander paradoxical paralize paralyzed
    parasite pariah parody partisan paucity pauper payback peculiar peculiarly pedantic peeve peevish peevishly
    penalize perfidious perfidity perfunctory perish pernicious pertinacious pertinacity pervasive pest
    pestilent pettifog phony picket picky pig pillage pillory pimple pinch pittance plagiarize plague plasticky
    plaything plea plebeian plight plot plotters ploy plunder pointlessly pokey poky polarisation polemize
    polution pompous posturing pout prate pratfall prattle precarious precipitate predatory predicament prejudge
    premeditated preoccupy preposterous presumptuous pretence pretend pretense prevaricate pricier prik
    primitive procrastinate profane prohibit propagandize proprietary protracted provocation pry pugnacious
    pugnacity punch punk puny puppet puzzled puzzlement quack qualm quandary quarrelsome quash queer quitter
    rabid racy radical rail raked rampage rampant ramshackle rancor randomly rankle rantingly rascal ravage
    reactionary rebuff rebuke recalcitrant recant recessionary recklessly recoil recourses refutation regress
    relapse relentless relentlessly reluctantly remorsefully renounce renunciation repel reprehensible reprimand
    reproach reprove reprovingly repudiate repugn repugnantly resent resistance resurgent retaliate retaliatory
    retardedness reticent revile revoke revoltingly revulsion rhapsodize rhetoric ricer rife rift rigid rile
    rival rivalry roadblocks rocky rogue rollercoaster rough rremediable rue ruffian ruffle rumbling rumor
    rumple runaway rupture rust rusty rut ruthless ruthlessly sack sacrificed sag saggy salacious sanctimonious
    sap sardonic sass satirical scaly scandel scant scar scarcity scarier scariest scarily scathing scathingly
    scoff scoffingly scoldingly scorchingly scornfully scoundrel scourge scowl scramble scratchy screech screwy
    scuff scum scummy sedentary seedy seethe selfinterested senile senselessly servitude setback shadowy shaky
    shallow sham shark sharply shemale shimmy shipwreck shirk shirker shiver shockingly shortchange shortcoming
    shortsighted shortsightedness showdown shriek shrill shrilly shrivel shroud shun sickly sidetrack siege
    sillily simplistic sinfully sinisterly sink skeletons skimpy skinny skittish skittishly skulk slack slander
    slaughter slave sleazy slime slog sloooooooooooooow sloooow slooow sloow sloppily sloth slowest sloww slowww
    slowwww slug slump slur sly smack smallish smelt smokescreen smolder smoulder smudge smugly smut smuttier
    smuttiest smutty snag snappish snappishly snare snarky snarl sneak sneakily sneer sneeringly snobish soapy
    solemn solicitude sourly spade spank spendy spew spinster spite splatter spoilage spoilled spook spookier
    spookiest spookily spooky spoonfed sporadic spotty spurious spurn sputter squabble squander squash squeak
    squeaky squeal squirm stagnant stagnate staid stalemate standstill stark starkly startlingly starvation
    static steeply stern stew sticky stiff stiflingly stigma stigmatize stingingly stodgy stooge stormy straggle
    straggler strain stranger strangest streaky strenuous strict strictly strident strife stringent strut stuffy
    stumble stump stunt stupified stupor sty stymied subdued subjugate subordinate subpoena subservience
    subtract subvert succumb sue suffocate sugarcoated sully sunder sunk sunken superficial superfluous
    superstition superstitious suppress surrender susceptible swagger sweaty swollen symptom syndrome taboo
    taint tamper tangle tank tardy tarnish taunt tauntingly taut tawdry teasingly tediously temerity tempest
    temptation tenuous tenuously tepid testily testy tetchily tetchy thankless thicker thirst thoughtlessly
    thrash threesome throb throttle thug thwart timidly tiringly toil toll torment torrent tortuous touchy tout
    toxic traduce traitor tramp transgress traped trashy treacherous treachery tricky troublingly truant tumble
    tumultuous twist tyrannical tyranny tyrant ulterior ultimatum unaccessible unaccustomed unachievable
    unaffordable unappealing unauthentic unavoidably unbearable uncaring uncivil unclean uncollectible uncomfy
    uncompetitive uncompromising uncompromisingly unconfirmed unconstitutional unconvincingly uncooperative
    uncouth uncreative undefined undependability undercut underdog underlings underpaid underpowered undersized
    undetermined undid undignified undissolved undocumented undone undue uneconomical unemployed uneven
    uneventful unexpected unexpectedly unexplained unfairly unfaithful unfaithfully unfamiliar unfavorable
    unfeeling unfinished unfit unforeseen unforgiving unfounded unfunded ungovernable unilateralism unimaginable
    uninformed uninsured unintelligile unipolar unjustifiable unjustly unkindly unknown unlamentable unlawful
    unlawfully unleash unlicensed unlikely unlucky unmoved unnatural unnecessary unneeded unnerve unnervingly
    unnoticed unobserved unorthodox unorthodoxy unpleasantries unpopular unpredictable unprepared unproductive
    unprofitable unprove unproven unqualified unravel unreachable unrealistic unrelenting unrelentingly
    unresponsive unrest unruly unsatisfactory unscrupulous unseemly unsettlingly unskilled unsound unspeakable
    unspecified unsteadily unsteadiness unsuspecting unsustainable untenable untested unthinkable untimely
    untouched untrustworthy untruthful unusual unviewable unwarranted unwell unwieldy unwilling unwillingly
    unwillingness unwise unworkable unyielding upbraid upheaval uprising uproar uproarious uproot upsettingly
    usurp vagrant vainly vehement vengeance vengeful vengefully venom vent vestiges vexingly vibrate vice vilify
    villian villify vindictive viper virus volatile vomit vulgar vulnerable wack wail wallow wane wanton warily
    wariness warlike warp wayward wearisome weed wheedle whimper whiny wild wildly wiles wilt wily worryingly
    worthlessly wound wrangle wreak wrest wretch wretchedly wretchedness wrinkle wrip writhe wrongly wrought
    yawn zap zealous zealously zombie
    `,
  ),
]
