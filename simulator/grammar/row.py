"""A row of the command table: how a command is said, what it means, and how it is made."""

from collections.abc import Callable, Mapping
from functools import cached_property

from simulator.domain.command import Command, Draft, Post
from simulator.domain.update import Update
from simulator.domain.value import Value, field
from simulator.grammar.form import Form
from simulator.grammar.words import plain


class Row(Value, dict=True):
    """One command.

    `verbs` are its names, the usual one first; `form` what follows the verb, and `other_forms` what is
    understood too. `meaning` is its line in the overview, `advice` one more line that teaches.
    `kind` is the command it makes, `view` what a look is at.
    `idle` are words that change nothing (`freeze all deploys`); a `guarded` verb is never abbreviated.
    """

    verbs: tuple[str, ...]
    form: str
    example: str
    meaning: str
    advice: str
    group: str
    kind: type[Command]
    other_forms: tuple[str, ...] = ()
    view: str = ""
    idle: frozenset[str] = field(default=frozenset())
    guarded: bool = False

    @property
    def verb(self) -> str:
        """The usual verb."""
        return self.verbs[0]

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form that is understood, the usual one first."""
        return tuple(Form.of(text) for form in (self.form, *self.other_forms) for text in _readings(form))

    @cached_property
    def usual_forms(self) -> tuple[Form, ...]:
        """The ways to read the form that is shown: with and without an optional first slot."""
        return tuple(Form.of(text) for text in _readings(self.form))

    @cached_property
    def shown_short(self) -> str:
        """The verb with what it cannot do without; dots stand for what else may follow."""
        form = Form.of(self.form)
        if all(clause.required for clause in form.clauses):
            return self.shown
        return f"{self.verb} {Form(form.lead, form.heads, (), {}, ())} ..."

    @cached_property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The verbs as words, the usual one first."""
        return tuple(tuple(plain(word) for word in verb.replace("-", " ").split()) for verb in self.verbs)

    @cached_property
    def shown(self) -> str:
        """The whole command as an answer or a page shows it."""
        return f"{self.verb} {Form.of(self.form)}".strip()

    def said(self, values: Mapping[str, object]) -> Command:
        """The command with these values in its fields."""
        make: Callable[..., Command] = self.kind
        if self.kind is Draft:
            update = {field: value for field, value in values.items() if field != "by"}
            return make(_update(update), values.get("by"))
        if self.kind is Post:
            return make(_update(values))
        return make(self.view, **values) if self.view else make(**values)


def field_of(command: Command, name: str) -> object:
    """What a field that a form fills holds: in the command itself, or in the update in it."""
    updates = isinstance(command, Draft | Post) and name != "by"
    return getattr(command.update if updates else command, name)  # type: ignore[union-attr]  # see updates


def _update(values: Mapping[str, object]) -> Update:
    make: Callable[..., Update] = Update
    return make(**values)


def _readings(form: str) -> tuple[str, ...]:
    if not form.startswith("["):
        return (form,)
    optional, _, rest = form.partition("] ")
    if not rest or " " in optional:
        return (form,)
    return (f"{optional[1:]} {rest}", rest)
