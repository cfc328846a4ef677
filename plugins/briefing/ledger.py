"""Seeds against articles: which seed is new, which has changed, which tells a story again, and what a hand did."""

from dataclasses import replace
from pathlib import Path

from briefing.article import stable_id
from briefing.clock import build_moment
from briefing.drafts import Draft, read_draft, read_drafts
from briefing.embargo import Clock, Hold
from briefing.entries import STATES, Entry, State, clash_message, hold_message, tell_kept, tell_standing, tell_waiting
from briefing.errors import BriefingError
from briefing.given_away import hold_sharers
from briefing.history import record_change
from briefing.intake import Seeds, read_seeds
from briefing.moves import follow_renames, section_of
from briefing.prune import prune_ledger
from briefing.renewal import FORMERLY, Outcome, free_slug, part_from_file, put_new, renew, restamp
from briefing.retelling import Retelling, find_retelling, has_left
from briefing.run import Run
from briefing.shelf import Folders, Known, Shelf, former_text, read_known, read_shelf
from briefing.stamp import SHORT, Stamp
from briefing.stats import Stats
from briefing.versions import Relation, is_another_story


def convert_seeds(folders: Folders, run: Run | None = None, clock: Clock | None = None) -> list[Entry]:
    """Bring the articles up to date with the seeds and tell what became of each seed.

    What a hand has written is never written over; a seed that cannot be read is set aside and the others go on.
    `run` says by whom seeds are read and who watches, `clock` which embargoes have ended.
    """
    run, clock = run or Run(), clock or Clock(build_moment())
    stats = Stats(folders.cache / "ledger.json" if folders.cache else None)
    seeds = read_seeds(folders, stats)
    shelf = read_shelf(folders, stats, seeds.digests)
    renamed = follow_renames(shelf, seeds)
    names = sorted(seeds.paths, key=lambda name: name not in shelf.known)  # a reused name is known before its old text
    work = [
        name
        for name in names
        if (sha256 := seeds.digests.get(name))
        and seeds.first[sha256] == name
        and name not in renamed
        and not shelf.told(sha256)
    ]
    drafts = run.show("Seeds", read_drafts([seeds.paths[name] for name in work], run), len(work))
    waiting = set(work)
    report = []
    for name in names:
        draft = next(drafts) if name in waiting else None
        if isinstance(draft, BriefingError):
            seeds.faults[name] = draft.message
        report.append(renamed.get(name) or settle_seed(shelf, seeds, clock, name, draft))
    next(drafts, None)  # lets the processes and whoever watches them finish
    report += [
        Entry(name, State.VANISHED, each.name, "the seed is gone; its article is kept")
        for name, each in sorted(shelf.known.items())
        if name not in seeds.paths
    ]
    report += tell_waiting(shelf, {entry.article for entry in report if entry.state is State.CLASH})
    report += tell_kept(seeds.kept)
    given = hold_sharers(shelf, clock)
    report = [
        replace(entry, message=f"{entry.message}; {given[entry.article]}".removeprefix("; "))
        if entry.article in given
        else entry
        for entry in report
    ]
    prune_ledger(shelf)
    report = [entry if is_news(entry, seeds, stats) else replace(entry, message="") for entry in report]
    stats.save()
    return report


def is_news(entry: Entry, seeds: Seeds, stats: Stats) -> bool:
    """Tell whether a line is to be said: that a seed is a duplicate is said once."""
    return entry.state is not State.DUPLICATE or stats.is_news(f"{entry.seed} {seeds.digests[entry.seed]}")


def settle_seed(shelf: Shelf, seeds: Seeds, clock: Clock, name: str, draft: Draft | BriefingError | None) -> Entry:
    """Do what one seed asks for."""
    sha256 = seeds.digests.get(name, "")
    known = shelf.known.get(name)
    if known and known.stamp.sha256 == sha256:
        return tell_standing(shelf, known)
    first = seeds.first.get(sha256, name)
    if name in seeds.faults or first in seeds.faults:
        return Entry(name, State.SET_ASIDE, None, seeds.faults.get(name) or seeds.faults[first])
    told = shelf.told(sha256)
    if told or first != name:
        again = "an earlier version of" if told and told.stamp.sha256 != sha256 else "the same text as"
        message = f"{again} {told.stamp.file if told else first}: published once"
        return Entry(name, State.DUPLICATE, told.name if told else None, message)
    read = draft or read_draft(seeds.paths[name])
    try:
        if isinstance(read, BriefingError):
            raise read
        waits = hold_to_release(read, clock)
        read = waits or read
        if known and is_another_story(former_text(shelf, known), read.article):
            entry = supersede(shelf, seeds, clock, name, read, known)
        elif known:
            entry = revise(shelf, seeds, clock, name, read, known)
        else:
            entry = place(shelf, seeds, clock, name, read)
        message = f"; {read.article.hold}, when its text is to be released" if waits else ""
        return replace(entry, message=f"{entry.message}{message}".removeprefix("; "), doubts=read.doubts)
    except BriefingError as error:
        seeds.faults[name] = str(error)
        return Entry(name, State.SET_ASIDE, None, str(error))


def hold_to_release(draft: Draft, clock: Clock) -> Draft | None:
    """Hold a story until the moment that its text states for publishing it; None if that is not to come."""
    hold = Hold(embargo=draft.release)
    if not draft.release or not clock.holds(hold) or not hold.outlasts(draft.article.hold):
        return None
    return replace(draft, article=replace(draft.article, embargo=draft.release))


def revise(shelf: Shelf, seeds: Seeds, clock: Clock, name: str, draft: Draft, known: Known, message: str = "") -> Entry:
    """Bring the new text of a seed, or of a later version of its story, into the article that there is."""
    article, base = read_known(shelf, known)
    former = base or article
    again = known.stamp.file != name
    several = again or known.stamp.others  # of several texts of one story, the one that holds it longest
    hold = former.hold if several and former.hold.outlasts(draft.article.hold) else draft.article.hold
    if hold.end is None and draft.release and draft.release == former.embargo:
        hold = former.hold  # it is past now, and no change
    new = replace(
        draft.article,
        slug=article.slug,
        id=article.id,
        category=section_of(shelf, seeds, name),
        follows=former.follows,
        status=hold.status,
        embargo=hold.embargo,
    )
    stays = new.date_source and article.date_source and "embargo" not in (new.date_source, article.date_source)
    if article.date and (again or stays):
        new = replace(new, date=article.date, date_source=article.date_source)
    new = record_change(former, article, new, draft, Path(seeds.paths[name]))
    others = known.stamp.others
    if again:
        others = *others, known.stamp.sha256[:SHORT]
    stamp = Stamp(name, seeds.digests[name], others=others)
    outcome, now = renew(shelf, known, new, stamp)
    if outcome is Outcome.CLASH and (beside := shelf.clash(now)):
        message = clash_message(shelf, beside)
    elif outcome is Outcome.MERGED:
        message = message or "merged with what a hand has changed in its article"
    message += hold_message(shelf, now, clock, article.hold, draft.article.hold)
    return Entry(name, STATES[outcome], known.name, message.removeprefix("; "))


def place(shelf: Shelf, seeds: Seeds, clock: Clock, name: str, draft: Draft) -> Entry:
    """Write the article of a new seed, unless its story is on the shelf already."""
    told = find_retelling(shelf, seeds.paths, name, draft)
    if told and told.relation is Relation.SAME:
        return retell(shelf, seeds, clock, name, draft, told)
    sha256 = seeds.digests[name]
    ident = stable_id(sha256)
    if shelf.ids.get(ident) == "":
        return Entry(
            name, State.DUPLICATE, None, "the same text as an article that names no seed any more: published once"
        )
    slug = free_slug(draft.article.title, Path(name).stem, shelf)
    article = replace(
        draft.article,
        slug=slug,
        category=section_of(shelf, seeds, name),
        id=stable_id(f"{sha256} {slug}") if ident in shelf.ids else ident,
        follows=told.known.slug if told and told.later else None,
    )
    known = put_new(shelf, article, draft.sketch, name, sha256)
    message = f"carries on {told.known.stamp.file}" if told and told.later else ""
    if told and not told.later:
        article, base = read_known(shelf, told.known)
        if base and not base.follows and not article.follows:
            renew(shelf, told.known, replace(base, follows=slug), told.known.stamp)
    return Entry(name, State.NEW, known.name, message)


def supersede(shelf: Shelf, seeds: Seeds, clock: Clock, name: str, draft: Draft, known: Known) -> Entry:
    """Settle a seed whose file tells another story now: the article of the former text is kept, as if that had gone."""
    part_from_file(shelf, known)
    entry = place(shelf, seeds, clock, name, draft)
    message = f"tells another story now: {known.name}, made from its former text, is kept"
    return replace(entry, message=f"{entry.message}; {message}".removeprefix("; "))


def retell(shelf: Shelf, seeds: Seeds, clock: Clock, name: str, draft: Draft, told: Retelling) -> Entry:
    """Settle a seed whose story is told already: the later version is published, under the address of the earlier."""
    former = told.known.stamp.file
    if has_left(shelf, seeds, told.known):
        former = former.partition(FORMERLY)[0]
        entry = revise(shelf, seeds, clock, name, draft, told.known, f"was {former}, and has changed")
        return entry if entry.state is State.CLASH else replace(entry, state=State.RENAMED)
    article, base = read_known(shelf, told.known)
    hold = draft.article.hold
    if told.later and clock.holds(hold) and not clock.holds(article.hold) and draft.article.body != article.body:
        shelf.waits.append((name, draft.article, article))
        message = f"a later version of {former}, whose article stays as it was published; this one is {hold}"
        return Entry(name, State.HELD, told.known.name, message, until=clock.end_of(hold))
    if told.later:
        return revise(
            shelf, seeds, clock, name, draft, told.known, f"a later version of {former}, whose article now holds it"
        )
    stamp = replace(told.known.stamp, others=(*told.known.stamp.others, seeds.digests[name][:SHORT]))
    message = f"an earlier version of {former}: published once"
    if hold.outlasts((base or article).hold):
        renew(shelf, told.known, replace(base or article, status=hold.status, embargo=hold.embargo), stamp)
        message += f", and {hold}, as this one asks"
    else:
        restamp(shelf, told.known, stamp)
        message += f"; that is {article.hold}" if clock.holds(article.hold) else ""
    return Entry(name, State.DUPLICATE, told.known.name, message)
