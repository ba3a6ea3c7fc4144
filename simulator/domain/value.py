"""What nearly everything here is made of: values that nobody changes."""

import dataclasses
from typing import TYPE_CHECKING, Any, dataclass_transform

from msgspec import NODEFAULT, Struct, field, structs, to_builtins
from msgspec.structs import fields

if TYPE_CHECKING:
    from dataclasses import astuple, replace  # a type checker knows by these which parts there are
else:
    from msgspec.structs import astuple

__all__ = ["NODEFAULT", "Value", "astuple", "field", "fields", "names_in", "parts_of", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """Named parts that stay as they are; two of one kind are equal, and hash alike, when their parts do.

    As a frozen dataclass is, but of msgspec: a kind of value takes a fortieth of the time to define, and a
    program that is made of hundreds of them does so at every start. What has a part that does not count when
    two are compared, such as where it was written, or is not to be shown, is a dataclass.
    """


if not TYPE_CHECKING:

    def replace(value, /, **changes):
        """The same value but for some of its parts; a dataclass will do, too."""
        how = structs.replace if isinstance(value, Struct) else dataclasses.replace
        return how(value, **changes)


def names_in(value: Value) -> tuple[str, ...]:
    """The names of the parts, in order."""
    return value.__struct_fields__


def parts_of(value: Value) -> dict[str, Any]:
    """The parts by name, as plain as JSON wants them, and likewise those of each part that is a value."""
    parts: dict[str, Any] = to_builtins(value)
    return parts
