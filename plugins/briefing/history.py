"""What a new version of a story changed, told in a line and dated."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from difflib import SequenceMatcher
from pathlib import Path

from briefing.article import Article
from briefing.drafts import Draft
from briefing.files import file_time
from briefing.front_matter import Moment
from briefing.versions import day_of

WORDS = {
    "title": "headline",
    "summary": "summary",
    "authors": "byline",
    "date": "date",
    "place": "place",
    "source": "source",
    "lang": "language",
    "category": "section",
    "keywords": "keywords",
    "image": "picture",
    "images": "pictures",
    "read_more": "further reading",
    "follows": "earlier story",
    "notes": "notes",
}


def describe_change(old: Article, new: Article) -> str:
    """Say in a line what a new version changed; nothing where a reader would see no difference."""
    told = [word for key, word in WORDS.items() if getattr(old, key) != getattr(new, key)]
    before, after = (article.body.strip("\n").split("\n\n") for article in (old, new))
    changed = added = removed = 0
    for kind, start, end, since, until in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            both = min(end - start, until - since)
            changed, added, removed = changed + both, added + until - since - both, removed + end - start - both
    counts = [(changed, "changed"), (added, "added"), (removed, "removed")]
    told += [f"{number} {'paragraph' if number == 1 else 'paragraphs'} {verb}" for number, verb in counts if number]
    return ", ".join(told)


def record_change(former: Article, article: Article, new: Article, draft: Draft, seed: Path) -> Article:
    """Keep in the article when it was changed, and in a line what; nothing where no reader would see a change."""
    change = describe_change(former, new)
    if not change:
        return replace(new, modified=new.modified or former.modified, history=article.history)
    stated = draft.article.date if draft.article.date and not draft.article.date_source else None
    modified = new.modified
    if modified is None and stated and new.date and later_moment([new.date, stated]) != new.date:
        modified = stated
    if modified is None:
        modified = later_moment([file_time(seed), *([new.date] if new.date else [])])
    return replace(new, modified=modified, history=(*article.history, f"{modified:%Y-%m-%d}: {change}"))


def later_moment(moments: Sequence[Moment]) -> Moment:
    """Take the last of several moments; a day counts from its midnight, and zones are left out of account."""
    return max(moments, key=lambda when: datetime.combine(day_of(when), clock_of(when)))


def clock_of(when: Moment) -> time:
    return when.timetz().replace(tzinfo=None) if isinstance(when, datetime) else time()
