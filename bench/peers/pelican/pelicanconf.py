"""The same site for Pelican as it comes, with the kept plugins for related stories and neighbours."""

SITENAME = "The Valdoro Briefing"
SITESUBTITLE = "Energy, industry and trade, a story at a time"
SITEURL = "https://briefing.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%B %-d, %Y"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "."
THEME_STATIC_PATHS = ["static"]
ARTICLE_PATHS = ["briefings"]
STATIC_PATHS: list[str] = []
PLUGINS = ["pelican.plugins.related_posts", "pelican.plugins.neighbors"]
RELATED_POSTS_MAX = 5

ARTICLE_URL = ARTICLE_SAVE_AS = "briefings/{slug}.html"
TAG_URL = TAG_SAVE_AS = "tags/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "sections/{slug}.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = ""
DAY_ARCHIVE_URL = DAY_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/index.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
DIRECT_TEMPLATES = ["index", "tags", "archives", "404", "sitemap", "robots"]
SITEMAP_SAVE_AS = "sitemap.xml"
ROBOTS_SAVE_AS = "robots.txt"
DEFAULT_PAGINATION = 60
PAGINATED_TEMPLATES = {"tag": None, "category": None}

FEED_ALL_RSS = "feeds/all.rss.xml"
CATEGORY_FEED_RSS = "feeds/section-{slug}.rss.xml"
TAG_FEED_RSS = "feeds/tag-{slug}.rss.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
RSS_FEED_SUMMARY_ONLY = False
FEED_MAX_ITEMS = 50
