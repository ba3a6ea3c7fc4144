"""A text that an exercise is made from: an organisation, a doctrine, a scenario."""

from hashlib import sha256

from simulator.domain.value import Value


class Source(Value):
    """A file that the exercise was made from: its kind, name and full text."""

    kind: str
    name: str
    text: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, in hexadecimal."""
        return sha256(self.text.encode()).hexdigest()
