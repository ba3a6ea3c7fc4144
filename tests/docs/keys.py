"""The reference of scenario files: every key of each kind, from the JSON Schema that the program prints."""

from collections.abc import Iterator
from typing import Any

from simulator.authoring import KINDS, schema

INTRODUCTION = """\
# Scenario keys

Every key that an organisation, a doctrine or a scenario may have. How to write one from scratch is told in
[Write an outage](../guides/authoring.md); `icsim check` names every mistake in a file, and `icsim schema`
prints what this page is made from, for an editor that completes and checks.

A key with a star must be given. `NAME` stands for a name of your own choice.
"""
HEAD = "| key | written | meaning |\n|---|---|---|\n"


def scenario_keys() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *(_Kind(kind).text() for kind in KINDS)])


class _Kind:
    """One kind of file: its shapes in the order in which its keys lead to them."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.whole: dict[str, Any] = schema(kind)
        self.places: dict[str, str] = {}
        self.sections: list[str] = []

    def text(self) -> str:
        about = self.whole.get("description", "")
        self._section(f"## {self.kind.capitalize()}", about, self.whole, "")
        return "\n".join(self.sections)

    def _section(self, heading: str, about: str, shape: dict[str, Any], path: str) -> None:
        required = shape.get("required", ())
        found = [(key, part, _joined(path, key)) for key, part in shape.get("properties", {}).items()]
        new = [each for key, part, place in found for each in self._new(part, place)]
        rows = [
            f"| `{key}`{' *' if key in required else ''} | {self._written(part)} | {_told(part)} |"
            for key, part, place in found
        ]
        self.sections.append(f"{heading}\n\n{about}\n\n{HEAD}" + "\n".join(rows) + "\n")
        for name, place in new:
            self._section(f"### {self.kind}: {place}", _about(self._shape(name)), self._shape(name), place)

    def _shape(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self.whole["$defs"][name]
        return found

    def _new(self, part: dict[str, Any], place: str) -> Iterator[tuple[str, str]]:
        """The shapes that this key is the first to lead to, each with its place."""
        for name, inner in _references(part, place):
            if name not in self.places and "properties" in self._shape(name):
                self.places[name] = inner
                yield name, inner

    def _written(self, part: dict[str, Any]) -> str:
        return _cell(self._form(part))

    def _form(self, part: dict[str, Any]) -> str:
        if "$ref" in part:
            return self._linked(part["$ref"].rpartition("/")[2])
        if "anyOf" in part:
            one, *more = dict.fromkeys(self._form(each) for each in part["anyOf"])
            return ", or ".join([one, *("a list of them" if each.endswith(one) else each for each in more)])
        if "enum" in part or "const" in part:
            return ", ".join(f"`{each}`" for each in part.get("enum", [part.get("const")]) if _is_word(each))
        if "patternErrorMessage" in part:
            return str(part["patternErrorMessage"]).removeprefix("expected ")
        return self._plain_form(part)

    def _plain_form(self, part: dict[str, Any]) -> str:
        match part.get("type"):
            case "array" if "items" in part:
                return f"a list{_amount(part, 'Items')}, each {self._form(part['items'])}"
            case "array":
                return "a list"
            case "object":
                return self._mapping(part)
            case "integer":
                return f"a whole number{_range(part)}"
            case "number":
                return f"a number{_range(part)}"
            case "string" if str(part.get("pattern", "")).startswith("^[a-z0-9]"):
                return "a name of small letters, digits and hyphens"
            case "string" if "pattern" in part:
                return "a name"
            case kind:
                return "text" if kind == "string" else str(kind or "anything")

    def _mapping(self, part: dict[str, Any]) -> str:
        inner = [*part.get("patternProperties", {}).values()]
        names = part.get("propertyNames", {})
        if isinstance(part.get("additionalProperties"), dict):
            inner = [part["additionalProperties"]]
        each = ", or ".join(dict.fromkeys(self._form(value) for value in inner))
        allowed = f" ({', '.join(names['enum'])})" if "enum" in names else ""
        return f"`NAME: ...`{allowed}, each {each}" if each else "keys of its own"

    def _linked(self, name: str) -> str:
        shape = self._shape(name)
        if name in self.places:
            place = f"{self.kind}: {self.places[name]}"
            return f"[{_short(place)}](#{anchor(place)})"
        return self._form(shape)


def anchor(heading: str) -> str:
    """The anchor that a heading gets on a page."""
    kept = "".join(sign for sign in heading.lower() if sign.isalnum() or sign in " -_")
    return kept.replace(" ", "-")


def _short(place: str) -> str:
    return place.partition(": ")[2]


def _references(part: dict[str, Any], place: str) -> Iterator[tuple[str, str]]:
    if "$ref" in part:
        yield part["$ref"].rpartition("/")[2], place
    for each in (*part.get("anyOf", ()), *([part["items"]] if "items" in part else ())):
        yield from _references(each, place)
    more = part.get("additionalProperties")
    for each in (*part.get("patternProperties", {}).values(), *([more] if isinstance(more, dict) else ())):
        yield from _references(each, f"{place} / NAME")


def _joined(path: str, key: str) -> str:
    return f"{path} / {key}" if path else key


def _about(shape: dict[str, Any]) -> str:
    return str(shape.get("description", "")).strip()


def _told(part: dict[str, Any]) -> str:
    told = _about(part) or "-"
    untold = "default" in part and "if not given" not in told
    return _cell(f"{told}; {part['default']} if not given" if untold else told)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _is_word(value: object) -> bool:
    return not isinstance(value, bool)


def _range(part: dict[str, Any]) -> str:
    low, high = part.get("minimum"), part.get("maximum")
    if low is not None and high is not None:
        return f" from {low} to {high}"
    return f" of at least {low}" if low is not None else ""


def _amount(part: dict[str, Any], what: str) -> str:
    low, high = part.get(f"min{what}"), part.get(f"max{what}")
    if low is not None and high is not None:
        return f" of {low} to {high}" if low != high else f" of {low}"
    return f" of at least {low}" if low else ""
