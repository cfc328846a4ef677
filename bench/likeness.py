"""Quality and cost of tags and related stories on one folder, beside what is used elsewhere, in one run.

    python bench/likeness.py [--install] [FOLDER]

FOLDER holds `seeds/*.txt` (title, blank line, paragraphs) and `gold.json` ({id: {"tags": [...], "links": [ids]}});
without one, `shared/text-dev` beside this repository is read. Tags are matched by their stems: F1 of the first five,
over all tags of an article ("all") and those that stand in its text ("present"); "reuse" is the share of tags on two
articles or more. Links: recall and nDCG among the first five; "halves": how often the nearest of the ends of all
articles is the article's own other end. Cost is CPU time on all texts together. Peers (yake, scikit-learn) are measured
where they are installed; `--install` puts them into `.cache/bench`. "shared tags" is the method of the plugin
similar-posts, on our tags. At the end stands what a site of 10,000 stories costs, mixed from these texts
(`bench/edits.py`).
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib import invalidate_caches
from importlib.util import find_spec
from itertools import combinations
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Any

import snowballstemmer

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from briefing.measure import read_text, related_of, tags_of  # noqa: E402 - runs from a clone without an install
from briefing.words import Text, join_story  # noqa: E402
from edits import measure_site  # noqa: E402
from tools import HOME  # noqa: E402

PEERS = {"yake": "yake==0.7.3", "sklearn": "scikit-learn==1.9.1"}
PLACE = HOME / "likeness"
"""Where the peers are installed, apart from the site's environment, of which what they share is taken."""

FIRST = 5
Tags = Mapping[str, list[str]]
Links = Mapping[str, list[tuple[str, float]]]
stem = cache(snowballstemmer.stemmer("porter").stemWord)


def tag_by_yake(texts: Mapping[str, Text]) -> Tags:
    """Take YAKE's ten best phrases of up to three words."""
    import yake  # noqa: PLC0415 - a peer that need not be there

    extractor = yake.KeywordExtractor(lan="en", n=3, top=10)
    return {name: [tag for tag, _ in extractor.extract_keywords(join_story(text))] for name, text in texts.items()}


def tag_by_tfidf(texts: Mapping[str, Text]) -> Tags:
    """Take the ten phrases of up to three words that weigh most, of those that two texts or more have."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - a peer that need not be there

    vectorizer = TfidfVectorizer(ngram_range=(1, 3), stop_words="english", sublinear_tf=True, min_df=2)
    rows = vectorizer.fit_transform(map(join_story, texts.values()))
    names = vectorizer.get_feature_names_out()
    return {
        name: [names[at] for at in row.toarray()[0].argsort()[::-1][:10]] for name, row in zip(texts, rows, strict=True)
    }


def relate_by_tfidf(texts: Mapping[str, Text]) -> Links:
    """Compare the words of each pair of texts by the cosine of their weights, stop words left out."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - a peer that need not be there

    rows = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(map(join_story, texts.values()))
    scores, slugs = (rows @ rows.T).toarray(), list(texts)
    return {
        slug: [(slugs[at], float(scores[i, at])) for at in scores[i].argsort()[::-1] if at != i][:50]
        for i, slug in enumerate(slugs)
    }


def relate_by_tags(texts: Mapping[str, Text], tags: Tags) -> Links:
    """Compare the tags of each pair of stories, each tag weighed by its rarity, as similar-posts does."""
    stories = Counter(tag for mine in tags.values() for tag in mine[:FIRST])
    weight = {tag: log2(len(texts) / n) for tag, n in stories.items()}
    vectors = {slug: {tag: weight[tag] for tag in mine[:FIRST]} for slug, mine in tags.items()}
    lengths = {slug: sum(w * w for w in mine.values()) ** 0.5 or 1.0 for slug, mine in vectors.items()}
    near: dict[str, list[tuple[str, float]]] = {slug: [] for slug in texts}
    for one, other in combinations(sorted(texts), 2):
        both = vectors[one].keys() & vectors[other].keys()
        score = sum(weight[tag] ** 2 for tag in both) / (lengths[one] * lengths[other])
        if score:
            near[one].append((other, score))
            near[other].append((one, score))
    return {slug: sorted(ones, key=lambda item: (-item[1], item[0])) for slug, ones in near.items()}


def cut_stems(text: str) -> tuple[str, ...]:
    """Reduce a text to the stems of its words, in which plural and possessive count as the same."""
    return tuple(stem(word) for word in re.findall(r"[^\W_]+", re.sub(r"['’]s ", " ", text.lower())))


def stands_in(tag: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Tell whether the words of a tag stand in a text side by side."""
    return any(text[at : at + len(tag)] == tag for at in range(len(text) - len(tag) + 1))


def score_tags(texts: Mapping[str, Text], gold: Mapping[str, Any], tags: Tags) -> dict[str, float]:
    """Take the mean of F1 over the articles, that of reuse over all tags that were given."""
    rows: dict[str, list[float]] = {"present F1@5": [], "all F1@5": [], "reuse": []}
    first = {slug: list(dict.fromkeys(filter(None, map(cut_stems, tags[slug]))))[:FIRST] for slug in gold}
    for slug, label in gold.items():
        text = cut_stems(join_story(texts[slug]))
        wanted = set(filter(None, map(cut_stems, label["tags"])))
        for name, want in (("all F1@5", wanted), ("present F1@5", {tag for tag in wanted if stands_in(tag, text)})):
            if want:
                rows[name].append(2 * len(want & set(first[slug])) / (FIRST + len(want)))
    used = Counter(tag for mine in first.values() for tag in mine)
    rows["reuse"] = [float(used[tag] > 1) for mine in first.values() for tag in mine]
    return {name: fmean(values) for name, values in rows.items() if values}


def score_links(gold: Mapping[str, Any], links: Links) -> dict[str, float]:
    """Take the means over the articles that the labels give links."""
    recall, gain = [], []
    for slug, label in gold.items():
        if want := set(label["links"]):
            hits = [at for at, (other, _) in enumerate(links[slug][:FIRST]) if other in want]
            most = min(FIRST, len(want))
            recall.append(len(hits) / most)
            gain.append(sum(1 / log2(at + 2) for at in hits) / sum(1 / log2(at + 2) for at in range(most)))
    return {"R@5": fmean(recall), "nDCG@5": fmean(gain)}


def score_halves(texts: Mapping[str, Text], relate: Callable[[Mapping[str, Text]], Links]) -> dict[str, float]:
    """Tear each article in two and say how often the nearest of all halves is the other one."""
    halves: dict[str, Text] = {}
    for slug, text in texts.items():
        words = text.body.split()
        if len(words) >= 200:
            halves[f"{slug}/1"] = Text("", "", " ".join(words[:100]), text.lang)
            halves[f"{slug}/2"] = Text("", "", " ".join(words[-100:]), text.lang)
    found = relate(halves)
    first = [bool(ones) and ones[0][0][:-2] == name[:-2] for name, ones in found.items()]
    return {"halves": fmean(first)}


def print_row(name: str, scores: Mapping[str, float], seconds: float, size: int) -> None:
    figures = "  ".join(f"{key} {value:.3f}" for key, value in scores.items())
    print(f"  {name:<22}{figures}  {1000 * seconds / size:.1f} ms an article")


def measure_time(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what the work gives, and the CPU time that it took, which other programs do not lengthen."""
    begin = time.process_time()
    return work(), time.process_time() - begin


def install() -> None:
    """Install the peers that are not there."""
    missing = [package for module, package in PEERS.items() if find_spec(module) is None]
    if missing:
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", PLACE, *missing], check=False)
        invalidate_caches()  # the folder was not there when it was first looked into


def main() -> int:
    """Print a row for each method, tags first; a peer that is not installed is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT.parent / "shared" / "text-dev", metavar="FOLDER")
    parser.add_argument("--install", action="store_true", help="install the peers that are missing first")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    if not (folder / "gold.json").is_file():
        print(f"{folder} holds no gold.json: name a folder of seeds/*.txt and gold.json to measure on")
        return 0
    sys.path.append(str(PLACE))
    if arguments.install:
        install()
    texts = {path.stem: read_text(path.read_text("utf-8")) for path in sorted((folder / "seeds").glob("*.txt"))}
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    tags_of(dict(list(texts.items())[:2]))  # read the word lists
    print(f"{len(texts)} articles")
    ours = tags_of(texts)
    taggers = {
        "briefing": (tags_of, "briefing"),
        "YAKE": (tag_by_yake, "yake"),
        "TF-IDF phrases": (tag_by_tfidf, "sklearn"),
    }
    print("tags")
    for name, (tag, module) in taggers.items():
        if find_spec(module) is None:
            print(f"  {name:<22}not measured: `{module}` is not installed")
            continue
        found, seconds = measure_time(partial(tag, texts))
        print_row(name, score_tags(texts, gold, found), seconds, len(texts))
    print("related")
    linkers: dict[str, tuple[Callable[[Mapping[str, Text]], Links], str]] = {
        "briefing": (related_of, "briefing"),
        "TF-IDF": (relate_by_tfidf, "sklearn"),
        "shared tags": (lambda some: relate_by_tags(some, ours if some is texts else tags_of(some)), "briefing"),
    }
    for name, (relate, module) in linkers.items():
        if find_spec(module) is None:
            print(f"  {name:<22}not measured: `{module}` is not installed")
            continue
        found, seconds = measure_time(partial(relate, texts))
        print_row(name, {**score_links(gold, found), **score_halves(texts, relate)}, seconds, len(texts))
    measure_site(folder, 10_000)
    return 0


if __name__ == "__main__":
    sys.exit(main())
