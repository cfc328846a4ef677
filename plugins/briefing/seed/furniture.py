"""Set phrases of the page around a story: buttons, prompts, notices."""
# ruff: noqa: E501 - patterns and tables read better unbroken

import re

# Whole lines, compared without case, outer punctuation and counts.
EXACT: dict[str, tuple[str, ...]] = {
    "en": (
        "a message from our sponsor", "a message from our sponsors", "from our sponsor", "message from our sponsor", "image caption", "image caption,", "media caption", "related video", "related videos", "watch more", "more videos", "global perspective human stories", "staff report", "staff reports", "from staff reports", "from staff and wire reports", "staff and wire reports",
        "wire reports", "by staff", "web staff", "news staff", "news desk", "reading list", "save for later", "read later", "more options", "get more news", "live on", "view image in fullscreen", "sponsor message", "transcript", "add to reading list", "text only",
        "reader comments", "related content", "comment now", "loading comments", "start the conversation", "watch again",
        "listen now", "watch now", "get alerts", "set alerts", "breaking", "premium", "subscriber only", "subscribers only", "for subscribers",
        "free to read", "most popular", "editor's choice", "special report", "sponsor content", "advertisement feature", "story continues after ad",
        "article continues after ad", "article continues after this ad", "story continues after advertisement", "story continues below video",
        "share", "share this", "share this article", "share this story", "share this page", "share on facebook", "share on twitter",
        "share on x", "share on whatsapp", "share on linkedin", "share via email", "share article", "tweet", "tweet this", "retweet",
        "facebook", "twitter", "whatsapp", "linkedin", "email", "e-mail", "telegram", "pinterest", "reddit", "flipboard", "messenger",
        "print", "print this page", "print this article", "printer-friendly version", "copy link", "copy url", "link copied",
        "save", "save article", "bookmark", "like", "likes", "comment", "comments", "view comments", "show comments", "no comments",
        "leave a reply", "leave a comment", "post a comment", "add a comment", "join the conversation", "be the first to comment",
        "advertisement", "advertisements", "advertising", "ad", "ads", "sponsored", "sponsored content", "paid content",
        "article continues below", "article continues after advertisement", "story continues below", "continue reading",
        "story continues below advertisement", "story continues", "scroll to continue", "scroll down to continue",
        "back to top", "top", "go to top", "return to top", "skip to content", "skip to main content", "skip to navigation",
        "menu", "search", "home", "homepage", "news", "log in", "login", "sign in", "sign up", "subscribe", "subscribe now",
        "subscribe today", "register", "my account", "follow us", "follow", "follow us on", "newsletter", "newsletters",
        "get the app", "download the app", "listen", "listen to this article", "listen to article", "listen to this story",
        "play audio", "audio", "watch live", "watch video", "video", "photos", "gallery", "view gallery", "photo gallery",
        "for immediate release", "immediate release", "for release", "press release", "news release", "media release",
        "news provided by", "media advisory", "more to follow", "more follows", "more", "ends", "end", "enditem", "this is a developing story",
        "all rights reserved", "cookie settings", "cookie policy", "privacy policy", "terms of use", "terms of service",
        "terms and conditions", "privacy", "cookies", "accept all", "accept cookies", "manage preferences", "unsubscribe",
        "update preferences", "view in browser", "view this email in your browser", "view this email online", "forward to a friend",
        "author picture icon", "image", "photo", "loading", "loading...", "close", "next", "previous", "next article", "previous article", "back",
        "next story", "previous story", "give feedback", "report an error", "report a typo", "send feedback", "font size", "a- a+", "a a a", "aa",
        "text size", "translate", "gift this article", "remove items from saved", "hide caption", "toggle caption", "enlarge", "click to enlarge",
        "enlarge image", "enlarge this image", "zoom", "open image in gallery", "image gallery", "full screen", "trending", "breaking news",
        "live", "exclusive", "contact us", "about us", "site map", "sitemap", "editorial standards", "our standards", "more on this",
        "read full article", "read the full article", "show more", "load more", "see more", "see all", "view all", "expand", "collapse",
        "explore more", "thank you for reading", "thanks for reading", "recommended for you", "add to favorites", "add us on google",
        "reuse this content", "license this article", "purchase licensing rights", "request a correction", "topics", "sponsored by",
        "show key events only", "show key events", "key events", "live feed", "live updates", "pinned", "вконтакте", "одноклассники", "viber", "threads", "bluesky", "mastodon", "tumblr", "wechat", "weibo", "snapchat", "xing", "телеграм", "дзен",
        "واتساب", "فيسبوك", "تويتر", "تلغرام", "en vivo", "en directo", "ao vivo", "en direct", "direct", "live-ticker", "прямой эфир", "мобильная версия", "مباشر", "直播", "plant trees", "share obituary", "see more obituaries", "entries", "social sharing", "peer-reviewed publication", "newer post", "older post", "newer posts", "older posts", "view all partners", "photos & videos", "in this section", "latest stories", "story saved", "pub", "正在加载", "加载中", "follow topic", "follow topics", "follow this topic", "open extended reactions", "thanks for sharing", "have your say", "twittern", "tweeten", "mailen", "weiterleiten", "versenden", "sign the guest book", "sign guest book", "guest book", "view guest book", "send flowers", "share a memory", "add a memory", "plant a tree", "leave a condolence", "get involved", "quick links", "view original content", "download", "download pdf", "pdf", "rss", "instagram", "youtube", "tiktok",
    ),
    "es": (
        "última hora", "exclusiva", "noticias", "normas", "tamaño de letra", "video recomendado", "leer después", "escuchar noticia",
        "compartir", "compartir en facebook", "compartir en twitter", "compartir en whatsapp", "compartir nota", "comparte", "comparte esta nota",
        "comparte esta noticia", "comparte en", "comparte en redes", "imprimir", "enviar", "guardar", "publicidad", "anuncio", "anuncios",
        "suscríbete", "suscríbase", "síguenos", "síguenos en", "síguenos en google news", "escuchar", "escucha la nota", "escuchar artículo",
        "volver arriba", "subir", "ir arriba", "volver al inicio", "inicio", "portada", "comentarios", "comentar", "deja un comentario",
        "deja una respuesta", "ver comentarios", "todos los derechos reservados", "derechos reservados", "iniciar sesión", "registrarse",
        "comunicado de prensa", "boletín de prensa", "nota de prensa", "boletín", "me gusta", "copiar enlace", "ver más", "buscar", "menú",
        "aviso de privacidad", "aviso legal", "política de cookies", "contenido patrocinado", "ver galería", "saltar al contenido",
        "continúa leyendo", "sigue leyendo", "para su publicación inmediata", "para publicación inmediata", "ampliar", "ampliar imagen",
    ),
    "fr": (
        "ajouter à vos sélections", "ajouter à mes favoris", "réutiliser ce contenu", "abonnés", "abonné", "faits divers", "exclusif", "info exclusive",
        "partager", "partager sur facebook", "partager sur twitter", "partager sur x", "partager sur whatsapp", "partager l'article", "partager cet article",
        "partager l’article", "partagez", "imprimer", "envoyer", "envoyer par e-mail", "enregistrer", "publicité", "annonce", "s'abonner", "s’abonner",
        "abonnez-vous", "je m'abonne", "je m’abonne", "se connecter", "suivez-nous", "écouter", "écouter l'article", "écouter l’article", "retour en haut",
        "haut de page", "retour à l'accueil", "retour à l’accueil", "accueil", "commentaires", "laisser un commentaire", "réagir", "commenter",
        "tous droits réservés", "communiqué de presse", "communiqué", "pour diffusion immédiate", "j'aime", "j’aime", "copier le lien", "aller au contenu",
        "aller au contenu principal", "voir plus", "rechercher", "menu", "mentions légales", "politique de confidentialité", "voir les commentaires",
        "article réservé aux abonnés", "réservé aux abonnés", "la suite après la publicité", "la suite après cette publicité", "agrandir", "offrir l'article",
        "lire plus tard", "offrir l’article", "l’espace des contributions est réservé aux abonnés", "ajouter à vos favoris", "newsletter",
    ),
    "de": (
        "exklusiv", "abo", "artikel merken", "artikel verschenken", "schriftgröße",
        "teilen", "auf facebook teilen", "auf twitter teilen", "artikel teilen", "per mail teilen", "per e-mail teilen", "drucken", "seite drucken",
        "merken", "speichern", "anzeige", "werbung", "abonnieren", "jetzt abonnieren", "anmelden", "einloggen", "registrieren", "folgen sie uns",
        "anhören", "artikel anhören", "vorlesen", "zur startseite", "zur übersicht", "nach oben", "zum seitenanfang", "seitenanfang", "startseite",
        "zum inhalt springen", "zum inhalt", "kommentare", "kommentar schreiben", "kommentieren", "kommentare anzeigen", "alle rechte vorbehalten",
        "pressemitteilung", "medienmitteilung", "zur sofortigen veröffentlichung", "gefällt mir", "link kopieren", "mehr anzeigen", "suche", "menü",
        "impressum", "datenschutz", "datenschutzerklärung", "agb", "feedback", "schlagzeilen", "hauptmenü", "pfeil nach links", "bild vergrößern",
        "zurück", "weiter", "empfehlen", "versenden", "per whatsapp teilen", "sie sind hier",
    ),
    "pt": (
        "exclusivo", "notícias", "ouvir o texto", "ouça o texto", "diminuir fonte", "aumentar fonte", "ler em voz alta", "salvar para ler depois",
        "compartilhar", "compartilhe", "compartilhe esta notícia", "compartilhar no facebook", "compartilhar no whatsapp", "compartilhar notícia",
        "partilhar", "imprimir", "enviar", "salvar", "publicidade", "continua após a publicidade", "continua depois da publicidade", "anúncio",
        "assine", "assine já", "siga-nos", "siga o nosso canal", "ouvir", "ouça a matéria", "ouvir notícia", "voltar ao topo", "topo", "início",
        "página inicial", "comentários", "comentar", "deixe um comentário", "deixe seu comentário", "deixe uma resposta", "todos os direitos reservados",
        "nota de imprensa", "comunicado de imprensa", "release", "curtir", "copiar link", "ver mais", "buscar", "menu", "política de privacidade",
        "ir para o conteúdo", "ir para o conteúdo principal", "pular para o conteúdo", "para divulgação imediata", "receba as notícias",
    ),
    "it": ("condividi", "stampa", "pubblicità", "commenti", "torna su"),
    "ru": (
        "эксклюзив", "читать в telegram", "читать в дзен", "заголовок открываемого материала", "размер шрифта", "общество", "новости сми2", "новости",
        "поделиться", "поделиться ссылкой", "поделитесь", "поделиться в соцсетях", "поделиться в социальных сетях", "печать", "распечатать",
        "версия для печати", "реклама", "на правах рекламы", "подписаться", "подпишитесь", "подписывайтесь", "подписывайтесь на нас",
        "подписывайтесь на наш канал", "войти", "регистрация", "слушать", "прослушать", "наверх", "вверх", "на главную", "главная", "вернуться наверх",
        "комментарии", "комментировать", "оставить комментарий", "добавить комментарий", "обсудить", "все права защищены", "пресс-релиз", "нравится",
        "скопировать ссылку", "показать ещё", "показать еще", "меню", "поиск", "к началу страницы", "перейти к содержанию", "перейти к основному содержанию",
        "читать полностью", "в закладки",
    ),
    "ar": (
        "حجم الخط", "تكبير الخط", "تصغير الخط", "استمع للمقال", "مشاركة", "شارك", "شارك الخبر", "شارك المقال", "مشاركة الخبر", "شارك على فيسبوك", "شارك على تويتر", "طباعة", "اطبع", "إعلان", "إعلانات",
        "اشترك", "اشترك الآن", "تابعنا", "تابعونا", "استمع", "استمع إلى المقال", "العودة إلى الأعلى", "عودة إلى الأعلى", "إلى الأعلى", "أعلى الصفحة", "الرئيسية",
        "تعليقات", "التعليقات", "أضف تعليقاً", "أضف تعليقا", "اترك تعليقاً", "اترك تعليقا", "اترك ردا", "جميع الحقوق محفوظة", "بيان صحفي", "للنشر الفوري",
        "نسخ الرابط", "انسخ الرابط", "المزيد", "بحث", "القائمة", "تسجيل الدخول", "سياسة الخصوصية", "حفظ", "عاجل",
    ),
    "zh": (
        "分享", "分享到", "分享至", "分享到微信", "分享到微博", "转发", "打印", "打印本页", "广告", "推广", "订阅", "关注我们", "收藏", "点赞", "评论", "发表评论",
        "我要评论", "网友评论", "返回顶部", "回到顶部", "返回首页", "首页", "登录", "注册", "版权所有", "关闭", "关闭窗口", "关闭本页", "字体", "字号", "大 中 小",
        "查看更多", "搜索", "菜单", "扫一扫", "扫码关注", "微信扫一扫", "新闻稿", "即时发布", "听新闻", "完", "举报", "免责声明", "微信", "微博", "纠错", "复制链接",
    ),
}  # fmt: skip

# Lines that begin so, when the rest of the line bears it out (short, or no full sentence of the story).
STARTS = re.compile(
    r"""
      (?:check|please\ check)\ against\ delivery | to\ (?:send|order|plant)\ (?:flowers|a\ tree)\b | to\ (?:submit|advertise|suggest)\ [^.]{2,40},\ (?:e-?mail|visit|call|write|click|go)\b | (?:watch|see)\ (?:the\ )?(?:video|gallery|photos)\b[^.]{0,60}$
    | if\ you\ (?:notice|spot|see|find|have\ found)\ (?:a|an)\ (?:typo|error|mistake) | (?:want|looking\ for)\ more\ (?:news|stories)\b | stay\ (?:up\ to\ date|informed|connected)\b[^.]{0,80}(?:with|by|our|us)\b
    | (?:send|email|e-mail)\ us\ (?:your|a)\b | (?:take\ our\ poll|take\ the\ quiz)\b[^.]{0,30}$ | enjoy(?:ing|ed)?\ (?:this|our|reading)\b | thank\ you\ for\ (?:reading|subscribing|signing)
    | this\ (?:live\ )?(?:blog|page)\ is\ (?:now\ )?clos(?:ed|ing) | (?:this\ is\ )?an?\ (?:developing|breaking)\ (?:news\ )?story\b | create\ (?:a|an|your)\ (?:free\ )?account | your\ (?:support|subscription|donation)\ (?:makes|helps)
    | (?:like|enjoyed?|love)\ (?:this|our|what)\b[^.?]{0,40}\? | did\ you\ (?:like|enjoy|find)\b[^.?]{0,40}\?
    | ¿?(?:tem|tens|tienes|tiene)\ (?:alguma?|alg[uú]na?|uma?|una?)\ (?:questão|dúvida|sugestão|informação|pergunta|dica|duda|pregunta|sugerencia|información|pista)\b | envie\ (?:um\ )?e-?mail | (?:have|got)\ (?:a\ question|questions)\b(?=.{0,110}$) | (?:contact|e-?mail)\ the\ (?:author|reporter|writer|journalist)\b
    | schreiben\ sie\ (?:uns|dem\ autor|der\ autorin|der\ redaktion)\b | (?:une\ question|une\ info)\b[^.]{0,40}\? | (?:пишите|присылайте)\ (?:нам|автору|в\ редакцию)\b
    | you\ can\ find\ this\ story\ in\b | (?:索引号|发文字号|文号|主题分类|发文机关|发布机构|公开方式|有效性|信息分类)[:：]
    | escuch(?:a|ar|e)\ (?:la\ |el\ |esta\ |este\ )?(?:nota|noticia|artículo|audio|podcast)\b[^.]{0,20}$ | écouter\ (?:cet|l['’])\ ?article\b[^.]{0,20}$ | artikel\ (?:anhören|vorlesen)\b[^.]{0,20}$ | ouvir\ (?:a\ |o\ )?(?:notícia|matéria|artigo|texto)\b[^.]{0,20}$ | (?:по)?слушать\ (?:статью|материал|новость)\b[^.]{0,20}$ | (?:استمع|الاستماع)\ (?:إلى|للمقال|للخبر)[^.]{0,20}$
    | a\ version\ of\ this\ (?:article|story)\b | this\ document\ is\ subject\ to\ copyright | is\ this\ page\ useful
    | (?:ihre|deine)\ meinung\b | ¿?(?:y\ usted|qué\ opinas?)\b[^.]{0,40}$ | (?:et\ vous|votre\ avis)\b[^.]{0,40}$
    | (?:if\ you\ (?:buy|click|purchase)|when\ you\ (?:buy|purchase))\b.{0,80}(?:commission|\bearn) | we\ may\ (?:earn|receive)\ (?:a\ |an\ )?(?:affiliate\ )?commission | why\ you\ can\ trust\ | (?:\w+\ )?this\ content\ is\ provided\ by | kindly\ share\b
    | help\ keep\ [^.]{0,40}\ informed | (?:sharing|share)\ this\ (?:article|story)
    | listen\ to\ (?:this\ )?article\b[^.]{0,20}$ | this\ (?:article|story)\ is\ more\ than\ \d+ | enter\ your\ e-?mail | allow\ \w+\ content | (?:play|watch|view|open|show)\ (?:the\ )?(?:image|video|photo|gallery|picture)s?\b[^.]{0,30}$
    | video\ unavailable | newsletter\ sign-?up | to\ continue\ reading | like\ this:$ | this\ material\ may\ not\ be | (?:republished|reproduced|used)\ with\ permission | support\ (?:local|independent)\ (?:journalism|news)
    | was\ this\ (?:article|page|story)\ (?:helpful|useful|interesting) | licensing\ and\ republishing | articles\ may\ be\ republished | (?:watch|read|listen)\ (?:on|in)\ (?:our|the)\ app\b
    | (?:receive|get)\ (?:daily|weekly|breaking|e-?mail|free)\ [^.]{0,60}(?:updates?|alerts?|news|inbox|newsletter) | (?:we\ )?want\ to\ hear\ from\ you | (?:open|image\ in)\ (?:image\ )?(?:in\ )?gallery
    | inscr[ií]bete\b | ap[úu]ntate\b | recíbela\b | crea\ tu\ cuenta | s[ée]\ el\ primero | conéctate\b | comenta\ (?:esta|este|la) | ¿?(?:quieres|te\ gustó|has\ visto\ un\ error)\b[^.]{0,80}\?
    | ¿?te\ (?:ha\ )?(?:gust|interes)\w+ | suscribir(?:se|te)\ a | s['’]abonner\ (?:à|au) | s['’]inscrire\ à | assinar\ (?:a|o)\b | подписаться\ на\b | получать\ новости\b
    | este\ contenido\ (?:es|fue)\ publicado | ¿?encontraste\ un\ error | bolet[ií]n\ (?:de\ prensa\ )?(?:n[oº°]|núm)\b | exclusivo\ para\ suscriptores | contenus?\ sponsoris | la\ suite\ (?:de\ l['’]article|de\ cet\ article|est)\b | une\ erreur\ dans | (?:cet|l['’])\ ?article\ est\ réservé
    | exklusiv\ für | zur\ merkliste | (?:jetzt\ )?newsletter\ (?:bestellen|abonnieren|anmelden) | empfohlener\ (?:externer|redaktioneller)\ inhalt | mit\ ihrem\ abo | ou[çc]a\ (?:este|esta|o|a)\b[^.]{0,30}$ | participe\ (?:do|de)\ nosso | читать\ \d+\ мин | (?:上|下)一[篇条页] | 打印本页 | 关闭(?:窗口|本页)
    | encuentra\ (?:más|todas)\ [^.]{0,60}(?:aquí|canal|sitio|google) | (?:ya\ puedes|puedes)\ (?:seguirnos|suscribirte) | (?:lee|sigue|consulta)\ (?:todas\ las|aquí\ las|las\ últimas|más)\ noticias | mantente\ (?:al\ (?:día|tanto)|informado) | para\ más\ (?:información|noticias)[^.]{0,20}(?:visita|síguenos|haz) | (?:ve|mira)\ (?:el|los)\ videos?\b[^.]{0,40}$
    | retrouvez\ (?:toute\ l|nos|notre|tous|l['’](?:actu|info)) | (?:vous\ avez\ (?:repéré|trouvé|une\ info|aimé))\b | (?:lire|voir)\ (?:tous\ )?les\ commentaires | (?:newsletter|abonnement)\s*: | (?:cet|l['’])\ ?article\ (?:est\ )?réservé | la\ rédaction\ vous\ (?:recommande|conseille|propose) | il\ vous\ reste\ \d+ | restez\ inform
    | (?:mehr|weitere|alle)\ (?:nachrichten|artikel|meldungen|themen|texte|news)\b[^.]{0,80}\b(?:newsletter|hier|app|finden\ sie|lesen\ sie|gibt\ es)\b | (?:sie\ haben\ einen?\ fehler|fehler\ gefunden|haben\ sie\ (?:einen\ fehler|fragen|hinweise)) | (?:folgen|besuchen|abonnieren)\ sie\ (?:uns|unser) | bleiben\ sie\ (?:informiert|auf\ dem) | (?:diese[nr]?|den)\ (?:artikel|beitrag|text)\ (?:teilen|drucken|merken|vorlesen) | (?:rss|newsletter)[- ]?(?:feed|abonnieren|bestellen)
    | (?:veja|assista|confira)\ (?:(?:a)?os?\ |mais\ )?(?:v[ií]deos?|mais\ not[ií]cias|outras\ not[ií]cias|mais\ assistid)\b | v[ií]deos:\s | quer\ (?:receber|saber|ler)\b[^.]{0,80} | acompanhe\ (?:o|a|nosso|nossas|as|pelo|no|tudo|todas)\b | (?:receba|ative)\ (?:as\ )?notifica | encontrou\ (?:um|algum)\ erro | viu\ algum\ erro
    | (?:если\ вы\ )?(?:заметили|обнаружили|увидели)\ (?:ошибку|опечатку|неточность) | выделите\ (?:её|ее|ошибку|фрагмент) | (?:больше|ещё\ больше|самые\ (?:важные|интересные|свежие))\ (?:новостей|новости|материал\w+)\b | читайте\ нас\b | (?:оставайтесь|будьте)\ (?:в\ курсе|с\ нами|на\ связи) | самое\ важное\b[^.]{0,40}(?:канал|телеграм|telegram) | (?:наш|наши)\ (?:канал|телеграм|сообществ)\w*
    | (?:يمكنكم|يمكنك)\ (?:متابعة|الاشتراك|متابعتنا) | لمتابعة\ (?:آخر|أحدث|المزيد) | لقراءة\ المزيد | شاركنا\ رأيك | (?:كن|ابق)\ على\ اطلاع | لمزيد\ من\ (?:الأخبار|المعلومات)
    | (?:更多|精彩)(?:内容|资讯|新闻|报道) | (?:特别)?(?:声明|提示|提醒)[:：] | (?:投稿|爆料|新闻热线|联系电话|热线)[:：] | (?:打开|下载|安装)[^。]{0,12}(?:APP|app|App|客户端) | (?:图片|文章|内容)?来源(?:于)?网络 | 未经\w{0,4}(?:授权|许可) | 本网(?:站)?(?:注明|转载|所有) | (?:一|二)审 | (?:值班|执行|实习|策划|统筹)?(?:编辑|主编|编审|审核|校对|监制|制作)\s*[:：丨|｜]
    | skip\ to\ (?:main\ )?(?:content|navigation|search)
    | share\ (?:this|on|via|to)\b[^.]{0,40}$ | tweet\ this | click\ (?:here|to\ (?:share|enlarge|play|listen|view|read))
    | view\ (?:this\ e-?mail|original\ content|in\ (?:your\ )?browser|comments|the\ full) | unsubscribe\b
    | you(?:\ are|'re|’re)\ (?:receiving|getting)\ this | you\ received\ this\ e-?mail | to\ unsubscribe | manage\ (?:your\ )?(?:subscription|preferences)
    | (?:sign\ up|subscribe|register)\ (?!(?:for|to)\ (?:the|an?)\b(?!.*(?:newsletter|e-?mail|alert|update|news|channel|podcast|magazine)))(?:for|to|here|now|today|below|and|with|at)\b | get\ (?:our|the|your)\ [^.]{0,60}(?:inbox|newsletter|e-?mail|app|stories|headlines)
    | (?:follow|like|join|find)\ us\ (?:on|at|in)\b | join\ (?:our|the|[A-Z]\S*['’]s?)\ [^.]{0,40}(?:channel|group|newsletter|whatsapp|telegram|community|conversation|forum)\b | join\ thought-provoking\ conversations
    | download\ (?:our|the)\ [^.]{0,40}app\b | (?:we|this\ (?:web)?site)\ uses?\ cookies | by\ (?:continuing|clicking|using\ this\ site|signing\ up)[^.]{0,50}(?:agree|accept|consent)
    | the\ post\ .{1,200}\ (?:first\ appeared|appeared\ first)\ on\b | this\ (?:article|story|post)\ (?:first\ |originally\ )?(?:appeared|was\ (?:first\ |originally\ )?published)\ (?:first\ )?(?:on|in|by|at)\ (?!\d)
    | the\ views?\ (?:and\ opinions\ )?expressed\b | (?:the\ )?opinions\ expressed\b | views\ expressed\ (?:in|by|here|on|are)\b
    | listen\ to\ (?:this\ (?:article|story|episode)|the\ (?:article|episode)) | (?:advertisement|advertising)\s*(?:-|–|—|·|:)
    | already\ (?:a\ subscriber|have\ an\ account|registered)\b | log\ ?in\ (?:to|or)\b | please\ (?:log\ ?in|sign\ in|enable\ javascript|subscribe|support\ us|consider\ (?:a\ donation|donating|supporting|subscribing))
    | (?:don['’]t|never)\ miss\ (?:a\ story|out|an\ update|our|the\ latest) | support\ (?:our|independent|quality)\ journalism | become\ a\ (?:member|subscriber|supporter)
    | (?:follow|find)\ [^.,]{2,40}\ on\ (?:facebook|instagram|twitter|x|youtube|threads|bluesky|tiktok|linkedin|whatsapp)\b(?=[^.]{0,80}\.?$)
    | (?:read|see|hear|get)\ (?:all\ )?(?:the\ )?latest\ [^.]{0,40}(?:news|updates|headlines)\ (?:here|on|from|at)\b | for\ more\ (?:news|stories|updates),?\ (?:visit|follow|go|see|download|click)
    | copyright\ (?:©|\(c\)|\d{4}|by\b) | ©\s*(?:copyright\b|\(c\)|(?:19|20)\d\d) | \(c\)\s*(?:copyright\b|(?:19|20)\d\d)
    | all\ rights\ reserved | reprinted\ with\ permission | our\ standards:\ | hide\ caption | toggle\ caption | image\ gallery | posting\ comments
    | \d+\ (?:thoughts?|responses?|replies|comments?)\ (?:on|to)\b | (?:last|page\ last)\ reviewed\b | page\ \d+\ of\ \d+ | reporting\ by\ our\ staff
    | news\ provided\ by\b | source\ (?:version|link)\b | view\ source\ version | distributed\ by\ | this\ (?:e-?mail|message)\ was\ sent\ to | add\ .{2,40}\ as\ a\ preferred\ source
    | comments\ (?:are|have\ been)\ (?:closed|disabled|turned\ off) | (?:have|got)\ (?:a\ (?:(?:news|confidential|story)\ )?tip|a\ story|news)\b.{0,80}(?:e-?mail|contact|tell\ us|write|\?) | do\ you\ have\ (?:a\ story|more\ information)
    | si\ est[áa]\ interesado\ en\ licenciar | suscr[ií]b(?:ete|ase)\ | s[ií]gu?enos\ (?:en|y)\b | s[ií]guenos\b | [úu]nete\ (?:a|al)\b[^.]{0,60}(?:canal|grupo|comunidad|whatsapp|telegram) | reg[ií]strate\ | recibe\ (?:las|nuestras|en\ tu|gratis)\b | descarga\ (?:la|nuestra)\ (?:app|aplicaci)
    | prohibida\ (?:su|la)\ reproducci | derechos\ reservados | haz\ cl[ií]c\ | comp[aá]rte(?:lo|la)?\ (?:en|esta|este)\b | las\ opiniones\ expresadas | el\ contenido\ de\ este
    | chaque\ (?:matin|soir|jour|semaine|vendredi|dimanche),?\ (?:recevez|retrouvez)\b | abonnez-vous | inscrivez-vous\ | suivez[- ](?:nous|toute\ l)|t[ée]l[ée]chargez\ (?:notre|l['’])\ ?app|recevez\ (?:nos|notre|les|toute|chaque|gratuitement) | rejoignez\ (?:notre|nous|la\ cha[iî]ne)
    | tous\ droits\ r[ée]serv | reproduction\ (?:interdite|même\ partielle) | les\ opinions\ exprim | d[ée]j[àa]\ abonn | cliquez\ ici | partagez\ (?:cet|l['’])
    | (?:jetzt\ )?(?:abonnieren|folgen)\ sie\b | melden\ sie\ sich\ (?:jetzt|hier|für|kostenlos|an\b) | unseren\ (?:kostenlosen\ )?newsletter | laden\ sie\ (?:die|unsere)\ app | alle\ rechte\ vorbehalten | klicken\ sie\ hier | hier\ (?:klicken|geht\ es\ zu)
    | dieser\ (?:artikel|text|beitrag)\ (?:erschien|ist\ zuerst) | sie\ (?:sind|haben)\ bereits\ (?:abonnent|ein\ abo|registriert) | nichts\ mehr\ verpassen | original-content\ von | (?:der\ |diesen\ )?artikel\ (?:zum\ |an)hören | icon:\ | lesezeit\b | lesedauer\b
    | siga\ (?:o|a|nosso|nossa|os)\ [^.]{0,50}(?:canal|perfil|instagram|twitter|whatsapp|telegram|redes|nas\ redes|no) | entre\ (?:no|em)\ (?:nosso|canal|grupo)[^.]{0,50} | receba\ (?:as|nossas|nossa|no\ seu|not[ií]cias|em)\b | baixe\ (?:o|nosso)\ app | inscreva-se\ | assine\ (?:a|o|nossa|nosso|já|e)\b | participe\ do\ (?:canal|grupo) | clique\ aqui
    | todos\ os\ direitos | proibida\ a\ reprodu | reprodu[çc][ãa]o\ proibida | as\ opini[õo]es\ expressas | continua\ (?:após|depois)\b
    | подпи(?:шитесь|сывайтесь)\b | присоединяйтесь\ | скачайте\ (?:приложение|наше) | следите\ за\ (?:нами|нашими|новостями) | все\ права\ защищены | при\ (?:использовании|перепечатке|цитировании)\ | нажмите\ | мнение\ (?:автора|редакции)\ может | поделит(?:ь|е)с[яь]\ | сообщить\ об\ (?:ошибке|опечатке) | нашли\ (?:ошибку|опечатку) | перепечатка\s
    | اشترك(?:وا)?\ (?:في|الآن|بنشرتنا) | تابع(?:نا|ونا|وا)\ (?:على|عبر|قناة|آخر) | حم[ّ]?ل\ (?:تطبيق|التطبيق) | جميع\ الحقوق\ محفوظة | حقوق\ (?:النشر|الطبع) | انضم(?:وا)?\ (?:إلى|الى) | الآراء\ الواردة | اضغط\ (?:هنا|على) | المقالات\ المنشورة\ لا\ تعبر | انقر\ (?:هنا|على) | للاشتراك\s
    | [大中小]字[号体] | 分享(?:让|给) | 字[号体][:：] | 【?字[号体] | 我要(?:纠错|评论|分享) | 版权(?:所有|归) | 未经(?:授权|许可|书面) | 扫(?:码|描|一扫) | 关注(?:我们|微信|官方|公众号) | (?:更多|最新)(?:精彩|资讯|新闻)(?:内容)?[，,请] | 转载请 | 本文仅代表 | 责任编辑 | 责编 | (?:本文)?编辑[:：] | 点击(?:下载|查看|这里|进入|关注) | 下载[^。]{0,12}客户端 | 声明[:：] | 长按 | 欢迎关注 | 阅读(?:量|次数|时间)?\s*[:：]?\s*\d | 浏览(?:量|次数)?\s*[:：]?\s*\d | 点击(?:量|数)?\s*[:：]\s*\d | 来源[^。]{0,20}责任编辑 | 分享(?:到|至)[:：]? | 举报(?:电话|邮箱) | 审核[:：] | 校对[:：] | 监制[:：]
    """,
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip

# A line without a stop that names a channel and asks the reader to come.
INVITES = re.compile(
    r"(?=.*(?:newsletter|whats\s?app|telegram|телеграм|instagram|facebook|google\s(?:news|noticias|actualités)|bolet[ií]n|inbox|rss|واتس|تلغرام|微信|公众号|客户端))"
    r"(?=.*\b(?:our|your|join|sign|subscribe|follow|get|free|weekly|daily|gratis|gratuit|kostenlos|nuestr|tu\b|s[ií]gu|suscr|[úu]nete|recib|notre|nos\b|votre|abonn|inscri|suivez|recev|rejoign|unser|ihr|folg|bestell|"
    r"anmeld|noss|seu|sig[ao]|assin|receb|particip|entre|наш|ваш|подпи|читайте|следите|присоед|اشترك|تابع|انضم|扫|关注|下载))",
    re.IGNORECASE,
)
# Whole short lines that are more than a phrase.
WHOLE = re.compile(
    r"""(?:
      \W*(?:continued|cont['’]?d\.?)\ (?:on|from|next)\b.{0,30}$ | \W*(?:please\ )?see\ [\w'’ -]{2,30},\ (?:page|p\.)?\s?[a-f]?\d{1,3}\W*$ | [\w'’ -]{2,30},\ (?:from|page)\ (?:page\ )?[a-f]?\d{1,3}$
    | \W*(?:contin[úu]a|sigue|pasa|viene|vem|suite|fortsetzung|продолжение|окончание|начало|التتمة|تتمة|البقية)\b[^.]{0,12}\b(?:p[áa]g(?:ina)?\.?|page|seite|s\.|на\ с(?:тр)?\.?|ص(?:فحة)?)\s?[a-f]?\d{1,3}\W*$ | [（(]?(?:[下上][转接]|紧接)第?\s?\w{1,4}版.{0,6}$
    | (?:role|título\ del\ autor|место\ работы|должность|rôle|fonction|الصفة|الوظيفة)\s?[,،]\s.{2,60}$
    | length\s?:\s?\d+\ words$ | section\s?:.{0,40}\b(?:pg|page|p)\b.{0,12}$ | load-date\s?:.{0,40}$ | (?:publication|document)-type\s?:.{0,40}$ | (?:body|text|story|texto|texte|текст)\s?:$ | word\ count\s?:\s?\d+$
    | \d{1,2}\+$ | [\w-]+(?:\.[\w-]+)+/\S+$ | [A-Z]{4}\d\d\ [A-Z]{4}\ \d{6}$ | (?:[A-Z]{2}[CZ]\d{3}[->\d]*-?)+\d*-?$ | /[\w.-]{12,}/$ | &&$
    | newsletter(?:\ \S+){1,2}$ | heard\ on\ [^.]{3,40}$ | \d+-minute\ listen$ | \W*\d+\s*(?:min(?:ute)?s?\.?(?:\ read)?|mins?\ read|minuten?\ lesezeit|min\.?\ de\ (?:lecture|lectura|leitura)|минут\w*(?:\ чтени\w+)?|мин\.?(?:\ чтени\w+)?|دقائق\ قراءة|分钟阅读)\W*$
    | (?:reading\ time|read\ time|estimated\ reading\ time|tiempo\ de\ lectura|tempo\ de\ leitura|temps\ de\ lecture|lecture|время\ (?:на\ )?чтени[ея]|وقت\ القراءة|مدة\ القراءة|阅读时间|阅读时长|预计阅读时间)\s*[:：]?\s*\d
    | (?:temps\ de\ lecture|время\ чтения)\b
    | \W*[\d.,]+\s*[km]?\s*(?:shares?|views?|comments?|likes?|retweets?|reads?|reactions?|replies|comentarios?|vistas|lecturas|visualizaciones|veces\ compartido|commentaires?|partages?|vues|kommentare?|aufrufe|visualizações|visualização|comentários?|curtidas|просмотр\w*|комментари\w*|مشاهدة|مشاهدات|تعليقات?|次?(?:阅读|浏览|评论|点赞))\W*$
    | (?:shares?|views?|comments?|likes?|просмотр\w*|комментари\w*|кол-во\ просмотров|vistas|visitas|lecturas|commentaires|kommentare|comentários|comentarios|visualizações|المشاهدات|عدد\ المشاهدات|مشاهدات|阅读量?|浏览量?|评论)\s*[:：(]?\s*[\d.,]+\s*[km]?\)?$
    | (?:[【\[][^】\]：:]{1,8}[】\]]\s*)+$ | pic\.twitter\.com/\S+$ | (?:https?://|www\.)\S+$ | \S+\.(?:jpe?g|png|gif|webp)$ | click\ here\b
    | \(?click\ (?:on|to)\b[^.]{0,40}\)?$
    | (?:tel|phone|fax|mob(?:ile)?|телефон|тел|tél|téléphone|tel[ée]fono|telefone|هاتف|电话)(?!\w)[.:：]*\s*[+(\d][\d\s()./-]{5,}$
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+$ | [+(]?\d[\d\s().-]{7,}\d$
    )""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
# Anywhere in a short line.
CONTAINS = re.compile(
    r"""
      (?:in|to)\ your\ inbox | en\ tu\ (?:correo|bandeja|buzón) | dans\ votre\ boîte | in\ ihr(?:em)?\ (?:e-?mail-)?postfach | (?:no|na)\ (?:seu\ e-?mail|sua\ caixa) | на\ вашу\ (?:электронную\ )?почту | إلى\ بريدك
    | all\ rights\ reserved | todos\ los\ derechos\ reservados | tous\ droits\ r[ée]serv[ée]s | alle\ rechte\ vorbehalten
    | todos\ os\ direitos\ reservados | все\ права\ защищены | جميع\ الحقوق\ محفوظة | 版权所有 | unsubscribe\b.*\| | \|\s*(?:unsubscribe|privacy\ policy)
    | file-\d+\.(?:jpe?g|png) | \bnewsletter\b.*\bsign\ up\ here\.?$ | @[\w.]+\ (?:on|auf|en|sur|no|в)\ (?:twitter|instagram|x|threads)$
    | (?:^|\s)(?:facebook|twitter|whatsapp|linkedin|telegram|e-?mail|print|pinterest)(?:[\s|,/·•]+(?:facebook|twitter|whatsapp|linkedin|telegram|e-?mail|print|pinterest|copy\ link|x|share|vk|vkontakte|messenger|correo|imprimir))+$
    """,
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip

BREADCRUMB = re.compile(
    r"^(?:[^|.!?:]{2,24}\s\|\s){2,5}[^|.!?:]{2,24}$|^[^.!?]{1,40}(?:\s*(?:>|»|›|→|»|/)\s*[^.!?>»›→/]{1,60}){1,6}$"
)
# The end mark of a release or a wire story.
END_MARK = re.compile(
    r"^\W*(?:#\s*#(?:\s*#)*|-+\s*(?:30|ends?|ende|fin|fim|конец|النهاية|انتهى|o+)\s*-+|--?o+0o+--?|\$\$+|(?:ends?|enditem|ende|fin|fim|конец)[.!]?|完|انتهى)\W*$|^#{2,}$",
    re.IGNORECASE,
)
BREAK = re.compile(r"^(?:[-–—_*=~•·.,;:<>|+◆◇■□★☆※…⁂#]\s*)+$|^<(?:[-–—.…]|\.\.\.)*>$|^[(\[](?:\.{3}|…)[)\]]$")
