"""A reader sees what was changed in a story, and when: at its foot and in the feed, in the story's language."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from briefing.corrections import part_names, show_changes
from briefing.history import WORDS
from briefing.wording import Wording
from conftest import ROOT, run_briefing
from test_pages import pages_of

DAY = datetime(2025, 4, 6, tzinfo=UTC)
STORY = """---
title: Una grúa para Valdoro
date: 2025-04-04
lang: es
modified: 2025-04-05 10:30:00
embargo: 2025-04-04 08:00:00+02:00
source: Agencia Quillay
history:
- '2025-04-05: headline, 1 paragraph changed'
- '2025-04-06: El puerto tiene <dos> grúas, no tres.'
seed: {file: seeds/a.txt, sha256: '00'}
---

El puerto de Valdoro levanta una grúa.
"""


@pytest.mark.parametrize(
    ("lang", "history", "modified", "told"),
    [
        ("en", (), None, []),
        ("en", (), DAY, ["Updated April 6, 2025"]),
        ("en", ("2025-04-06: headline",), DAY, ["Updated April 6, 2025: headline"]),
        ("en", ("2025-04-05: headline",), DAY, ["Updated April 6, 2025", "Updated April 5, 2025: headline"]),
        (
            "en",
            ("2025-04-05: byline", "2025-04-06: place"),
            None,
            ["Updated April 6, 2025: place", "Updated April 5, 2025: byline"],
        ),
        ("en", ("A slip was mended", "2025-13-45: x"), None, ["2025-13-45: x", "A slip was mended"]),
        (
            "es",
            ("2025-04-06: headline, 3 paragraphs added",),
            DAY,
            ["Actualizada el 6 de abril de 2025: titular, 3 párrafos añadidos"],
        ),
        (
            "es",
            ("2025-04-06: headline, y dos cifras",),
            DAY,
            ["Actualizada el 6 de abril de 2025: headline, y dos cifras"],
        ),
        ("ru", ("2025-04-06: 21 paragraphs removed",), None, ["Обновлено 6 апреля 2025\u202fг.: удалён 21 абзац"]),
    ],
)
def test_each_change_is_told_with_its_day(
    lang: str, history: tuple[str, ...], modified: datetime | None, told: list[str]
) -> None:
    words = Wording(ROOT / "theme").words(lang)
    assert [change.text for change in show_changes(history, modified, words, lang)] == told


def test_all_that_the_ledger_notes_can_be_said_in_other_languages() -> None:
    wording = Wording(ROOT / "theme")
    assert {*WORDS.values()} < part_names(wording.words("en")).keys()
    assert all(name != said for name, said in part_names(wording.words("ru")).items())


def test_the_foot_and_the_feed_say_what_was_changed_and_whence_the_story_is(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    assert run_briefing(root, "build").returncode == 0
    page = pages_of(root)["briefings/una-grua-para-valdoro.html"]
    told = [
        "Actualizada el 6 de abril de 2025: El puerto tiene <dos> grúas, no tres.",
        "Actualizada el 5 de abril de 2025: titular, 1 párrafo cambiado",
    ]
    assert [item.get_text() for item in page.select(".changes li")] == told
    facts = {
        row.dt.get_text(): row.dd.get_text()
        for row in page.select(".story > footer section:last-of-type dl div")
        if row.dt and row.dd
    }
    assert facts["Fuente"] == "Agencia Quillay"
    assert facts["Texto original"] == "seeds/a.txt"
    assert facts["Embargo"] == "terminó el 4 de abril de 2025, 8:00:00 +0200"
    (entry,) = feedparser.parse((root / "output/feeds/all.rss.xml").read_bytes()).entries
    assert told[1] in entry.content[0].value
    assert "El puerto tiene &lt;dos&gt; grúas" in entry.content[0].value
    assert entry.updated == "2025-04-05T10:30:00+00:00"


def test_a_story_that_nobody_changed_has_no_such_section(small_site: Callable[..., Path]) -> None:
    text = STORY.partition("modified:")[0] + "---\n\nEl puerto.\n"
    root = small_site({"content/briefings/a.md": text})
    assert run_briefing(root, "build").returncode == 0
    assert not pages_of(root)["briefings/una-grua-para-valdoro.html"].select(".changes")
    assert "updated" not in feedparser.parse((root / "output/feeds/all.rss.xml").read_bytes()).entries[0]
