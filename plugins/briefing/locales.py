"""What Babel knows of one language by itself, as it was read from CLDR."""

import pickle
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_locale(lang: str) -> Mapping[str, Any]:
    """Read the data of a language without what it inherits; nothing for one that Babel does not know.

    Babel's own loader keeps what it gives for all who ask later, with or without what is inherited.
    """
    from babel import localedata  # noqa: PLC0415 - takes its time, and a site in English needs none of it

    code = lang.partition("-")[0].lower()
    if not localedata.exists(code):
        return {}
    found: Mapping[str, Any] = pickle.loads(Path(localedata.resolve_locale_filename(code)).read_bytes())  # noqa: S301 - a file of the package
    return found
