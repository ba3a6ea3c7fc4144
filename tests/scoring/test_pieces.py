"""Pieces of work, and who leads and is on the call, line by line."""

import pytest

from simulator.scoring.pieces import asked_for_progress, in_command, pieces, technical, work_of

WORK = "task=t1 what=investigate subject=app owner={}"


def test_a_piece_is_gathered_from_its_lines(case):
    text = f"""
    0:01:00 task-given {WORK.format('""')} within=600 #=7
    0:03:00 task-started {WORK.format("bo")}
    0:08:00 task-ended {WORK.format("bo")}
    """
    (piece,) = pieces(case(text))
    assert (piece.named, piece.owner, piece.within, piece.entry, piece.because) == ("", "bo", 600, 1, 7)
    assert (piece.given, piece.started, piece.ended, piece.begins) == (60, 180, 480, 180)
    assert piece.asked


def test_one_that_nobody_began_runs_from_when_it_was_given(case):
    (piece,) = pieces(case(f"0:01:00 task-given {WORK.format('bo')} within=600\n"))
    assert (piece.begins, piece.started, piece.ended) == (60, None, None)


@pytest.mark.parametrize(("at", "is_open"), [(59, False), (60, True), (479, True), (480, False)])
def test_it_is_open_from_its_giving_to_its_end(case, at, is_open):
    same = WORK.format("bo")
    (piece,) = pieces(case(f"0:01:00 task-given {same} within=0\n0:08:00 task-ended {same}\n"))
    assert piece.open(at) is is_open


def test_what_somebody_took_up_unasked_is_theirs_and_not_given(case):
    one = case(f"0:02:00 task-started {WORK.format('bo')}\n")
    (piece,) = pieces(one)
    assert (piece.named, piece.owner, piece.given, piece.asked) == ("bo", "bo", 120, False)
    assert list(technical(one)) == []


def test_the_end_of_something_unknown_is_nothing(case):
    assert pieces(case(f"0:02:00 task-ended {WORK.format('bo')}\n")) == ()


def test_work_is_sorted_by_who_has_it(case):
    text = f"0:01:00 task-given {WORK.format('bo')} within=0\n"
    text += f"0:02:00 task-given {WORK.format('ana').replace('t1', 't2')} within=0\n"
    found = work_of(case(text))
    assert {person: [piece.task for piece in work] for person, work in found.items()} == {
        "bo": ["t1"], "ana": ["t2"],
    }  # fmt: skip


def test_a_question_for_progress_was_asked_when_the_words_were_said(case):
    text = """
    0:01:00 commanded seat=commander text="ask bo progress" takes=20
    0:01:40 answered person=bo topic=progress says=soon sure=0.4 #=1
    0:02:00 answered person=bo topic=theory says=soon sure=0.4
    0:03:00 answered person=ana topic=progress says=soon sure=0.4
    """
    assert [(at, line.number, who) for at, line, who in asked_for_progress(case(text))] == [
        (60, 2, "bo"), (180, 4, "ana"),
    ]  # fmt: skip


def test_whoever_leads_is_known_from_the_line_after(case):
    text = (
        "0:01:00 declared severity=P1 commander=niamh\n0:02:00 command-handed person=ana\n0:03:00 resolved\n"
    )
    one = case(text)
    assert in_command(one, 1) == {"commander", "you"}
    assert in_command(one, 2) == {"commander", "you", "niamh"}
    assert in_command(one, 3) == {"commander", "you", "ana"}


def test_nobody_leads_by_no_name(case):
    one = case('0:01:00 declared severity=P1 commander=""\n0:03:00 resolved\n')
    assert in_command(one, 2) == {"commander", "you"}


@pytest.mark.parametrize(
    ("line", "withdrawn"),
    [
        ("", 120),
        ("0:01:30 clue-found person=bo place=app clue=1 says=x", None),
        ("0:01:30 clue-found person=ana place=app clue=1 says=x", 120),
        ("0:01:30 not-known person=bo place=app says=x", None),
        ("0:01:30 answered person=bo topic=progress says=x sure=0.5", None),
        ("0:01:30 task-given task=t2 what=check subject=x owner=bo within=0", 120),
    ],
)
def test_what_is_taken_back_before_anything_came_of_it_is_withdrawn(case, line, withdrawn):
    taken = f"0:02:00 withdrawn {WORK.format('bo')} by=commander"
    text = f"0:01:00 task-given {WORK.format('bo')} within=600\n{line}\n{taken}\n"
    piece = pieces(case(text))[0]
    assert (piece.withdrawn, piece.called_off) == (withdrawn, withdrawn is not None)
