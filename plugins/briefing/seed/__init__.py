"""Raw news text to structured articles: `decode_seed` and `read_seed`, loaded when they are asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .assemble import read_seed
    from .decode import decode_seed
    from .parts import Block, Image, Part, ReadMore, Role, Seed

__all__ = ["Block", "Image", "Part", "ReadMore", "Role", "Seed", "decode_seed", "read_seed"]
HOMES = {"read_seed": "assemble", "decode_seed": "decode"}


def __getattr__(name: str) -> Any:
    """Load the rules, a sixth of a second, only for a run that reads a seed."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{HOMES.get(name, 'parts')}"), name)
