"""Which candidates become a story's tags: what describes the story and connects it with others."""

from collections.abc import Mapping, MutableMapping, Sequence
from types import MappingProxyType

from briefing.candidates import Candidate, candidates
from briefing.collector import pause_collector
from briefing.offers import TagChoice, name_editors
from briefing.picking import Limits
from briefing.vocabulary import Vocabulary

__all__ = ["Candidate", "TagChoice", "candidates", "choose_tags"]

KEPT = "tags"
"""Where `choose_tags` finds in its memory what it left."""
NO_KEYS: Mapping[str, bytes] = MappingProxyType({})


@pause_collector()
def choose_tags(  # noqa: PLR0913 - the keyword arguments are the site's settings
    candidates: Mapping[str, tuple[Candidate, ...]],
    memory: MutableMapping[str, bytes] | None = None,
    keys: Mapping[str, bytes] = NO_KEYS,
    *,
    editor: Mapping[str, Sequence[str]],
    keywords: Mapping[str, Sequence[str]],
    not_tags: Mapping[str, Sequence[str]],
    vocabulary: Vocabulary,
    langs: Mapping[str, str],
    per_story: int = 6,
    min_stories: int = 2,
    max_share: float = 0.5,
    most_alone: int = 2,
    at_least: int = 4,
) -> dict[str, tuple[TagChoice, ...]]:
    """Choose every story's tags: the editor's in their order, then stated keywords, then the best of the text.

    What `memory` holds from an earlier run spares work and never changes the result, where equal `keys` tell that the
    candidates of a story are what they were; it is renewed.

    per_story: how many tags a story gets at most, whatever their origin; an editor's are never cut.
    min_stories: a tag that fewer stories have among their first has no company and stands back.
    max_share: a tag on more than this share of the stories tells nothing; a dozen stories are always allowed.
    most_alone: how many tags without company a story may show.
    at_least: as long as a story has fewer tags than this, those without company fill up.
    """
    from briefing.choices import pack_choices, stack_choices, tell_choices, unpack_choices  # noqa: PLC0415 - numpy takes its time
    from briefing.selection import Site  # noqa: PLC0415

    limits = Limits(per_story, min_stories, max_share, most_alone, at_least)
    site = Site(candidates, keys, editor, keywords, not_tags, vocabulary, langs, limits)
    basis = repr((limits, vocabulary.terms, sorted(vocabulary.never)))
    former = unpack_choices(memory.get(KEPT, b""), basis) if memory else None
    choices = site.choose(former or stack_choices(()))
    if memory is not None:
        memory[KEPT] = pack_choices(choices, basis)
    return tell_choices(choices, name_editors(editor))
