"""The language of a text, told offline."""

_SAMPLE = 900
_FALLBACK = "en"


def tell_language(text: str) -> str:
    """ISO 639-1 code; English for a text without letters."""
    sample = text[:_SAMPLE]
    if not any(char.isalpha() for char in sample):
        return _FALLBACK
    # The model takes half a second to load, which a run with nothing new to read should not pay.
    from py3langid import classify  # noqa: PLC0415

    # Capitals mislead the model: it was trained on running text.
    return str(classify(sample.lower() if sample.isupper() else sample)[0])
