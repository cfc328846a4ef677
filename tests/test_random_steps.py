"""A site changed step by step, in any order, as people do: after each build every byte is that of a clean one.

The index of the search page is left out here, as it is while one works on a site; test_search.py has it.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from briefing.cli import convert
from briefing.errors import BriefingError
from briefing.rebuild import Rebuilt, rebuild
from briefing.run import Run
from briefing.verify import verify_site
from conftest import ROOT, write
from test_imaging import encode, paint

SENTENCES = [
    "The port of Valdoro will put up a second crane in May, the harbour board said.",
    "Talleres Quillay has won the order for the crane against four other makers.",
    "Mexico and Russia speak of **energy**, gas and steel at a forum in Moscow.",
    "A quarter of the value of each ton of steel is charged at the border since midnight.",
    "[Another story](https://example.org/a?b=1&c=2) tells of the *university* and its students.",
    "- one ship\n- two ships\n\n| port | ships |\n| --- | --- |\n| Valdoro | 2 |",
    "![](../images/quay.svg) The quay is shown without words.",
    "![A crane](../images/crane.png) The crane is shown by the text.",
]
LINES = {
    "title": ["Crane for Valdoro", "Steel dearer at the border", "Кран для порта", "A & B <i>"],
    "date": ["2025-04-04", "2025-04-05 10:00:00+02:00", "2025-03-31", "2024-12-24"],
    "slug": ["crane", "steel", "x"],
    "tags": ["[Valdoro, crane]", "[steel]", "[Valdorian Republic]", "[]"],
    "not_tags": ["[Valdoro]", "[crane, steel]"],
    "category": ["Ports", "Trade"],
    "status": ["draft", "published", "hidden"],
    "lang": ["en", "es"],
    "lead": ["true", "false"],
    "summary": ["One sentence says it all.", "Another one does."],
    "follows": ["crane", "steel"],
    "embargo": ["2030-06-01 12:00:00+00:00", "2030-01-01"],
    "modified": ["2025-04-08"],
    "authors": ["[Ana Ruiz]", "[Tom Lee, Ana Ruiz]"],
    "image": ["{file: quay.png, caption: A quay}", "{caption: A crane, credit: A B}", "{file: gone.jpg}"],
}
SETTINGS = ['SITENAME = "Another name"', "DEFAULT_PAGINATION = 2", "FEED_MAX_ITEMS = 2", 'DEFAULT_CATEGORY = "News"']
PICTURES = [encode(paint(90, 60)), encode(paint(60, 90), "PNG"), b"<svg/>", b""]
MOMENTS = ["2029-12-31", "2030-01-02", "2030-07-01"]
NUMBER = st.integers(0, 1000)


class Site(RuleBasedStateMachine):
    """A site that is built after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="steps-"))
        self.now = MOMENTS[0]
        self.made = 0
        self.steps = -1  # the first build is that of the site as it begins
        shutil.copytree(ROOT / "theme", self.root / "theme")
        conf = (ROOT / "pelican.conf").read_text("utf-8")
        write(self.root / "pelican.conf", conf.replace("PLUGIN_PATHS", 'CACHE_PATH = "kept"\nPLUGIN_PATHS'))
        for folder in ("content/pages", "content/images", "seeds"):
            (self.root / folder).mkdir(parents=True)
        write(self.root / "content/images/quay.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
        write(self.root / "content/pages/about.md", "---\ntitle: About\n---\nA site.\n")

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @property
    def stories(self) -> list[Path]:
        return sorted((self.root / "content/briefings").rglob("*.md"))

    def change(self, which: int, change: Callable[[str], str]) -> None:
        if self.stories:
            path = self.stories[which % len(self.stories)]
            write(path, change(path.read_text("utf-8")))

    @initialize()
    def begin(self) -> None:
        for number in range(4):
            self.add_story(number)

    @rule(which=NUMBER)
    def add_story(self, which: int) -> None:
        self.made += 1
        body = "\n\n".join(SENTENCES[at % 5] for at in range(which, which + 3))
        head = f"title: Story {self.made}\ndate: 2025-04-{which % 28 + 1:02}\ncategory: {'ABC'[which % 3]}\n"
        write(self.root / f"content/briefings/story-{self.made}.md", f"---\n{head}---\n\n{body}\n")

    @rule(which=NUMBER, sentence=st.sampled_from(SENTENCES))
    def type_sentence(self, which: int, sentence: str) -> None:
        self.change(which, lambda text: f"{text}\n{sentence}\n")

    @rule(which=NUMBER)
    def change_letter(self, which: int) -> None:
        """Change a text without changing its length."""
        self.change(which, lambda text: text[:-2] + ("!" if text[-2] == "." else ".") + "\n")

    @rule(which=NUMBER, key=st.sampled_from([*LINES]), choice=NUMBER)
    def set_key(self, which: int, key: str, choice: int) -> None:
        line = f"{key}: {LINES[key][choice % len(LINES[key])]}\n"
        self.change(
            which,
            lambda text: (
                text.replace("---\n", f"---\n{line}", 1)
                if f"\n{key}: " not in text
                else re.sub(rf"(?m)^{key}: .*\n", line, text, count=1)
            ),
        )

    @rule(which=NUMBER, key=st.sampled_from([*LINES][2:]))
    def drop_key(self, which: int, key: str) -> None:
        self.change(which, lambda text: re.sub(rf"(?m)^{key}: .*\n", "", text, count=1))

    @rule(which=NUMBER)
    def link_story(self, which: int) -> None:
        if self.stories:
            target = self.stories[-1].name
            self.change(which, lambda text: f"{text}\nSee [this]({{filename}}{target}).\n")

    @rule(which=NUMBER)
    def delete_story(self, which: int) -> None:
        if len(self.stories) > 1:
            self.stories[which % len(self.stories)].unlink()

    @rule(which=NUMBER)
    def rename_story(self, which: int) -> None:
        if self.stories:
            self.made += 1
            path = self.stories[which % len(self.stories)]
            path.rename(path.with_name(f"renamed-{self.made}.md"))

    @rule(which=NUMBER)
    def add_seed(self, which: int) -> None:
        self.made += 1
        text = "\n\n".join(SENTENCES[at % 4] for at in range(which, which + 3))
        write(
            self.root / f"seeds/2025-04-0{which % 9 + 1}-seed{self.made}.txt",
            f"Seed {self.made} has a headline\n\n{text}\n",
        )

    @rule(
        name=st.sampled_from(["Valdoro", "Steel"]),
        aliases=st.sampled_from(["[]", '["Valdorian Republic"]', '["crane"]']),
    )
    def set_alias(self, name: str, aliases: str) -> None:
        write(self.root / "content/vocabulary.toml", f'[tags."{name}"]\naliases = {aliases}\n')

    @rule(template=st.sampled_from(["article", "_teaser", "base", "tag", "index"]))
    def edit_template(self, template: str) -> None:
        path = self.root / f"theme/templates/{template}.html"
        write(path, path.read_text("utf-8") + f"{{# edit {self.made} #}}<!-- {template} -->\n")

    @rule(style=st.sampled_from(["main", "print"]))
    def edit_style(self, style: str) -> None:
        path = self.root / f"theme/static/css/{style}.css"
        write(path, path.read_text("utf-8") + "\n")

    @rule(line=st.sampled_from(SETTINGS))
    def set_setting(self, line: str) -> None:
        path = self.root / "pelican.conf"
        text = re.sub(rf"(?m)^{line.split(maxsplit=1)[0]} .*\n", "", path.read_text("utf-8"))
        write(path, f"{line}\n{text}")

    @rule(text=st.sampled_from(["A site.", "Another text.", "[The story]({filename}/briefings/story-1.md)"]))
    def edit_page(self, text: str) -> None:
        write(self.root / "content/pages/about.md", f"---\ntitle: About\n---\n{text}\n")

    @rule(name=st.sampled_from(["story-2", "story-3", "crane", "quay"]), data=st.sampled_from(PICTURES))
    def put_picture(self, name: str, data: bytes) -> None:
        """Add, change, spoil or remove a picture."""
        picture = self.root / f"content/images/{name}.png"
        if data:
            write(picture, data)
        else:
            picture.unlink(missing_ok=True)

    @rule(moment=st.sampled_from(MOMENTS))
    def let_time_pass(self, moment: str) -> None:
        self.now = moment

    @rule(which=NUMBER, what=st.sampled_from(["spoil", "delete"]))
    def touch_output(self, which: int, what: str) -> None:
        """Do to the site what only builds should do."""
        pages = sorted((self.root / "output").rglob("[!.]*.*"))
        page = pages[which % len(pages)]
        if what == "spoil":
            write(page, page.read_bytes() + b" ")
        else:
            page.unlink()

    @rule(which=NUMBER)
    def spoil_cache(self, which: int) -> None:
        files = sorted(path for path in (self.root / "kept").rglob("*") if path.is_file() and path.name != "lock")
        path = files[which % len(files)]
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    @invariant()
    def site_is_that_of_a_clean_build(self) -> None:
        epoch = datetime.fromisoformat(self.now).replace(tzinfo=UTC).timestamp()
        with patch.dict(os.environ, {"SOURCE_DATE_EPOCH": f"{epoch:.0f}"}):
            try:
                self.build()
            except (BriefingError, ExceptionGroup):
                self.mend()
                self.build()
            compared, differences = verify_site(self.root)
            assert (compared > 5, differences) == (True, [])
            again = self.build()
            assert (again.written, again.removed, again.report) == (0, 0, None)
        self.steps += 1

    def build(self) -> Rebuilt:
        return rebuild(self.root, Run(index=False), partial(convert, self.root))

    def mend(self) -> None:
        """Take out what a build may refuse: links to stories that are gone, and slugs that two stories have."""
        with pytest.raises((BriefingError, ExceptionGroup)):
            verify_site(self.root)
        for path in (*self.stories, self.root / "content/pages/about.md"):
            write(path, re.sub(r"(?m)^slug: .*\n|^.*\(\{filename\}.*\n", "", path.read_text("utf-8")))


STEPS = settings(
    max_examples=9,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.parametrize("number", [1, 2])
def test_after_each_step_the_site_is_that_of_a_clean_build(number: int) -> None:
    """At least 300 steps, in two halves, which two processors share."""
    steps = 0

    @seed(number)
    class Counted(Site):
        def teardown(self) -> None:
            nonlocal steps
            steps += self.steps
            super().teardown()

    run_state_machine_as_test(Counted, settings=STEPS)
    assert steps >= 150
