"""What all shapes share: no unknown keys, no silent conversion, spaces in keys, forms read while checked."""

from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from simulator.authoring import forms
from simulator.authoring.forms import Form
from simulator.domain.value import Value


def spaced(name: str) -> str:
    """A field's key in the file: words with spaces."""
    return name.replace("_", " ")


class Shape(BaseModel):
    """Part of a file: the keys that may stand there."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=spaced)


class Written(Value):
    """Marks a field as written in a form: the text is read while it is checked."""

    form: Form[Any]

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: object) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": self.form.pattern,
            "patternErrorMessage": f"expected {self.form.expected}",
        }

    def _read(self, value: object) -> object:
        read = self.form.read(value)
        if read is None:
            raise PydanticCustomError("form", "no {name}", {"name": self.form.name, "form": self.form})
        return read


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    raise PydanticCustomError("yes_or_no", "neither yes nor no")


class _YesNoSchema(Value):
    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_yes_or_no)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: object) -> dict[str, Any]:
        return {"enum": ["yes", "no", True, False]}


YesNo: TypeAlias = Annotated[bool, _YesNoSchema()]

Duration: TypeAlias = Annotated[int, Written(forms.DURATION)]
Lasting: TypeAlias = Annotated[int, Written(forms.LASTING)]
Percent: TypeAlias = Annotated[float, Written(forms.PERCENT)]
Shed: TypeAlias = Annotated[float, Written(forms.SHED)]
Inner: TypeAlias = Annotated[float, Written(forms.INNER)]
Level: TypeAlias = Annotated[float, Written(forms.LEVEL)]
Relative: TypeAlias = Annotated[float, Written(forms.CHANGE)]
Factor: TypeAlias = Annotated[float, Written(forms.FACTOR)]

Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[^\s/](?:[^/\n\t]*[^\s/])?$", max_length=60)]

T = TypeVar("T")


def _several(value: object) -> object:
    return (value,) if isinstance(value, dict) else value


def several(item: type[T]) -> Any:
    """The annotation of a list of mappings that may also be written as one mapping."""
    either: Any = item | tuple[item, ...]  # type: ignore[valid-type]  # a type made as the program runs
    return BeforeValidator(_several, json_schema_input_type=either)


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def one_or_more(item: Any) -> Any:
    """The annotation of a list of texts that may also be written as one text."""
    return BeforeValidator(_one_or_more, json_schema_input_type=item | tuple[item, ...])
