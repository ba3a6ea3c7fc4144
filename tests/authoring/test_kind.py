"""Which kind of file a text is."""

import pytest

from simulator.authoring import kind_of


def test_the_small_files(texts):
    for kind, text in texts.items():
        assert kind_of(text, "x.yaml") == kind


@pytest.mark.parametrize(
    ("text", "file", "kind"),
    [
        ("organisation: a\ndoctrine: b\n", "x.yaml", "organisation"),
        ("doctrine: b\norganisation: a\nscenario: c\n", "x.yaml", "scenario"),
        ("title: [\nscenario: c\n", "x.yaml", "scenario"),
        ("  scenario: c\n", "x.yaml", None),
        ("", "my/organisations/x.yaml", "organisation"),
        ("", "doctrines/x.yaml", "doctrine"),
        ("", "x.yaml", None),
        ("scenario:\n", "x.yaml", "scenario"),
        ("scenarios: c\n", "x.yaml", None),
    ],
)
def test_by_keys_then_by_folder(text, file, kind):
    assert kind_of(text, file) == kind
