"""The main figure: impact over time, and beneath it what was changed, what was said, and who did what."""

from simulator.debrief.figures.axis import GUTTER, ROW, WIDTH, TimeAxis, draw_moments, rows_of
from simulator.debrief.figures.canvas import Canvas
from simulator.debrief.figures.changes import CHANGE, draw_changes
from simulator.debrief.figures.impact import HEIGHT, draw_impact
from simulator.debrief.figures.news import NEWS, draw_news
from simulator.debrief.figures.people import PERSON, draw_people, speakers
from simulator.debrief.figures.then import THEN, draw_then
from simulator.debrief.story import Story
from simulator.domain.duration import show_clock
from simulator.domain.value import Value

HEADING = 0.3
GAP = 0.16


class Layout(Value):
    """Where each panel begins, in inches from the top."""

    impact: float
    then: float
    changes: float
    news: float
    people: float
    bottom: float


def layout_of(story: Story) -> Layout:
    """The panels below each other, each as high as it needs."""
    rows = [row for _, row in rows_of(TimeAxis(story.end), story.moments)]
    impact = ROW * (1 + max(rows, default=0)) + 0.12
    then = impact + HEIGHT + GAP / 2
    changes = then + (THEN if story.then else 0) + GAP / 2 + HEADING
    news = changes + CHANGE * max(1, len(story.changes)) + GAP + HEADING
    people = news + NEWS * max(1, len(story.audiences)) + GAP + HEADING
    return Layout(
        impact,
        then,
        changes,
        news,
        people,
        people + PERSON * (len(speakers(story.utterances)) + len(story.people)) + 0.05,
    )


def draw_story(story: Story) -> Canvas:
    """The figure as a canvas."""
    layout, axis = layout_of(story), TimeAxis(story.end)
    canvas = Canvas(WIDTH, layout.bottom + 0.25)
    axis.draw(canvas, layout.impact, layout.bottom)
    draw_impact(canvas, axis, story, layout.impact)
    if story.then:
        draw_then(canvas, axis, story.then, layout.then)
    _heading(canvas, layout.changes, "Changes", "" if story.changes else "No change was ordered.")
    draw_changes(canvas, axis, story.changes, story.clashes, layout.changes)
    _heading(
        canvas, layout.news, "News", "" if story.audiences else "Nobody was owed news, and none went out."
    )
    draw_news(canvas, axis, story.audiences, layout.news)
    _heading(canvas, layout.people, "People", "")
    draw_people(canvas, axis, story.people, story.utterances, layout.people)
    draw_moments(canvas, axis, story.moments, layout.impact, layout.bottom)
    return canvas


def _heading(canvas: Canvas, top: float, words: str, empty: str) -> None:
    canvas.heading(0.1, top - HEADING / 2, words)
    if empty:
        canvas.quiet(GUTTER + 0.1, top + 0.15, empty)


def about_story(story: Story) -> str:
    """The figure in words, for those who do not see it."""
    worst = max((max(step.begins, step.ends) for step in story.impact), default=0)
    moments = "; ".join(f"{moment.name} at {show_clock(moment.at)}" for moment in story.moments)
    overdue = [lane.audience for lane in story.audiences if lane.overdue]
    return (
        f"From 0 to {show_clock(story.end)}. Up to {worst:,} customers failing. "
        f"{moments or 'Nothing was declared'}. "
        f"{len(story.changes)} changes, {len(story.clashes)} overlaps. "
        f"News overdue for: {', '.join(overdue) or 'nobody'}. {len(story.people)} people. "
        "The timeline below holds all of it in words."
    )
