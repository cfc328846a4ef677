"""The language of a text, told offline."""

_SAMPLE = 900
_FALLBACK = "en"
_NAMED = {
    "arz": "ar", "ary": "ar", "crh": "tr", "ext": "es", "fuv": "ff", "gom": "kok", "grc": "el", "gug": "gn",
    "hbo": "he", "kik": "ki", "tl": "fil", "uzs": "uz", "wuu": "zh",
    **dict.fromkeys(("ace", "bcl", "gcf", "gcr", "guw", "zxx"), _FALLBACK),
}  # fmt: skip
"""What stands for the codes of the model in which no date can be written; zxx is a text without a language."""


def tell_language(text: str) -> str:
    """ISO 639-1 code; English for a text without letters or language."""
    sample = text[:_SAMPLE]
    if not any(char.isalpha() for char in sample):
        return _FALLBACK
    # The model takes half a second to load, which a run with nothing new to read should not pay.
    from py3langid import classify  # noqa: PLC0415

    # Capitals mislead the model: it was trained on running text.
    return name_language(str(classify(sample.lower() if sample.isupper() else sample)[0]))


def name_language(code: str) -> str:
    return _NAMED.get(code, code)
