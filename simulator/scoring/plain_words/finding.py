"""What the reading of a text found: the words, and what is wrong with them."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Fault: TypeAlias = Literal["jargon", "inside name", "blame", "too many apologies"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a text that its readers should not have to read."""

    fault: Fault
    words: str
