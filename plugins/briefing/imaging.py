"""A picture in the sizes and kinds that pages show it in: bytes in, bytes out, the same on every machine."""

import struct
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from briefing.errors import BriefingError

WIDTHS = (480, 800, 1200, 1600)
"""In pixels: a phone's, the column of a story's, and each on a screen of double density."""
TALLEST = 1440
"""Pixels: twice the height at which a page shows a picture."""
NEAR = 0.9
"""A width nearer to the largest is not worth a file."""
FACE = 1200
"""The widest size in the kind that everything can show: what others show beside a link is 1200 pixels wide."""
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypheim", b"ftypmif1", b"ftypmsf1")
SAVE_AS = "save it as JPEG or PNG"
DAMAGED = (OSError, RuntimeError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError, struct.error)
KINDS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"quality": 55, "subsampling": "4:4:4", "speed": 6, "codec": "aom", "max_threads": 1},
    "webp": {"quality": 75, "method": 4},
    "jpg": {"format": "JPEG", "quality": 78, "subsampling": "4:4:4", "progressive": True, "optimize": True},
}
"""How each kind is written, the last in one size for what knows no other: in full colour, for charts and lettering.

With more threads the bytes of AVIF depend on how many.
"""


class Made(NamedTuple):
    """One size of a picture in one kind."""

    kind: str
    """`avif`, `webp` or `jpg`."""
    width: int
    height: int
    data: bytes


def make_sizes(data: bytes) -> list[Made]:
    """Make all sizes of a picture, none larger than itself; what it tells beside colours, as where it was taken, goes.

    Of one that moves the first picture is taken. What cannot be shown raises `BriefingError`.
    """
    if data[4:12] in HEIC:
        raise BriefingError(f"is HEIC, which browsers do not show: {SAVE_AS}")
    with refuse_broken(), Image.open(BytesIO(data), formats=FORMATS) as opened:
        opened.draft(None, (2 * WIDTHS[-1], 2 * WIDTHS[-1]))  # of a large JPEG takes a half, a quarter or an eighth
        opened.load()
        picture = flatten(turn_upright(opened))
        widths = list_widths(*picture.size)
        largest = shrink(picture, widths[-1])
        sizes = [shrink(largest, width) for width in widths]
    *kinds, last = KINDS.items()
    files = [write(size, *kind) for kind in kinds for size in sizes]
    return [*files, write([size for size in sizes if size.width <= FACE][-1], *last)]


@contextmanager
def refuse_broken() -> Iterator[None]:
    """Say of a file that cannot be read as a picture what to do; Pillow raises whatever its readers run into."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        most = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
        raise BriefingError(f"has more than {most} million pixels: make it smaller") from error
    except UnidentifiedImageError as error:
        raise BriefingError(f"is of a kind that is not shown, or damaged: {SAVE_AS}") from error
    except DAMAGED as error:
        raise BriefingError(f"is damaged ({error}): {SAVE_AS}") from error


def turn_upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its camera was held; where that is said in a way that nobody can read, it stays as it is."""
    try:
        return ImageOps.exif_transpose(picture)
    except DAMAGED:
        return picture


def flatten(picture: Image.Image) -> Image.Image:
    """Reduce any kind of pixel to sRGB, on white where nothing is: black lines on nothing are unseen on a dark page."""
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data:
        whole = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole).convert("RGB")
    elif picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    elif picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("RGB")
    if profile:
        picture = to_srgb(picture, profile)
    plain = picture.convert("RGB")
    plain.info.clear()
    return plain


def to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Take colours as their profile means them; a profile that is damaged or of other pixels is passed over."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, OSError):
        return picture


def list_widths(width: int, height: int) -> list[int]:
    """Choose the widths of a picture: in steps up to its own, or to the width at which it is as tall as can be used."""
    most = max(1, min(width, WIDTHS[-1], width * TALLEST // height))
    return [*(step for step in WIDTHS if step < most * NEAR), most]


def shrink(picture: Image.Image, width: int) -> Image.Image:
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def write(picture: Image.Image, kind: str, settings: Mapping[str, Any]) -> Made:
    """Encode a picture with the encoder's own settings, and with nothing that its camera wrote."""
    file = BytesIO()
    Image.Image.save(picture, file, **{"format": kind.upper(), **settings})
    return Made(kind, picture.width, picture.height, file.getvalue())
