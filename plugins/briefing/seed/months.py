"""Names of months, days and clock words in the languages that seeds come in."""
# ruff: noqa: E501 - patterns and tables read better unbroken

_MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
           "september sept sep", "october oct", "november nov", "december dec"),
    "es": ("enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago", "septiembre setiembre set",
           "octubre", "noviembre", "diciembre dic"),
    "fr": ("janvier janv", "février fevrier févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
           "septembre", "octobre", "novembre", "décembre decembre déc"),
    "de": ("januar jänner jän", "februar", "märz mär mrz", "april", "mai", "juni", "juli", "august", "september", "oktober okt",
           "november", "dezember dez"),
    "pt": ("janeiro", "fevereiro fev", "março", "abril", "maio mai", "junho", "julho", "agosto", "setembro", "outubro out",
           "novembro", "dezembro"),
    "it": ("gennaio gen", "febbraio", "marzo", "aprile", "maggio mag", "giugno giu", "luglio lug", "agosto", "settembre",
           "ottobre ott", "novembre", "dicembre"),
    "ru": ("января январь янв", "февраля февраль фев", "марта март мар", "апреля апрель апр", "мая май", "июня июнь июн",
           "июля июль июл", "августа август авг", "сентября сентябрь сент сен", "октября октябрь окт", "ноября ноябрь нояб ноя",
           "декабря декабрь дек"),
    "ar": ("يناير جانفي", "فبراير شباط فيفري", "مارس آذار اذار", "أبريل ابريل إبريل نيسان أفريل", "مايو أيار ايار ماي",
           "يونيو حزيران جوان يونيه", "يوليو تموز جويلية يوليه", "أغسطس اغسطس آب اب أوت", "سبتمبر أيلول ايلول",
           "أكتوبر اكتوبر", "نوفمبر", "ديسمبر"),
}  # fmt: skip

MONTHS: dict[str, int] = {
    name: number for table in _MONTHS.values() for number, names in enumerate(table, 1) for name in names.split()
}
# Levantine month names of two words.
MONTHS |= {
    "كانون الثاني": 1,
    "تشرين الأول": 10,
    "تشرين الثاني": 11,
    "كانون الأول": 12,
    "تشرين الاول": 10,
    "كانون الاول": 12,
}

_WEEKDAYS: tuple[str, ...] = (
    "monday mon lunes lun lundi montag mo segunda-feira segunda lunedì понедельник пн الاثنين الإثنين 星期一 周一",
    "tuesday tues tue martes mar mardi dienstag di terça-feira terça martedì вторник вт الثلاثاء 星期二 周二",
    "wednesday wed miércoles miércoles mié mercredi mer mittwoch mi quarta-feira quarta mercoledì среда ср الأربعاء الاربعاء 星期三 周三",
    "thursday thurs thur thu jueves jue jeudi jeu donnerstag do quinta-feira quinta giovedì четверг чт الخميس 星期四 周四",
    "friday fri viernes vie vendredi ven freitag fr sexta-feira sexta venerdì пятница пт الجمعة 星期五 周五",
    "saturday sat sábado sáb samedi sam samstag sonnabend sa sabato суббота сб السبت 星期六 周六",
    "sunday sun domingo dom dimanche dim sonntag so domenica воскресенье вс الأحد الاحد 星期日 周日 星期天",
)
WEEKDAYS: dict[str, int] = {name: day for day, names in enumerate(_WEEKDAYS) for name in names.split()}

CLOCK_WORDS = (
    "gmt utc z est edt cst cdt mst mdt pst pdt et ct pt bst cet cest msk ist aest jst eat wat sast hkt sgt uhr hrs hs h hours "
    "hora horas heures heure local time at on à às as a las the um om in of le el em de del am kl в в. at. г г. года year "
    "msk мск بتوقيت غرينتش الساعة القدس مكة المكرمة ص م صباحا مساء صباحاً مساءً 北京时间 最后 noon midnight a.m p.m pm"
).split()

RELATIVE = (
    r"(?:about\s+|over\s+)?(?:an?|\d+|one|two|three)\s*(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|h|m|d|days?|weeks?|months?|years?)"
    r"(?:[\s,]+\d+\s*(?:min(?:ute)?s?|m))?\s+ago|just\s+now|yesterday|today|"
    r"hace\s+(?:una?|\d+)\s+(?:segundos?|minutos?|horas?|días?|semanas?|meses|mes|años?)|ayer|hoy|"
    r"il\s+y\s+a\s+(?:une?|\d+)\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)|hier|aujourd['’]hui|"
    r"vor\s+(?:eine[mr]|\d+)\s+(?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|gestern|heute|"
    r"há\s+(?:uma?|\d+)\s+(?:segundos?|minutos?|horas?|dias?|semanas?|mês|meses|anos?)|ontem|hoje|"
    r"(?:\d+\s+)?(?:секунд\w*|минут\w*|час\w*|дн\w+|день|недел\w+|месяц\w*)\s+назад|вчера|сегодня|"
    r"(?:منذ|قبل)\s+(?:\d+\s+)?\w+(?:\s+واحدة?)?|أمس|اليوم|"
    r"\d+\s*(?:秒|分钟|小时|天|周|个月)前|昨天|今天|刚刚"
)
