"""An order to hold a story is told from news of an embargo, and its hour is read or left to an editor."""

import pytest

from briefing.article import is_embargoed
from briefing.doubts import find_doubts
from briefing.seed import Role, read_seed
from cases import Case, read_cases

STORY = (
    "\n\nHarbour gets a crane\n\nThe harbour of Valdoro will get a crane, the port said.\n\nIt lifts a locomotive.\n"
)
LONGER = """Harbour gets a crane

The harbour of Valdoro will get a crane, the port said on Friday after a long meeting of its board in the town hall.

It lifts a locomotive and is the second of its kind in the whole of the bay, which has had none for half a century.
"""


CHINESE = "\n\n瓦尔多罗港理事会周五表示，将于五月从塔列雷斯基利亚伊公司购买一台起重机，这是该港口的第二台起重机。\n"


@pytest.mark.parametrize("case", read_cases("orders"), ids=lambda case: case.title)
def test_an_order_leaves_the_headline(case: Case) -> None:
    head = case.input.strip()
    story = CHINESE if case.title.startswith("Chinese") else LONGER.partition("\n")[2]
    seed = read_seed(head + story)
    moment, headline = case.expected.split("\n")[:2]
    assert seed.title == headline
    assert (str(seed.embargo) if is_embargoed(seed) else "not held") == moment
    told = {number for part in seed.parts for number in part.lines}
    assert told >= {number for number, line in enumerate(head.split("\n"), 1) if line}


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL 10:00 a.m. EST, Friday, April 4, 2031", "2031-04-04 10:00:00-05:00"),
        ("STRICTLY EMBARGOED UNTIL 00:01 GMT ON FRIDAY 5 DECEMBER 2031", "2031-12-05 00:01:00+00:00"),
        ("This release is embargoed until 6 a.m. on Friday 5 December 2031.", "2031-12-05 06:00:00"),
        ("For release at 2:00 p.m. EDT May 5, 2031", "2031-05-05 14:00:00-04:00"),
        ("Not to be published before 6 a.m. on 5 December 2031", "2031-12-05 06:00:00"),
        ("Sperrfrist: 5. Mai 2031, 10 Uhr", "2031-05-05 10:00:00"),
        ("Please hold until 5 December 2031", "2031-12-05 00:00:00"),
        ("NOT FOR RELEASE BEFORE 0600 GMT FRIDAY DECEMBER 5 2031", "None"),
        ("STRICTLY EMBARGOED", "None"),
        ("EMBARGOED UNTIL 13/04/2031 10:00", "2031-04-13 10:00:00"),
        ("Strict embargo: 10:00 GMT, 4 April 2031", "2031-04-04 10:00:00+00:00"),
        ("News release: under strict embargo until 10:00 GMT, 4 April 2031", "2031-04-04 10:00:00+00:00"),
        ("Do not publish before 10:00 GMT 4 April 2031", "2031-04-04 10:00:00+00:00"),
        ("Embargo lifts 10:00 GMT 4 April 2031", "2031-04-04 10:00:00+00:00"),
        ("FOR USE SUNDAY, APRIL 6, 2031 AND THEREAFTER", "2031-04-06 00:00:00"),
        ("Advance for release Friday, April 4, 2031, at 3:01 a.m. EST", "2031-04-04 03:01:00-05:00"),
        ("EMBARGO ATÉ 4 de abril de 2031, às 10h", "2031-04-04 10:00:00"),
        ("Bitte beachten Sie die Sperrfrist: 4. April 2031, 10 Uhr", "2031-04-04 10:00:00"),
        ("EMBARGOED UNTIL 4 April 2031 10:00 (UTC+3)", "2031-04-04 10:00:00+03:00"),
        ("EMBARGOED UNTIL 4 April 2031 10:00 GMT-2", "2031-04-04 10:00:00-02:00"),
        ("EMBARGOED UNTIL 2031-04-04T10:00+02:00", "2031-04-04 10:00:00+02:00"),
        ("EMBARGOED UNTIL noon GMT 4 April 2031", "None"),
        ("EMBARGOED UNTIL 9:00 a.m. Eastern Time, 4 April 2031", "None"),
        ("EMBARGOED UNTIL 10:00 IST, Friday, April 4, 2031", "None"),
        ("EMBARGO DATE: 4 April 2031\nEMBARGO TIME: 10:00 GMT", "None"),
        ("Issued 1 December 2031, embargoed until 10:00 GMT, 5 December 2031", "2031-12-05 10:00:00+00:00"),
    ],
)
def test_an_order_to_hold_is_read(line: str, moment: str) -> None:
    seed = read_seed(line + STORY)
    assert (seed.title, str(seed.embargo)) == ("Harbour gets a crane", moment)
    assert seed.parts[0].role is Role.EMBARGO
    assert is_embargoed(seed)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Embargoed until 10:00 GMT, 4 April 2031", "2031-04-04 10:00:00+00:00"),
        ("Not for publication before 6 a.m. on 5 December 2031", "2031-12-05 06:00:00"),
        ("This release is embargoed until 6 a.m. on Friday 5 December 2031.", "2031-12-05 06:00:00"),
        ("STRICTLY EMBARGOED", "None"),
        ("1. Embargoed until 10:00 GMT 4 April 2031.", "2031-04-04 10:00:00+00:00"),
        ("For use after 1000 GMT April 4 2031", "None"),
        ("NICHT VOR DEM 4. APRIL 2031 VERÖFFENTLICHEN", "2031-04-04 00:00:00"),
        ("Note to editors: this release is under embargo until 10:00 GMT 4 April 2031.", "2031-04-04 10:00:00+00:00"),
    ],
)
@pytest.mark.parametrize(
    "tail", ["\n", "\n\nContact: Ana Ruiz, press office, 555 0123 456\n"], ids=["last", "above a contact"]
)
def test_an_order_below_the_story_is_read(line: str, moment: str, tail: str) -> None:
    seed = read_seed(f"{LONGER}\n{line}{tail}\n")
    assert (seed.title, str(seed.embargo)) == ("Harbour gets a crane", moment)
    assert [part.text for part in seed.parts if part.role is Role.EMBARGO] == [line]
    assert is_embargoed(seed)


def test_the_latest_of_two_orders_holds() -> None:
    seed = read_seed(f"EMBARGOED UNTIL 4 April 2031{STORY}\nEmbargoed until 10:00 GMT, 5 April 2031\n")
    assert str(seed.embargo) == "2031-04-05 10:00:00+00:00"


@pytest.mark.parametrize("day", ["03/04/2031", "04/03/2031"])
def test_a_day_in_doubt_holds_to_the_later_reading_and_is_worth_a_look(day: str) -> None:
    seed = read_seed(f"EMBARGOED UNTIL {day} 10:00{STORY}")
    assert str(seed.embargo) == "2031-04-03 10:00:00"
    (doubt, *_) = find_doubts(seed.parts)
    assert (doubt.role, doubt.lines) == (Role.EMBARGO, (1,))


@pytest.mark.parametrize(
    "last",
    [
        "The report was embargoed until 5 December 2031, the ministry said.",
        "The drug is not for use in children before 5 December 2031, it said.",
    ],
)
def test_a_storys_last_sentence_is_no_order(last: str) -> None:
    seed = read_seed(f"{LONGER}\n{last}\n")
    assert seed.embargo is None
    assert seed.body[-1].text == last


@pytest.mark.parametrize(
    "headline",
    [
        "US tightens Cuba embargo",
        "Embargo until peace: Borduria faces a new ban",
        "Not for release: convict stays in jail",
        "Arms embargo until 5 December 2031 agreed",
        "EU extends arms embargo to 5 December 2031",
    ],
)
def test_news_of_an_embargo_is_no_order(headline: str) -> None:
    seed = read_seed(f"{headline}\n\nThe ban takes effect in May, the ministry said on Friday.\n\nIt covers ships.\n")
    assert (seed.title, seed.embargo) == (headline, None)
