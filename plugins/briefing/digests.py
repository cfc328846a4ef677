"""Short keys for texts."""

from hashlib import blake2b

from briefing.words import Text

KEY = 16


def digest(*parts: str) -> bytes:
    """Reduce strings to a key."""
    whole = "\0".join(f"{len(part)}:{part}" for part in parts)
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=KEY).digest()


def digest_text(text: Text) -> bytes:
    """Reduce all that the algorithms see of a story to a key."""
    return digest(text.lang, text.title, text.deck, text.body)
