"""Raw news text to structured articles: `decode_seed` and `read_seed`."""

from .assemble import read_seed
from .decode import decode_seed
from .parts import Block, Image, Part, ReadMore, Role, Seed

__all__ = ["Block", "Image", "Part", "ReadMore", "Role", "Seed", "decode_seed", "read_seed"]
