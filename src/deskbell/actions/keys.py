"""The key of a field, made from its label when the admin gives none: "Provider name" → `provider_name`."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 40


def key_for(label: str, taken: Iterable[str]) -> str:
    """A key that no field in `taken` has; later ones get `_2`, `_3` …"""
    letters = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[: LONGEST - 3]
    base = base if base[:1].isalpha() else f"field_{base}".rstrip("_")
    used = set(taken)
    numbered = (base if number == 1 else f"{base}_{number}" for number in range(1, len(used) + 2))
    return next(key for key in numbered if key not in used)
