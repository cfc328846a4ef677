"""Seeds that are not plain text: Markdown, web pages, mails, Word and PDF files as the raw text of their story.

A page, a mail or a document becomes the text that somebody would paste from it, and is then read like any other seed.
The libraries for the last three are an extra of the package and are imported when such a file is met.
"""

import email.policy
import importlib
import logging
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.message import MIMEPart
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing.embargo import EMBARGOED
from briefing.errors import BriefingError
from briefing.front_matter import read_date, split_front_matter
from briefing.holding_keys import find_draft, find_order, find_release
from briefing.markup import join_blocks, mark_heading, to_lines
from briefing.pdf_lines import join_pages
from briefing.seed import decode_seed

PACKAGES = {"trafilatura": "trafilatura", "docx": "python-docx", "pypdf": "pypdf"}
DAMAGED = (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)
"""What parsers of other people's formats raise on a damaged file, beside errors of their own."""
FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|enc|press release|news release)\s*:\s*)+", re.IGNORECASE)


def text_of(data: bytes, suffix: str) -> str:
    """Give the text of a seed; a file without text raises `BriefingError`."""
    return find_reader(suffix)(data)


def find_reader(suffix: str) -> Callable[[bytes], str]:
    """Say how a kind of file is read; one that is not known raises `BriefingError`."""
    if read := READERS.get(suffix.lower()):
        return read
    message = (
        f"a seed is a text file, not {suffix or 'a file without a suffix'}: save it as one of {', '.join(READERS)}"
    )
    raise BriefingError(message)


def read_markdown(data: bytes) -> str:
    """Take the marks out of Markdown; what its front matter says of the story comes first."""
    meta, body, _ = split_front_matter(decode_seed(data), "front matter")
    lower = {str(key).lower(): value for key, value in meta.items()}
    if line := find_draft(lower):
        raise BriefingError(f"`{line}` is for articles, and a seed is published: move it away until it may be")
    return compose(
        to_lines(body),
        title=lower.get("title"),
        label="Headline: ",
        deck=lower.get("summary") or lower.get("description"),
        authors=lower.get("authors") or lower.get("author"),
        day=lower.get("date"),
        keywords=lower.get("keywords") or lower.get("tags"),
        order=write_order(find_order(lower), lower.get("status"), find_release(lower)),
    )


def write_order(embargo: Any, status: Any, release: Any = None) -> str | None:
    """Write the keys that hold a story as a wire's line."""
    if embargo is True or (not embargo and str(status).lower() == EMBARGOED):
        return "EMBARGOED"
    if embargo:
        return f"EMBARGOED UNTIL {write_moment(embargo)}"
    return f"Release date: {write_moment(release)}" if release else None


def write_moment(value: Any) -> str:
    """Write a moment as a wire does, which states no offset but may state UTC."""
    try:
        moment = read_date(value)
    except ValueError:
        return str(value)
    if not isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d}"
    if moment.tzinfo is None:
        return f"{moment:%H:%M, %Y-%m-%d}"
    return f"{moment.astimezone(UTC):%H:%M UTC, %Y-%m-%d}"


def read_html(data: bytes) -> str:
    """Take the story out of a web page, as trafilatura finds it among what surrounds it."""
    trafilatura = load("trafilatura", ".html")
    page = trafilatura.bare_extraction(
        data,
        favor_recall=True,
        include_comments=False,
        include_formatting=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if page is None or page.body is None or not "".join(page.body.itertext()).strip():
        raise BriefingError("no story was found in this page: save its text as .txt")
    return compose(
        join_blocks(mark_page(page.body)),
        title=page.title,
        authors=page.author.split("; ") if page.author else None,
        day=page.date,
    )


def mark_page(body: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Give the blocks of trafilatura's tree, the headings after the first marked."""
    headings = 0
    for element in body:
        if element.tag == "head" and (words := words_of(element)):
            yield "block", mark_heading(words, headings)
            headings += 1
        else:
            yield from write_element(element)


def write_element(element: Any) -> Iterator[tuple[str, str]]:
    """Give one block of trafilatura's tree with its kind, a list's items and a table's rows each for itself."""
    if element.tag == "list":
        numbered = element.get("rend") == "ol"
        for at, item in enumerate(element.iter("item"), 1):
            yield "item", f"{f'{at}.' if numbered else '-'} {words_of(item)}"
    elif element.tag == "table":
        for row in element.iter("row"):
            yield "row", "\t".join(map(words_of, row.iter("cell")))
    elif words := words_of(element):
        yield "block", f"> {words}" if element.tag == "quote" else words


def words_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def read_mail(data: bytes) -> str:
    """Take the text of a mail, plain if it has one; its subject is the headline unless the text begins with it."""
    try:
        mail = email.message_from_bytes(data, policy=email.policy.default)
        part = mail.get_body(preferencelist=("plain", "html"))
        subject, date = str(mail["subject"] or ""), mail["date"]
    except DAMAGED as error:
        raise BriefingError("this is no mail, or a damaged one: save its text as .txt") from error
    if part is None:
        raise BriefingError("there is no text in this mail: save the attachment that holds the story as a seed")
    body = decode_part(part)
    text = read_html(body.encode()) if part.get_content_subtype() == "html" else body
    subject = FORWARDED.sub("", " ".join(subject.split()))
    sent = getattr(date, "datetime", None)
    told = subject.casefold() in " ".join(text[:1500].split()).casefold()
    return compose(text, title=None if told else subject, day=sent.date() if sent else None)


def decode_part(part: MIMEPart) -> str:
    """Decode by the character set that the mail states, or by the letters if it states none or a wrong one."""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    charset = part.get_content_charset()
    try:
        return decode_seed((raw.decode(charset) if charset else decode_seed(raw)).encode())
    except (LookupError, ValueError):
        return decode_seed(raw)


def read_word(data: bytes) -> str:
    """Take paragraphs, lists, quotations and tables of a Word file in their order."""
    docx = load("docx", ".docx")
    try:
        document = docx.Document(BytesIO(data))
        text = join_blocks(write_blocks(document.iter_inner_content()))
    except (*DAMAGED, zipfile.BadZipFile, zlib.error, docx.opc.exceptions.OpcError, SyntaxError) as error:
        raise BriefingError("this is no Word file, or a damaged one: save its text as .txt") from error
    return decode_seed(text.encode())


def write_blocks(blocks: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Give the blocks of a Word file with their kinds, which the names of their styles tell."""
    number = headings = 0
    for block in blocks:
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "row", "\t".join(" ".join(cell.text.split()) for cell in row.cells)
            continue
        style = (block.style.name or "").lower() if block.style is not None else ""
        number = number + 1 if style.startswith("list number") else 0
        mark = f"{number}. " if number else "- " if style.startswith("list") else "> " if "quote" in style else ""
        text = block.text.strip()
        if text and (style == "title" or style.startswith("heading")):
            yield "block", mark_heading(" ".join(text.split()), headings)
            headings += 1
        elif text:
            yield "item" if style.startswith("list") else "block", f"{mark}{text}"


def read_pdf(data: bytes) -> str:
    """Take the lines of a PDF's pages, joined to paragraphs, without running heads and page numbers."""
    pypdf = load("pypdf", ".pdf")
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BriefingError("this PDF is locked with a password: save its text as .txt")
        pages = [page.extract_text(extraction_mode="layout") for page in reader.pages]
    except (*DAMAGED, pypdf.errors.PyPdfError, pypdf.errors.DependencyError) as error:
        raise BriefingError("this is no PDF, or a damaged one: save its text as .txt") from error
    if not any(map(str.strip, pages)):
        raise BriefingError("this PDF holds pictures of pages, not text: save its text as .txt")
    return decode_seed(join_pages(pages).encode())


def compose(
    body: str,
    *,
    title: Any,
    label: str = "",
    deck: Any = None,
    authors: Any = None,
    day: Any = None,
    keywords: Any = None,
    order: str | None = None,
) -> str:
    """Set what a file says about its story above the text, as a newspaper would print it.

    A `label` before a title says that it is one, whatever it looks like.
    """
    names = [str(name) for name in authors] if isinstance(authors, list | tuple) else [str(authors)] if authors else []
    words = ", ".join(map(str, keywords)) if isinstance(keywords, list | tuple) else keywords
    first, _, rest = body.strip().partition("\n")
    if title and " ".join(first.split()).casefold() == " ".join(str(title).split()).casefold():
        body = rest
    byline, subjects = f"By {' and '.join(names)}" if names else None, f"Keywords: {words}" if words else None
    head = (order, f"{label}{title}" if title else None, deck, byline, day, subjects)
    lines = [" ".join(str(each).split()) for each in head if each]
    return decode_seed("\n\n".join([*lines, body.strip()]).encode())


def load(module: str, suffix: str) -> Any:
    """Import a library when a file needs it; what it mends in a file on its own way is no news to an editor."""
    try:
        library = importlib.import_module(module)
    except ImportError as error:
        python = Path(sys.executable)
        python = python.relative_to(Path.cwd()) if python.is_relative_to(Path.cwd()) else python
        install = f"{python} -m pip install 'briefing-microsite[formats]'"
        raise BriefingError(f"a {suffix} file needs {PACKAGES[module]}: install it with `{install}`") from error
    logging.getLogger(module).setLevel(logging.CRITICAL)
    return library


READERS: Mapping[str, Callable[[bytes], str]] = {
    ".txt": decode_seed,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".eml": read_mail,
    ".docx": read_word,
    ".pdf": read_pdf,
}
"""How each kind of file is read, by its suffix."""
