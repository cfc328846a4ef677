"""Words by which the names of persons are told from those of houses, roles and places."""
# ruff: noqa: E501 - tables read better unbroken

PARTICLES = frozenset(
    "de da do das dos del della di van von der den ter ten la le du el al bin ibn bint abu y e zu zur vom af av san st o' mac los las".split()
)

ORGANISATION = frozenset(
    """news newsroom staff reuters afp ap dpa efe tass xinhua upi ansa lusa agency agencies agencia agencias agência agence agentur
    editorial editors team desk redacción redaccion redação redazione redaktion rédaction redakcja monitor online services service
    bureau department ministry office university institute council press media times post herald tribune gazette journal daily
    weekly magazine network group foundation association committee commission bank company corp inc ltd llc gmbh sa radio tv
    television broadcasting web digital wire communications english international board
    ministerio ministère ministerium secretaría gobierno government center centre society union club united today world
    редакция агентство ведомости новости тасс риа пресс-служба الأناضول وكالة وكالات رويترز التحرير تحرير هيئة قسم موقع صحيفة قناة شبكة
    logistics systems holdings consulting capital energy technologies technology solutions industries labs ventures pharma motors
    airlines properties associates advisors academy museum library hospital trust council authority alliance forum federation
    holding consultores abogados stiftung verlag hochschule mairie préfecture prefeitura ayuntamiento alcaldía
    equipo universidad universidade université notícias noticias nouvelles jornal journaliste diario periódico admin administrator webmaster
    evening star echo argus observer advertiser chronicle courier sentinel examiner bulletin publisher associated""".split()
)

ROLES = frozenset(
    """editor correspondent columnist reporter writer journalist contributor contributors reporters correspondents writers photographer director manager chief ceo cfo cto president
    founder co-founder cofounder partner expert analyst professor dr lecturer fellow researcher senior junior staff guest special political business sports
    science health technology economics associate assistant deputy managing executive producer head vice chairman chairwoman
    chair secretary minister author freelance intern bureau critic blogger commentator consultant specialist coordinator
    corresponsal periodista reportero reportera redactor redactora editora columnista enviado enviada especial director directora
    journaliste correspondant correspondante envoyé envoyée rédacteur rédactrice chef redakteur redakteurin korrespondent
    korrespondentin reporterin chefredakteur repórter jornalista correspondente colunista корреспондент редактор обозреватель
    журналист специальный собственный مراسل مراسلة محرر محررة صحفي صحفية كاتب كاتبة 记者 编辑 通讯员 评论员 journalist/in sub-editor editor-in-chief
    strategist economist advocate attorney advisor adviser leader officer engineer scientist md phd senator mp""".split()
)

# Names of sections, which capitals make look like persons.
TOPICS = frozenset(
    "division league cup championship liga copa ligue coupe pokal bundesliga county city town street road avenue district borough parish rights environment economy politics health sports culture security affairs development climate education technology opinion crime courts "
    "entertainment lifestyle markets finance energy travel obituaries letters editorials features".split()
)

# Words with which headlines and places begin, but no names.
NO_NAME = frozenset(
    "the der die das dem les los las ein eine une una how why what when where new in on more san santa saint ciudad port puerto north south "
    "east west las as os как что где зачем почему".split()
)

ARABIC_PARTICLES = frozenset(
    "في من على إلى عن وقد قد عليه عليها بعد قبل مع التي الذي أن إن لا ما هل بين منذ حتى كل كان كانت هذا هذه".split()
)

SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯"
    "邵孟龙万段雷钱汤尹黎易常武乔贺赖龚庞樊兰殷施陶洪翟安颜倪严牛温季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫"
    "查屈鲍覃霍翁甘景单包柏宁柯阮桂闵柴华车冉房边罗佟佘栾谌娄骆樊涂邝闫肖敖苑占付仝晏褚练楚"
)
# What begins with one of these is a house, whatever follows.
BROADCASTERS = frozenset("BBC CNN NPR ABC CBS NBC ITV PBS CBC RTE RTÉ ARD ZDF NDR WDR RTVE".split())
