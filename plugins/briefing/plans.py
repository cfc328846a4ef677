"""Pages that are planned: what each is made from stands for it, so that one which has not changed is not made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefing.views import View


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that may have to be printed."""

    path: str
    made_from: tuple[Any, ...]
    """All that its view depends on, but for the site and its code."""
    make: Callable[[], View]


def plan_view(view: View) -> Plan:
    """Plan a page of which the view is at hand."""
    return Plan(view.frame.path, (view,), lambda: view)
