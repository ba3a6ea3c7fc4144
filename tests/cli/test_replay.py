"""`icsim replay`."""

import json


def test_a_recording_still_plays_as_it_was_recorded(icsim, played):
    code, out, err = icsim("replay", str(played))
    assert (code, err) == (0, "")
    assert out.startswith(f"{played}: 6 commands played again, all ")


def change(played) -> None:
    text = played.read_text("utf-8")
    played.write_text(text.replace('"person":"ada"', '"person":"ben"', 1), "utf-8")


def test_the_first_difference_is_named(icsim, played):
    change(played)
    code, out, _ = icsim("replay", str(played))
    assert code == 1
    assert "differs" in out
    assert "person=ben" in out
    assert "person=ada" in out


def test_scripts_read_json(icsim, played):
    code, out, _ = icsim("replay", str(played), "--json")
    told = json.loads(out)
    assert (code, told["same"], told["commands"], told["difference"]) == (0, True, 6, None)
    change(played)
    code, out, _ = icsim("replay", str(played), "--json")
    told = json.loads(out)
    assert (code, told["same"]) == (1, False)
    assert "person=ben" in told["difference"]["recorded"]
