"""Lead words and set phrases by language: what a furniture line says of itself."""
# ruff: noqa: E501 - patterns and tables read better unbroken

Words = tuple[str, ...]

BYLINE: dict[str, Words] = {
    "en": ("byline", "posted by", "published by", "report", "reporter", "reporting by", "from our correspondent", "by", "words",
           "words by", "written by", "story by", "text by", "reported by", "report by", "author", "text and photos by",
           "text and photographs by", "words and pictures by", "words and photos by", "story and photos by",
           "text and pictures by", "now", "as told to", "interview by", "analysis by", "compiled by", "opinion by",
           "review by", "interview"),
    "es": ("de nuestro corresponsal", "de nuestra corresponsal", "reportera", "reportero", "redacción", "redactora",
           "redactor", "por", "texto", "texto de", "texto y fotos", "texto y fotos de", "escrito por", "autor", "autora",
           "redactado por", "una entrevista de", "un análisis de", "crónica de"),
    "fr": ("par", "texte", "texte et photos", "auteur", "autrice", "propos recueillis par", "écrit par", "une chronique de",
           "de notre correspondant", "de notre correspondante", "de notre envoyé spécial", "de notre envoyée spéciale",
           "un reportage de", "une enquête de", "entretien", "un entretien par", "récit par", "analyse par", "publié par", "rédigé par"),
    "de": ("von unserer redakteurin", "von unserem redakteur", "von unserem korrespondenten", "von unserer korrespondentin",
           "von unserem mitarbeiter", "von unserer mitarbeiterin", "von", "text", "text von", "text und fotos",
           "text und fotos von", "text und bilder", "autor", "autorin", "autoren", "ein bericht von", "ein kommentar von",
           "eine analyse von", "eine kolumne von", "ein gastbeitrag von", "ein interview von", "interview von",
           "geschrieben von", "kommentar von", "eine reportage von", "protokoll", "aufgezeichnet von"),
    "pt": ("por", "texto", "texto de", "texto e fotos", "escrito por", "autor", "autora", "reportagem de", "reportagem",
           "entrevista de", "entrevista"),
    "it": ("di", "testo di"),
    "ru": ("автор", "авторы", "текст", "автор текста", "корреспондент", "записал", "записала", "подготовил", "подготовила",
           "беседовал", "беседовала", "текст и фото", "автор статьи"),
    "ar": ("الكاتب", "الكاتبة", "كتب", "كتبت", "بقلم", "إعداد", "المحرر", "المصدر والكاتب", "حوار", "تقرير", "حاوره",
           "حاورته", "أجرى الحوار", "كتب المقال", "بقلم الكاتب"),
    "zh": ("作者", "记者", "文", "撰文", "撰稿", "本报记者", "新华社记者", "通讯员", "文字", "采写", "报道", "见习记者", "特约记者"),
}  # fmt: skip
# These begin ordinary sentences or labels of other kinds, so they need a colon to lead a byline.
BYLINE_NEEDS_COLON = frozenset(
    (
        "byline|now|interview|entretien|entrevista|protokoll|report|reporter|reportera|reportero|redacción|redactora|redactor|words|text|texto|texte|author|autor|autora|autoren|auteur|autrice|текст|корреспондент|testo|di|reportagem|"
        "texto y fotos|texto e fotos|texte et photos|text und fotos|text und bilder|автор статьи|текст и фото|الكاتب|الكاتبة|كتب|إعداد|المحرر|حوار|تقرير|作者|文|撰文|撰稿|文字|"
        "采写|报道"
    ).split("|")
)

PUBLISHED: dict[str, Words] = {
    "en": ("first published on", "first published at", "first published", "originally published on",
           "originally published", "published on", "published at", "published", "posted on", "posted at", "posted",
           "publication date", "release date", "date published", "date", "issued on", "issued", "released on",
           "released", "created", "added", "creado", "creado el", "print edition"),
    "es": ("publicado el", "publicado", "publicada el", "fecha de publicación", "fecha", "publicación"),
    "fr": ("publié le", "publié", "publiée le", "date de publication", "mis en ligne le", "paru le", "le"),
    "de": ("veröffentlicht am", "veröffentlicht", "erschienen am", "erstellt am", "datum", "stand", "vom", "am"),
    "pt": ("publicado em", "publicada em", "publicado", "data de publicação", "postado em", "data", "em"),
    "it": ("pubblicato il", "pubblicato"),
    "ru": ("опубликовано", "дата публикации", "дата", "размещено"),
    "ar": ("نشر في", "نُشر في", "نشرت في", "تاريخ النشر", "نشر بتاريخ", "التاريخ", "نشر"),
    "zh": ("发布时间", "发布于", "发布日期", "发表于", "发表时间", "发文日期", "成文日期", "发稿时间", "日期", "时间"),
}  # fmt: skip
UPDATED: dict[str, Words] = {
    "en": ("last updated on", "last updated at", "last updated", "updated on", "updated at", "updated",
           "last modified", "modified", "last reviewed", "revised"),
    "es": ("actualizado el", "actualizada el", "actualizado", "última actualización", "actualización"),
    "fr": ("mis à jour le", "mise à jour le", "mis à jour", "mise à jour", "modifié le", "actualisé le"),
    "de": ("aktualisiert am", "aktualisiert", "zuletzt aktualisiert", "letzte aktualisierung", "geändert am"),
    "pt": ("atualizado em", "atualizada em", "atualizado", "atualizada", "última atualização", "atualização", "modificado em"),
    "it": ("aggiornato il", "aggiornato"),
    "ru": ("обновлено", "дата обновления", "изменено"),
    "ar": ("آخر تحديث", "تم التحديث", "تحديث", "حدّث في", "حُدّث في"),
    "zh": ("更新时间", "更新于", "最后更新", "更新"),
}  # fmt: skip

READ_MORE: dict[str, Words] = {
    "en": ("read", "must read", "must-read", "also see", "read this", "read the story", "full story", "related link",
           "related links", "related reading", "related video", "more coverage", "further information", "see related",
           "read more", "read also", "also read", "read next", "also on rt.com", "also on", "see more", "read on", "more",
           "read the full article", "learn more", "don’t miss", "you may also be interested in", "other stories",
           "more in this section", "similar stories", "related", "related story", "related stories", "related articles",
           "related article", "related news", "related content", "related coverage", "see also", "more on this story",
           "more on this", "more on this topic", "you may like", "you may also like", "you might also like",
           "you might like", "recommended", "recommended reading", "recommended stories", "further reading",
           "further coverage", "more stories", "more from", "more like this", "don't miss", "watch also", "watch",
           "more news", "in case you missed it", "keep reading", "up next", "read the full story", "earlier", "previously",
           "background"),
    "es": ("más", "más noticias", "seguir leyendo", "no te pierdas", "no se pierda", "lee aquí", "lea aquí", "además", "podría interesarte", "podría interesarle",
           "puede interesarte", "nota relacionada", "noticia relacionada", "lee la nota", "lea más", "lee completo",
           "te puede gustar", "sigue leyendo", "lee además", "consulta también", "vea también", "ve también", "entérate",
           "checa", "lee también", "lea también", "leer también", "te recomendamos", "te puede interesar",
           "también te puede interesar", "le puede interesar", "puede interesarle", "leer más", "lee más",
           "más información", "más sobre este tema", "relacionado", "relacionadas", "noticias relacionadas",
           "notas relacionadas", "artículos relacionados", "te sugerimos", "además lee", "mira también", "ver también",
           "también lee", "también lea"),
    "fr": ("plus", "plus d'articles", "plus d’articles", "a lire aussi", "a lire également", "lire", "a lire", "notre article", "retrouvez aussi", "lire notre article",
           "lire l’article", "lire l'article", "voir également", "a voir aussi", "lire plus", "plus d’infos",
           "sur le même thème", "lire aussi", "à lire aussi", "à lire également", "lire également", "lire la suite", "lire le reportage", "lire l’enquête", "lire le récit", "lire l’analyse", "lire l’entretien",
           "sur le même sujet", "voir aussi", "à lire", "à voir aussi", "articles liés", "pour aller plus loin",
           "en savoir plus", "à découvrir"),
    "de": ("mehr", "mehr nachrichten", "lesen sie hier", "lesen sie dazu", "lesen sie weiter", "mehr zu diesem thema", "zum thema", "mehr über",
           "lesen sie außerdem", "lesetipp", "mehr infos", "auch lesenswert", "lesen sie auch hier",
           "mehr artikel zum thema", "hintergrund", "mehr zum thema", "lesen sie auch", "lesen sie mehr", "lies auch",
           "auch interessant", "das könnte sie auch interessieren", "das könnte sie interessieren", "mehr dazu",
           "weiterlesen", "siehe auch", "weitere artikel", "weitere themen", "passend dazu", "mehr lesen", "mehr aus"),
    "pt": ("mais", "ler também", "confira", "leia", "veja", "entenda", "ler mais", "veja aqui", "leia aqui", "não perca",
           "assista também", "mais notícias", "pode interessar", "pode também interessar", "relacionado",
           "leia a matéria completa", "leia também", "leia mais", "veja também", "saiba mais", "confira também",
           "veja mais", "relacionadas", "notícias relacionadas", "você pode gostar", "leia ainda"),
    "it": ("leggi anche", "per approfondire"),
    "ru": ("ещё", "еще", "ранее", "материал по теме", "читайте нас", "читайте далее", "еще новости", "также читайте", "см. также",
           "похожие материалы", "похожие новости", "связанные новости", "другие новости", "новости по теме", "читайте",
           "читайте также", "читать также", "по теме", "читайте ещё", "читайте еще", "материалы по теме", "смотрите также",
           "подробнее", "вам может быть интересно", "рекомендуем", "ещё по теме", "еще по теме", "читать далее"),
    "ar": ("المزيد", "مزيد من الأخبار", "اقرأ ايضا", "اقرأ ايضاً", "أقرأ أيضا", "إقرأ ايضا", "طالع أيضا", "طالع أيضًا", "موضوعات ذات صلة",
           "موضوعات متعلقة", "مواضيع متعلقة", "أخبار متعلقة", "اقرأوا أيضاً", "اقرؤوا أيضا", "شاهد أيضًا", "تابع أيضا",
           "قد يهمك أيضا", "قد يهمك", "قد يعجبك أيضا", "ذات صلة", "لمزيد من التفاصيل", "اقرأ أيضاً", "اقرأ أيضا",
           "اقرأ أيضًا", "إقرأ أيضاً", "إقرأ أيضا", "إقرأ أيضًا", "اقرأ المزيد", "شاهد أيضاً", "شاهد أيضا",
           "مواضيع ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة", "اقرؤوا أيضاً", "طالع أيضاً", "للمزيد"),
    "zh": ("更多", "另见", "相关推荐", "猜你喜欢", "更多新闻", "更多报道", "往期回顾", "推荐", "相关内容", "你可能感兴趣", "参见", "延伸阅读", "相关阅读", "相关新闻", "相关报道",
           "推荐阅读", "更多阅读", "阅读更多", "相关文章", "相关链接", "另请阅读"),
}  # fmt: skip
# These are read-more labels only with a colon behind them or as a label of several titles.
READ_MORE_NEEDS_COLON = frozenset((
    "más", "plus", "mehr", "mais", "ещё", "еще", "المزيد", "更多", "a lire", "además", "also on", "background", "checa", "confira", "earlier", "entenda", "entérate", "full story",
    "further coverage", "hintergrund", "learn more", "leia", "lire", "mais sobre", "mehr aus", "mehr dazu",
    "mehr über", "more", "more from", "previously", "read", "read on", "recommended", "relacionadas", "relacionado",
    "related", "see more", "veja", "watch", "zum thema", "à découvrir", "à lire", "подробнее", "ранее",
    "рекомендуем", "читайте", "ذات صلة", "参见", "推荐",
))  # fmt: skip

KEYWORDS: dict[str, Words] = {
    "en": ("tags", "tagged", "tagged with", "tagged as", "tagged in", "keywords", "key words", "topics", "topic",
           "related topics", "filed under", "filed in", "categories", "category", "posted in", "labels", "subjects",
           "more on these topics", "explore more on these topics", "explore topics", "in this article",
           "mentioned in this article"),
    "es": ("etiquetas", "tags relacionados", "temas", "temas relacionados", "palabras clave", "archivado en", "categorías", "tópicos",
           "más sobre"),
    "fr": ("mots-clés", "mots clés", "thèmes", "thématiques", "sujets", "étiquettes", "catégories", "tags associés"),
    "de": ("schlagwörter", "schlagworte", "themen", "stichwörter", "stichworte", "mehr zu den themen", "mehr lesen über", "verwandte themen", "themen in diesem artikel"),
    "pt": ("etiquetas", "palavras-chave", "tópicos", "assuntos", "temas", "marcadores", "editorias", "mais sobre", "tudo o que sabemos sobre"),
    "ru": ("теги", "тэги", "ключевые слова", "темы", "метки", "рубрики", "рубрика"),
    "ar": ("تاغ", "تاج", "كلمات دالة", "كلمات دلالية", "الكلمات الدلالية", "الكلمات المفتاحية", "كلمات مفتاحية", "وسوم",
           "الوسوم", "مواضيع", "تاغات", "العلامات"),
    "zh": ("关键词", "关键字", "标签", "话题", "主题词"),
}  # fmt: skip

SOURCE: dict[str, Words] = {
    "en": ("source", "sources", "via", "provided by", "originally appeared in"),
    "es": ("fuente", "con información de", "agencia"),
    "fr": ("source", "sources", "avec"),
    "de": ("quelle", "quellen"),
    "pt": ("fonte", "com informações de", "com informações da"),
    "it": ("fonte",),
    "ru": ("источник",),
    "ar": ("المصدر", "المصادر"),
    "zh": ("来源", "稿源", "消息来源", "信息来源"),
}

CREDIT: dict[str, Words] = {
    "en": ("photo", "photos", "photo by", "photos by", "photo credit", "photograph", "photographs", "photograph by",
           "picture", "pictures", "picture by", "image", "images", "image credit", "image by", "image courtesy of",
           "credit", "photo courtesy of", "photo courtesy", "courtesy of", "courtesy", "illustration", "illustration by",
           "photography", "photography by", "pic", "graphic", "handout", "photo provided by", "photo from", "picture credit"),
    "es": ("foto", "fotos", "fotografía", "fotografías", "imagen", "crédito", "créditos", "foto de", "foto cortesía", "foto por", "autor de la foto", "fuente de la foto"),
    "fr": ("photo", "photos", "crédit photo", "crédits photo", "crédit", "photographie", "image", "cliché", "illustration"),
    "de": ("foto", "fotos", "bild", "bilder", "bildquelle", "symbolbild", "archivbild", "archivfoto", "symbolfoto", "grafik", "bildrechte", "bildnachweis", "fotograf", "fotografin"),
    "pt": ("foto", "fotos", "imagem", "crédito", "créditos", "fotografia", "foto de", "arte"),
    "it": ("foto", "immagine"),
    "ru": ("источник фото", "автор фото", "фотограф", "фото", "фотография", "снимок", "изображение", "иллюстрация"),
    "ar": ("صورة", "الصورة", "تصوير", "المصور", "عدسة"),
    "zh": ("摄影", "图片来源", "图", "供图", "图源", "摄", "图片", "照片"),
}  # fmt: skip

CAPTION: dict[str, Words] = {
    "en": (
        "image caption",
        "caption",
        "file photo",
        "pictured",
        "above",
        "file image",
        "file picture",
        "pictured above",
    ),
    "es": ("foto de archivo", "imagen de archivo", "pie de foto", "pie de imagen", "en la imagen", "en la foto"),
    "fr": (
        "photo d'archives",
        "photo d’archives",
        "légende",
        "légende image",
        "légende photo",
        "image d'illustration",
        "image d’illustration",
    ),
    "de": ("bildunterschrift", "archivbild", "symbolbild"),
    "pt": (
        "foto de arquivo",
        "imagem de arquivo",
        "legenda",
        "legenda da foto",
        "legenda da imagem",
        "na foto",
        "na imagem",
    ),
    "ru": ("подпись к фото", "архивное фото", "на фото", "на снимке"),
    "ar": ("التعليق على الصورة", "صورة أرشيفية", "صورة من الأرشيف", "تعليق الصورة"),
    "zh": ("图像加注文字", "资料图", "资料图片", "图为", "图说", "图片说明"),
}

NOTE: dict[str, Words] = {
    "en": ("correction", "corrections", "clarification", "editor's note", "editor’s note", "editors' note", "editors’ note",
           "editor note", "note to readers", "update", "updates", "note", "author's note", "author’s note", "disclosure",
           "disclaimer", "updates with", "updates to", "corrects", "corrects to", "refiles to", "adds", "recasts"),
    "es": ("corrección", "fe de erratas", "fe de errores", "aclaración", "nota del editor", "nota de la redacción",
           "nota de redacción", "actualización"),
    "fr": ("correction", "rectificatif", "erratum", "précision", "note de la rédaction", "mise à jour", "ndlr"),
    "de": ("korrektur", "berichtigung", "anmerkung der redaktion", "hinweis der redaktion", "update", "redaktioneller hinweis",
           "hinweis", "transparenzhinweis"),
    "pt": ("correção", "errata", "nota da redação", "nota do editor", "atualização", "esclarecimento"),
    "ru": ("исправление", "уточнение", "от редакции", "примечание редакции", "поправка", "обновление"),
    "ar": ("تصحيح", "تصويب", "ملاحظة المحرر", "ملاحظة", "توضيح"),
    "zh": ("更正", "编者按", "编者注", "勘误", "说明"),
}  # fmt: skip
# A line that begins with one of these is body unless it is about the text itself.

NOTE_SECTION: dict[str, Words] = {
    "en": ("notes to editors", "notes to editor", "note to editors", "notes for editors", "references",
           "forward-looking statements", "forward looking statements", "cautionary statement", "safe harbor statement",
           "cautionary note regarding forward-looking statements", "footnotes", "endnotes", "notes", "sources",
           "about the author", "about the authors", "end notes",
           "non-gaap financial measures"),
    "es": ("sobre el autor", "sobre la autora", "notas", "referencias", "notas para editores", "notas para los editores"),
    "fr": ("à propos de l'auteur", "à propos de l’auteur", "notes", "références", "notes aux rédacteurs"),
    "de": ("über den autor", "über die autorin", "anmerkungen", "hinweise für redaktionen", "quellen"),
    "pt": ("sobre o autor", "sobre a autora", "notas", "referências", "notas aos editores"),
    "ru": ("об авторе", "примечания", "справка для редакторов"),
    "ar": ("ملاحظات للمحررين", "عن الكاتب", "المراجع"),
    "zh": ("注释", "参考文献", "关于作者"),
}  # fmt: skip
ABOUT: Words = ("about", "about us", "sobre", "acerca de", "à propos de", "à propos d'", "à propos d’", "über", "о компании",
    "об организации", "о фонде", "о проекте", "à propos des", "acerca del", "sobre los", "sobre las", "sobre os", "sobre as", "حول", "عن", "نبذة عن", "关于", "quem somos", "sobre a", "sobre o", "über die",
    "über das", "über den", "à propos du", "à propos", "qui sommes-nous", "о группе")  # fmt: skip

CONTACT: dict[str, Words] = {
    "en": ("contact", "contacts", "media contact", "media contacts", "press contact", "press contacts", "media inquiries",
           "media enquiries", "press enquiries", "press inquiries", "media", "media relations", "investor relations",
           "investor contact", "investors", "for further information", "for more information", "for more information contact",
           "for further information contact", "for media inquiries", "contact information", "news media contact",
           "press office", "public affairs", "contact us", "company contact information", "contact info", "for media enquiries", "for further information, please contact",
           "for more information, please contact", "for more information, contact", "for further information, contact",
           "for media inquiries, contact", "enquiries", "inquiries", "company contact"),
    "es": ("contacto", "contactos", "contacto de prensa", "contacto para medios", "contacto para prensa", "contacto de medios",
           "para más información", "oficina de prensa", "prensa"),
    "fr": ("contact", "contacts", "contact presse", "contacts presse", "contact médias", "relations presse", "service de presse",
           "pour plus d'informations", "pour plus d’informations"),
    "de": ("kontakt", "pressekontakt", "ansprechpartner", "ansprechpartnerin", "pressestelle", "kontakt für medien",
           "medienkontakt", "rückfragen", "für rückfragen", "rückfragen bitte an", "rückfragehinweis", "rückfragen von medienvertretern bitte an"),
    "pt": ("contato", "contatos", "contacto", "contato para imprensa", "assessoria de imprensa", "contacto de imprensa",
           "mais informações", "imprensa"),
    "ru": ("контакты", "контакты для сми", "контакт", "пресс-служба", "контакты для прессы", "для сми"),
    "ar": ("للتواصل", "للاستفسار", "جهة الاتصال", "للتواصل الإعلامي", "التواصل الإعلامي", "للمزيد من المعلومات"),
    "zh": ("联系人", "媒体联系", "联系方式", "媒体联系人", "联系我们", "新闻联系人"),
}  # fmt: skip

MOST_READ: dict[str, Words] = {
    "en": ("most read", "most popular", "most viewed", "popular now", "trending", "trending now", "top stories", "popular stories",
           "editor's picks", "editor’s picks", "editors' picks", "editors’ picks", "must read", "most shared", "popular",
           "latest news", "latest stories", "most read stories", "most commented", "what to read next", "today's top stories",
           "most watched", "our picks", "sponsored content", "sponsored", "from our partners", "promoted stories",
           "around the web", "more headlines", "latest headlines", "top headlines"),
    "es": ("lo más leído", "más leídas", "las más leídas", "lo más visto", "más leído", "lo más popular", "últimas noticias",
           "tendencias", "las más vistas", "más leídos", "contenido patrocinado", "lo último"),
    "fr": ("les plus lus", "le plus lu", "articles les plus lus", "les plus lues", "à la une", "tendances", "les plus consultés",
           "contenu sponsorisé", "les plus partagés"),
    "de": ("meistgelesen", "dieses thema im programm", "meistgelesene artikel", "meist gelesen", "am meisten gelesen", "beliebteste artikel",
           "top-themen", "empfehlungen der redaktion", "aktuelle nachrichten"),
    "pt": ("mais lidas", "as mais lidas", "mais lidos", "últimas notícias", "em alta", "mais vistas", "conteúdo patrocinado"),
    "it": ("i più letti", "più letti"),
    "ru": ("самое читаемое", "популярное", "главное сегодня", "самое популярное", "читаемое", "новости партнёров",
           "новости партнеров", "последние новости", "главные новости", "лента новостей"),
    "ar": ("الأكثر قراءة", "الأكثر قراءةً", "الأكثر مشاهدة", "الأكثر تداولاً", "آخر الأخبار", "الأكثر شعبية", "الأكثر تداولا"),
    "zh": ("热门新闻", "热门文章", "点击排行", "阅读排行", "热点新闻", "最新新闻", "热门推荐", "今日热点", "排行榜"),
}  # fmt: skip
