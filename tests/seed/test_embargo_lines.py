"""An order to hold a story is told from news of an embargo, and its hour is read or left to an editor."""

import pytest

from briefing.seed import Role, read_seed

STORY = (
    "\n\nHarbour gets a crane\n\nThe harbour of Valdoro will get a crane, the port said.\n\nIt lifts a locomotive.\n"
)


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
    ],
)
def test_an_order_to_hold_is_read(line: str, moment: str) -> None:
    seed = read_seed(line + STORY)
    assert (seed.title, str(seed.embargo)) == ("Harbour gets a crane", moment)
    assert seed.parts[0].role is Role.EMBARGO


@pytest.mark.parametrize(
    "headline",
    [
        "US tightens Cuba embargo",
        "Embargo until peace: Borduria faces a new ban",
        "Not for release: convict stays in jail",
    ],
)
def test_news_of_an_embargo_is_no_order(headline: str) -> None:
    seed = read_seed(f"{headline}\n\nThe ban takes effect in May, the ministry said on Friday.\n\nIt covers ships.\n")
    assert (seed.title, seed.embargo) == (headline, None)
