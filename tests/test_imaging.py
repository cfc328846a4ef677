"""Pictures of any kind in the sizes that pages show: as they were meant, and the same on every machine."""

import io
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from briefing import gallery
from briefing.errors import BriefingError
from briefing.imaging import WIDTHS, list_widths, make_sizes
from conftest import write
from test_cache import list_imports

RED, GREEN, BLUE, GOLD, WHITE = (200, 40, 40), (40, 150, 60), (40, 60, 190), (220, 190, 60), (255, 255, 255)
QUARTERS = (RED, GREEN, BLUE, GOLD)
"""From the left above to the right below."""


def paint(width: int, height: int, colours: tuple[tuple[int, int, int], ...] = QUARTERS) -> Image.Image:
    picture = Image.new("RGB", (width, height))
    for number, colour in enumerate(colours):
        left, top = number % 2 * (width // 2), number // 2 * (height // 2)
        picture.paste(colour, (left, top, left + width // 2 + 1, top + height // 2 + 1))
    return picture


def encode(picture: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def swap_red_and_blue() -> bytes:
    """Make a profile that takes red for blue, from that of sRGB with the names of two tags exchanged."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for one, other in ((b"rXYZ", b"????"), (b"bXYZ", b"rXYZ"), (b"????", b"bXYZ")):
        profile = profile.replace(one, other, 1)
    return profile


def taken_on_its_side() -> bytes:
    """Make a photo as a camera held upright does, which says where it was."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the left
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "CAMERA-MAKER"
    turned = paint(900, 600).transpose(Image.Transpose.ROTATE_90)
    return encode(turned, exif=exif.tobytes(), comment=b"SECRET COMMENT", quality=95)


def cut_out() -> Image.Image:
    """Make a picture that has nothing in its last quarter."""
    picture = paint(900, 600).convert("RGBA")
    picture.paste((0, 0, 0, 0), (450, 300, 900, 600))
    return picture


def grey(values: tuple[int, ...], mode: str) -> Image.Image:
    shades = Image.new(mode, (900, 600))
    for number, value in enumerate(values):
        left, top = number % 2 * 450, number // 2 * 300
        shades.paste(value, (left, top, left + 450, top + 300))
    return shades


GREYS = ((0, 0, 0), (80, 80, 80), (160, 160, 160), WHITE)
FILES: dict[str, tuple[Callable[[], bytes], tuple[tuple[int, int, int], ...]]] = {
    "JPEG": (lambda: encode(paint(900, 600), quality=95), QUARTERS),
    "taken upright": (taken_on_its_side, QUARTERS),
    "JPEG of ink": (lambda: encode(paint(900, 600).convert("CMYK"), quality=95), QUARTERS),
    "PNG": (lambda: encode(paint(900, 600), "PNG"), QUARTERS),
    "PNG of few colours": (lambda: encode(paint(900, 600).quantize(8), "PNG"), QUARTERS),
    "PNG with nothing in a quarter": (lambda: encode(cut_out(), "PNG"), (RED, GREEN, BLUE, WHITE)),
    "PNG of greys": (lambda: encode(grey((0, 80, 160, 255), "L"), "PNG"), GREYS),
    "PNG of many greys": (lambda: encode(grey((0, 80 * 257, 160 * 257, 65535), "I;16"), "PNG"), GREYS),
    "PNG of two greys": (lambda: encode(grey((0, 255, 0, 255), "L").convert("1"), "PNG"), (GREYS[0], WHITE) * 2),
    "GIF that moves": (
        lambda: encode(paint(900, 600), "GIF", save_all=True, append_images=[Image.new("RGB", (900, 600))]),
        QUARTERS,
    ),
    "WebP": (lambda: encode(paint(900, 600), "WEBP", quality=95), QUARTERS),
    "AVIF": (lambda: encode(paint(900, 600), "AVIF", quality=90), QUARTERS),
    "of other primaries": (
        lambda: encode(paint(900, 600), "PNG", icc_profile=swap_red_and_blue()),
        ((40, 40, 200), (60, 150, 40), (190, 60, 40), (60, 190, 220)),
    ),
    "with a damaged profile": (lambda: encode(paint(900, 600), "PNG", icc_profile=b"no profile"), QUARTERS),
}


@pytest.mark.parametrize("name", FILES)
def test_any_picture_is_shown_as_it_was_meant(name: str) -> None:
    """Upright, in its colours, on white, in each size and kind, and without a word on where it was taken."""
    make, colours = FILES[name]
    made = make_sizes(make())
    assert [(each.kind, each.width, each.height) for each in made] == [
        *[(kind, width, width * 2 // 3) for kind in ("avif", "webp") for width in (480, 800, 900)],
        ("jpg", 900, 600),
    ]
    for each in made:
        shown = Image.open(io.BytesIO(each.data))
        assert shown.size == (each.width, each.height)
        assert not shown.info.keys() & {"exif", "xmp", "icc_profile", "comment"}
        assert not any(word in each.data for word in (b"CAMERA-MAKER", b"SECRET"))
        for at, colour in enumerate(colours):
            place = (each.width * (1 + 2 * (at % 2)) // 4, each.height * (1 + 2 * (at // 2)) // 4)
            seen = shown.convert("RGB").getpixel(place)
            assert isinstance(seen, tuple)
            assert max(abs(one - other) for one, other in zip(seen, colour, strict=True)) < 14, (
                each.kind,
                seen,
                colour,
            )


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_no_size_is_larger_than_the_picture(width: int, height: int) -> None:
    widths = list_widths(width, height)
    assert widths == sorted({*widths})
    assert 1 <= widths[-1] <= min(width, WIDTHS[-1])
    assert widths[-1] * height // width <= max(1440, height / width)


def test_sizes_are_the_same_in_another_process_on_one_processor(tmp_path: Path) -> None:
    noise = Image.effect_noise((1600, 900), 60).convert("RGB")
    write(tmp_path / "a.jpg", encode(Image.blend(noise, paint(1600, 900), 0.5)))
    script = """if True:
        import hashlib, os, sys
        if len(sys.argv) > 2 and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
        from briefing.imaging import make_sizes
        for each in make_sizes(open(sys.argv[1], "rb").read()):
            print(each.kind, each.width, hashlib.sha256(each.data).hexdigest())
        """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", script, tmp_path / "a.jpg", *one], env=environment, capture_output=True, check=True
        ).stdout
        for one in ([], ["one"])
    ]
    assert said[0] == said[1]
    assert said[0].count(b"\n") == 9


def boast(width: int, height: int) -> bytes:
    """Make a small PNG that says to be large."""
    data = bytearray(encode(paint(8, 8), "PNG"))
    data[16:24] = struct.pack(">II", width, height)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


DAMAGED: dict[str, tuple[bytes, str]] = {
    "cut short": (encode(paint(900, 600))[:4000], "is damaged ("),
    "empty": (b"", "is of a kind that is not shown, or damaged: save it as JPEG or PNG"),
    "a text": (b"No picture at all.", "is of a kind that is not shown"),
    "a drawing": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "is of a kind that is not shown"),
    "a phone's": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "is HEIC, which browsers do not show: save it as JPEG or PNG"),
    "a bomb": (boast(60_000, 60_000), "has more than 89 million pixels: make it smaller"),
    "a smaller bomb": (boast(10_000, 9_000), "has more than 89 million pixels: make it smaller"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_shown_is_told_what_to_do(name: str) -> None:
    data, message = DAMAGED[name]
    with pytest.raises(BriefingError) as caught:
        make_sizes(data)
    assert str(caught.value).startswith(message)


WHOLE = [encode(paint(24, 16), kind) for kind in ("JPEG", "PNG", "WEBP", "AVIF", "GIF")]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WHOLE), st.integers(0, 2000), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255))))
def test_a_damaged_file_is_refused_or_shown(data: bytes, end: int, changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(data[: end or None])
    for at, value in changes:
        damaged[at % len(damaged)] = value
    with suppress(BriefingError):
        assert make_sizes(bytes(damaged))


def test_the_modules_that_make_sizes_are_named() -> None:
    assert {*gallery.CODE} | {"errors"} == list_imports("imaging")
