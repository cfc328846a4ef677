"""The same story is read from every kind of file that a newsroom is sent."""

import re
import sys
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocumentFile
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.formats import PACKAGES, text_of
from briefing.pdf_lines import join_pages
from briefing.seed import Role, Seed, read_seed
from conftest import run_anew, run_briefing, write

TITLE = "Port of Valdoro to plug in its ships by autumn"
LEAD = (
    "The Port of Valdoro will supply electricity from the town grid to ships lying at two of its berths, so that they "
    "can shut down their own generators while in harbour. Work begins in June and the first vessel is expected to be "
    "connected in October."
)
MORE = (
    "A ship at the quay still needs light, ventilation, pumps and refrigeration. Most make the current themselves "
    "with diesel engines, which run day and night a few hundred metres from people's bedrooms."
)
SUBHEAD = "What will be built"
LIST = "The plan covers the car terminal and the smaller of the two container berths, and consists of these works:"
ITEMS = ("A cable duct under the car terminal", "A substation behind the customs shed")
ROWS = (("Berth", "Ships served"), ("4", "Car carriers"), ("7", "Feeder container ships"))
LAST = "The port will publish the hours connected, the energy sold and the number of refusals every quarter."


def make_markdown() -> bytes:
    table = "\n".join(f"| {' | '.join(row)} |" for row in (ROWS[0], ("---", "---"), *ROWS[1:]))
    items = "\n".join(f"* {item}" for item in ITEMS)
    return (
        f"---\ntitle: {TITLE}\nauthor: Jane Doe\ndate: 2025-04-07\n---\n\n# {TITLE}\n\n{LEAD}\n\n"
        f"{MORE.replace('diesel', '**diesel**')}\n\n## {SUBHEAD}\n\n{LIST}\n\n{items}\n\n{table}\n\n{LAST}\n"
    ).encode()


def make_page() -> bytes:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE} | Valdoro News</title><meta name=author content='Jane Doe'>"
        "<meta property='article:published_time' content='2025-04-07T09:00:00Z'></head><body>"
        f"<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><article><h1>{TITLE}</h1><p>{LEAD}</p>"
        f"<p>{MORE.replace('diesel', '<b>diesel</b>')}</p><h2>{SUBHEAD}</h2><p>{LIST}</p><ul>{items}</ul>"
        f"<table>{table}</table><p>{LAST}</p></article><footer>Follow us on all channels</footer></body></html>"
    ).encode()


def make_mail(kind: str = "plain", charset: str = "utf-8") -> bytes:
    mail = EmailMessage()
    mail["Subject"] = f"Fwd: {TITLE}"
    mail["From"] = "Paula Reyna <press@port-valdoro.example>"
    mail["Date"] = "Mon, 07 Apr 2025 09:00:00 +0200"
    items = "\n".join(f"- {item}" for item in ITEMS)
    rows = "\n".join("\t".join(row) for row in ROWS)
    text = f"By Jane Doe\n\n{LEAD}\n\n{MORE}\n\n{SUBHEAD}\n\n{LIST}\n\n{items}\n\n{rows}\n\n{LAST}\n"
    if kind == "html":
        mail.set_content(make_page().decode(), subtype="html")
    else:
        mail.set_content(text, charset=charset, cte="quoted-printable")
        mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="map.pdf")
    return mail.as_bytes()


def make_word() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, level=0)
    for text in ("By Jane Doe", "April 7, 2025", LEAD, MORE):
        document.add_paragraph(text)
    document.add_heading(SUBHEAD, level=1)
    document.add_paragraph(LIST)
    for item in ITEMS:
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(rows=0, cols=2)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph(LAST)
    return save_word(document)


def save_word(document: DocumentFile) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class Newspaper(FPDF):  # type: ignore[misc, unused-ignore]  # where the package is missing
    """Every page has a running head and a page number."""

    def header(self) -> None:
        self.set_font("Helvetica", size=9)
        self.cell(0, 10, "The Valdoro News", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.cell(0, 10, f"Page {self.page_no()}", align="C")


def make_pdf(locked: str = "", middle: Sequence[str] = (LEAD, MORE), pdf: FPDF | None = None) -> bytes:
    pdf = pdf or FPDF()
    if locked:
        pdf.set_encryption(owner_password=locked, user_password=locked)
    pdf.add_page()
    pdf.set_font("Helvetica", size=16)
    pdf.multi_cell(0, 8, TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    items = tuple(f"- {item}" for item in ITEMS)
    for text in ("By Jane Doe", "April 7, 2025", *middle, SUBHEAD, LIST, items, LAST):
        pdf.ln(4)
        for line in text if isinstance(text, tuple) else (text,):
            pdf.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


FILES: dict[str, Callable[[], bytes]] = {
    "story.md": make_markdown,
    "story.html": make_page,
    "plain.eml": make_mail,
    "latin.eml": lambda: make_mail(charset="iso-8859-1"),
    "html.eml": lambda: make_mail("html"),
    "story.docx": make_word,
    "story.pdf": make_pdf,
}


def read(name: str) -> Seed:
    return read_seed(text_of(FILES[name](), Path(name).suffix))


def blocks(seed: Seed) -> list[tuple[Role, str]]:
    return [(block.kind, block.text) for block in seed.body]


@pytest.mark.parametrize("name", FILES)
def test_headline_byline_and_date_are_read(name: str) -> None:
    seed = read(name)
    assert (seed.title, seed.title_generated, seed.authors) == (TITLE, False, ("Jane Doe",))
    assert str(seed.published)[:10] == "2025-04-07"


@pytest.mark.parametrize("name", FILES)
def test_the_story_is_read_block_by_block(name: str) -> None:
    rows = [] if name.endswith(".pdf") else [(Role.ROW, " ".join(row)) for row in ROWS]
    assert blocks(read(name)) == [
        (Role.PARAGRAPH, LEAD),
        (Role.PARAGRAPH, MORE),
        (Role.SUBHEAD, SUBHEAD),
        (Role.PARAGRAPH, LIST),
        *((Role.ITEM, item) for item in ITEMS),
        *rows,
        (Role.PARAGRAPH, LAST),
    ]


def test_all_kinds_are_published_and_known_for_one_story(small_site: Callable[..., Path]) -> None:
    """One story in every kind of file is read alike: the ledger takes them for versions of it."""
    root = small_site({f"seeds/{at}.{name}": make() for at, (name, make) in enumerate(FILES.items())})
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("Seeds  1 new, ")
    assert len([*(root / "content/briefings").glob("*.md")]) == 1
    assert "seeds/0.story.md:1: title" in run_briefing(root, "explain", "seeds/0.story.md").stdout
    assert "unchanged" in run_briefing(root, "seeds").stdout


def test_lists_and_quotations_of_a_word_file_keep_their_marks() -> None:
    document = docx.Document()
    for text, style in (("one", "List Number"), ("two", "List Number"), ("x", "List Paragraph"), ("said", "Quote")):
        document.add_paragraph(text, style=style)
    assert text_of(save_word(document), ".docx") == "1. one\n2. two\n- x\n\n> said"


QUESTIONS = ("What does a crane of this size cost, and who pays for it in the end?", "Quay walls")


def write_headings(suffix: str) -> bytes:
    if suffix == ".docx":
        document = docx.Document()
        document.add_heading(TITLE, level=0)
        document.add_paragraph(LEAD)
        for heading in QUESTIONS:
            document.add_heading(heading, level=2)
            document.add_paragraph(MORE)
        return save_word(document)
    if suffix == ".html":
        parts = "".join(f"<h2>{heading}</h2><p>{MORE} {heading}.</p>" for heading in QUESTIONS)
        return f"<html><body><article><h1>{TITLE}</h1><p>{LEAD}</p>{parts}</article></body></html>".encode()
    return f"# {TITLE}\n\n{LEAD}\n".encode() + "".join(f"\n## {head}\n\n{MORE}\n" for head in QUESTIONS).encode()


@pytest.mark.parametrize("suffix", [".md", ".docx", ".html"])
def test_what_a_file_marks_as_a_heading_is_a_subhead(suffix: str) -> None:
    seed = read_seed(text_of(write_headings(suffix), suffix))
    assert seed.title == TITLE
    assert tuple(block.text for block in seed.body if block.kind is Role.SUBHEAD) == QUESTIONS


PAGES = {
    "a paragraph over two pages": (
        ["Daily\nThe port of Valdoro will put up a second crane in the month of\n1", "Daily\nMay.\n2"],
        "Daily\nThe port of Valdoro will put up a second crane in the month of May.",
    ),
    "lines that the edge broke": (
        ["The port of Valdoro will put up a second\ncrane in May. It will be long-\nterm work on the long-term quay."],
        "The port of Valdoro will put up a second crane in May. It will be long-term work on the long-term quay.",
    ),
    "a hyphen of the page": (
        ["The port asks for information. All infor-\nmation that reaches the port is welcome."],
        "The port asks for information. All information that reaches the port is welcome.",
    ),
    "short lines": (["Harbour Office\nQuay Street 4\nValdoro"], "Harbour Office\nQuay Street 4\nValdoro"),
    "items": (
        ["- A cable duct under the car terminal\n- A substation behind the customs"],
        "- A cable duct under the car terminal\n- A substation behind the customs",
    ),
    "columns": (
        ["Berth four     Car carriers     Ready\nBerth seven    Container ships  Later"],
        "Berth four     Car carriers     Ready\nBerth seven    Container ships  Later",
    ),
    "one page that ends in a number": (
        ["The harbour was built in the year\n1974"],
        "The harbour was built in the year\n1974",
    ),
}


@pytest.mark.parametrize("case", PAGES)
def test_the_lines_of_pages_become_paragraphs(case: str) -> None:
    pages, text = PAGES[case]
    assert join_pages(pages) == text


def test_a_long_pdf_reads_as_one_text() -> None:
    middle = [f"Ship {number} lay at the quay for {number} days. {LEAD}" for number in range(2, 60)]
    paper = Newspaper()
    text = text_of(make_pdf(middle=middle, pdf=paper), ".pdf")
    assert paper.pages_count > 3
    assert text.count("The Valdoro News") == 1
    assert "Page" not in text
    story = [text for role, text in blocks(read_seed(text)) if role is Role.PARAGRAPH]
    assert story == [*middle, LIST, LAST]


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "locked.pdf": (lambda: make_pdf(locked="quay"), "this PDF is locked with a password: save its text as .txt"),
    "scan.pdf": (
        lambda: bytes(blank_pdf().output()),
        "this PDF holds pictures of pages, not text: save its text as .txt",
    ),
    "damaged.pdf": (lambda: make_pdf()[:40], "this is no PDF, or a damaged one: save its text as .txt"),
    "damaged.docx": (lambda: make_word()[:400], "this is no Word file, or a damaged one: save its text as .txt"),
    "empty.html": (lambda: b"<html></html>", "no story was found in this page: save its text as .txt"),
    "picture.eml": (
        lambda: b"Subject: x\nContent-Type: image/png\n\nabc",
        "there is no text in this mail: save the attachment that holds the story as a seed",
    ),
    "story.pages": (
        lambda: b"text",
        "a seed is a text file, not .pages: save it as one of .txt, .md, .html, .htm, .eml, .docx, .pdf",
    ),
}


def blank_pdf() -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    return pdf


def test_a_file_that_cannot_be_read_is_set_aside_with_the_reason(small_site: Callable[..., Path]) -> None:
    root = small_site({f"seeds/{name}": make() for name, (make, _) in UNREADABLE.items()})
    result = run_briefing(root, "seeds")
    assert result.returncode == 3
    assert sorted(result.stderr.splitlines()) == sorted(
        f"error seeds/{name}: {message}; the seed is set aside" for name, (_, message) in UNREADABLE.items()
    )


@pytest.mark.parametrize(
    ("module", "name", "package"),
    [
        ("pypdf", "story.pdf", "pypdf"),
        ("docx", "story.docx", "python-docx"),
        ("trafilatura", "story.html", "trafilatura"),
        ("trafilatura", "html.eml", "trafilatura"),
    ],
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    module: str, name: str, package: str, small_site: Callable[..., Path]
) -> None:
    root = small_site({f"seeds/{name}": FILES[name](), f"plugins/{module}.py": f"raise ImportError({module!r})\n"})
    result = run_anew(root, "seeds")
    suffix = ".html" if module == "trafilatura" else Path(name).suffix
    assert result.returncode == 3
    assert result.stderr == (
        f"error seeds/{name}: a {suffix} file needs {package}: install it with "
        f"`{sys.executable} -m pip install 'briefing-microsite[formats]'`; the seed is set aside\n"
    )


def test_no_library_is_imported_for_plain_text(small_site: Callable[..., Path]) -> None:
    root = small_site(
        {"seeds/a.txt": f"{TITLE}\n\n{LEAD}\n", "seeds/b.md": make_markdown(), "seeds/c.eml": make_mail()}
    )
    for module in PACKAGES:
        write(root / f"plugins/{module}.py", f"raise ImportError({module!r})\n")
    result = run_anew(root, "build")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("name", ["story.md", "story.html", "plain.eml", "story.docx", "story.pdf"])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_ends_in_text_or_in_one_clear_error(name: str, data: st.DataObject) -> None:
    whole = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    try:
        text = text_of(bytes(whole), Path(name).suffix)
    except BriefingError as error:
        assert re.search("[:;] ", error.message)  # noqa: PT017 - an error is one of two right outcomes
        return
    read_seed(text)


GOOD = {name: make() for name, make in FILES.items()}
