"""How facts and strains are made: values that nobody changes."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(kind: type[T]) -> type[T]:
    """A kind of value of which an exercise makes many, hundreds of the facts.

    That nobody changes one is held by the type checker and not while the program runs: a lock that each field
    has to be put past makes one four times as slow to make.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
