"""Names of the sections of a paper, which stand above headlines and under them."""
# ruff: noqa: E501 - tables read better unbroken

_WORDS = frozenset(
    """news local national world international business economy economics markets money finance politics government society culture arts
    entertainment sports sport football science technology tech health education environment climate travel lifestyle life food opinion
    editorial letters community crime courts police weather obituaries obituary features analysis commentary column columns reviews
    interview interviews magazine metro region regional city europe asia africa americas
    noticias nacional nacionales internacional mundo economía política sociedad cultura deportes ciencia tecnología salud educación opinión
    columna columnas estados metrópoli ciudad ciudades regiones justicia policía seguridad entrevista reportaje espectáculos locales
    actualités actualité société politique économie monde sciences santé environnement tribune région régions éducation idées débats france
    nachrichten politik wirtschaft gesellschaft kultur wissen wissenschaft panorama lokales lokal meinung kommentar ausland inland feuilleton
    gesundheit vermischtes blaulicht notícias brasil economia cidades cotidiano esportes esporte ciência saúde educação opinião geral polícia
    новости общество политика экономика мир культура спорт наука здоровье мнение мнения происшествия регионы интервью репортаж
    أخبار سياسة اقتصاد ثقافة رياضة مجتمع علوم صحة رأي مقالات منوعات محليات عربي دولي تقارير
    新闻 要闻 社会 国内 国际 财经 经济 文化 体育 科技 教育 健康 时政 评论 观点 地方 民生 生活 娱乐""".split()
)
_BETWEEN = frozenset(("&", "and", "y", "et", "und", "e", "и", "و", "/", "|", "·", "-", "·"))


def is_section(text: str) -> bool:
    """One to four words of which each names a section or joins two."""
    words = text.casefold().strip(" :：.").replace("/", " / ").split()
    named = [word for word in words if word not in _BETWEEN]
    return 0 < len(named) <= 3 and len(words) <= 5 and all(word in _WORDS for word in named)
