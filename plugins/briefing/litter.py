"""What editors and systems leave beside the files of a person: no seeds, no stories, no pictures."""

import re
from fnmatch import translate

SILENT = (".*", "*~", "#*#", "~$*", "4913", "Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", "__MACOSX")
"""Hidden files and what editors and systems make while they work, which every tool passes over without a word."""
KEPT = (*"*.bak *.orig *.rej *.old *.save *.tmp *.temp *.sw[op] *.part *.crdownload *.lock".split(),)
"""Former and unfinished files: it is said once that they were not read, for somebody may miss one."""
PASSED = re.compile("|".join(map(translate, SILENT)))
NAMED = re.compile("|".join(map(translate, KEPT)), re.IGNORECASE)


def is_silent(name: str) -> bool:
    return bool(PASSED.match(name))


def is_kept(name: str) -> bool:
    return bool(NAMED.match(name))
