"""What can happen, in the past tense. An `Entry` puts one of these at a second of the timeline.

Each class is one kind of entry; its kebab-case name (`change-ordered`) is the kind in recordings.
Fields hold only text, numbers, booleans, tuples of them and updates, so that every fact has one
spelling in JSON. Ids: people and teams as in the organisation; changes made are `c1`, `c2`...,
tasks `t1`, `t2`....
"""

from typing import TypeAlias, get_args

from simulator.domain.fact.changes import (
    DID_GOOD,
    HELPED,
    Acted,
    ChangeActed,
    ChangeDone,
    ChangeFailed,
    ChangeHung,
    ChangeOrdered,
    ChangePrepared,
    ChangeReverted,
    ChangeStarted,
    ChangeWoreOff,
    Frozen,
    HazardChecked,
    NobodyObjected,
    Objected,
    Polled,
    ResidualLogged,
    Result,
    RevertStarted,
    Unfrozen,
    Verified,
    VerifyStarted,
    WorkstreamClosed,
    WorkstreamOpened,
)
from simulator.domain.fact.command import (
    CalledMitigated,
    CommandHanded,
    CommandLeft,
    CommandOffered,
    Decided,
    Declared,
    FollowedUp,
    LedOn,
    Noted,
    Resolved,
    ReviewSet,
    RoleAssigned,
    SeverityChanged,
    SitrepGiven,
)
from simulator.domain.fact.course import (
    CauseDrawn,
    Commanded,
    EffectSetIn,
    EffectWentOff,
    Ended,
    HazardDrawn,
    Healed,
    ImpactChanged,
    Looked,
    Misread,
    Opened,
    Overloaded,
    Refused,
    TakenOver,
    WorkLost,
    WorkMerged,
)
from simulator.domain.fact.guidance import (
    HintGiven,
    InjectFired,
    InjectHeld,
    InjectLetGo,
    InjectPlanned,
    InjectReworded,
    Nudged,
    Prompted,
    Whispered,
)
from simulator.domain.fact.news import (
    AlertCleared,
    AlertFired,
    Complained,
    Contacted,
    CustomersReported,
    Drafted,
    Escalated,
    Grievance,
    Mood,
    MoodChanged,
    NoticeDue,
    NoticeMissed,
    Posted,
    PostFailed,
    Replied,
    Reply,
    StakeholderAsked,
    SteppedBack,
    Swooped,
    Want,
)
from simulator.domain.fact.people import (
    LOOKS,
    ONE_BY_ONE,
    TECHNICAL,
    Acknowledged,
    ActedAlone,
    Answered,
    ClueFound,
    Interrupted,
    Joined,
    Left,
    NotKnown,
    Paged,
    PageUnanswered,
    Said,
    Spoke,
    TaskEnded,
    TaskGiven,
    TaskKind,
    TaskStarted,
    Warned,
    Withdrawn,
)

__all__ = [
    "DID_GOOD",
    "FACTS",
    "HELPED",
    "LOOKS",
    "ONE_BY_ONE",
    "TECHNICAL",
    "Acknowledged",
    "Acted",
    "ActedAlone",
    "AlertCleared",
    "AlertFired",
    "Answered",
    "CalledMitigated",
    "CauseDrawn",
    "ChangeActed",
    "ChangeDone",
    "ChangeFailed",
    "ChangeHung",
    "ChangeOrdered",
    "ChangePrepared",
    "ChangeReverted",
    "ChangeStarted",
    "ChangeWoreOff",
    "ClueFound",
    "CommandHanded",
    "CommandLeft",
    "CommandOffered",
    "Commanded",
    "Complained",
    "Contacted",
    "CustomersReported",
    "Decided",
    "Declared",
    "Drafted",
    "EffectSetIn",
    "EffectWentOff",
    "Ended",
    "Escalated",
    "Fact",
    "FollowedUp",
    "Frozen",
    "Grievance",
    "HazardChecked",
    "HazardDrawn",
    "Healed",
    "HintGiven",
    "ImpactChanged",
    "InjectFired",
    "InjectHeld",
    "InjectLetGo",
    "InjectPlanned",
    "InjectReworded",
    "Interrupted",
    "Joined",
    "LedOn",
    "Left",
    "Looked",
    "Misread",
    "Mood",
    "MoodChanged",
    "NobodyObjected",
    "NotKnown",
    "Noted",
    "NoticeDue",
    "NoticeMissed",
    "Nudged",
    "Objected",
    "Opened",
    "Overloaded",
    "PageUnanswered",
    "Paged",
    "Polled",
    "PostFailed",
    "Posted",
    "Prompted",
    "Refused",
    "Replied",
    "Reply",
    "ResidualLogged",
    "Resolved",
    "Result",
    "RevertStarted",
    "ReviewSet",
    "RoleAssigned",
    "Said",
    "SeverityChanged",
    "SitrepGiven",
    "Spoke",
    "StakeholderAsked",
    "SteppedBack",
    "Swooped",
    "TakenOver",
    "TaskEnded",
    "TaskGiven",
    "TaskKind",
    "TaskStarted",
    "Unfrozen",
    "Verified",
    "VerifyStarted",
    "Want",
    "Warned",
    "Whispered",
    "Withdrawn",
    "WorkLost",
    "WorkMerged",
    "WorkstreamClosed",
    "WorkstreamOpened",
]

Fact: TypeAlias = (
    Opened
    | TakenOver
    | Ended
    | CauseDrawn
    | HazardDrawn
    | EffectSetIn
    | EffectWentOff
    | ImpactChanged
    | Overloaded
    | Healed
    | WorkLost
    | WorkMerged
    | Commanded
    | Misread
    | Refused
    | Looked
    | Paged
    | Acknowledged
    | PageUnanswered
    | Joined
    | Left
    | TaskGiven
    | TaskStarted
    | TaskEnded
    | Withdrawn
    | Interrupted
    | ClueFound
    | NotKnown
    | Answered
    | ActedAlone
    | Warned
    | Spoke
    | Said
    | HazardChecked
    | ChangeOrdered
    | ChangeStarted
    | ChangeDone
    | ChangeFailed
    | ChangeHung
    | ChangeActed
    | ChangeWoreOff
    | ChangePrepared
    | RevertStarted
    | ChangeReverted
    | VerifyStarted
    | Verified
    | ResidualLogged
    | Polled
    | Objected
    | NobodyObjected
    | Frozen
    | Unfrozen
    | WorkstreamOpened
    | WorkstreamClosed
    | AlertFired
    | AlertCleared
    | CustomersReported
    | StakeholderAsked
    | Swooped
    | Replied
    | SteppedBack
    | Complained
    | MoodChanged
    | Escalated
    | NoticeDue
    | NoticeMissed
    | Contacted
    | Drafted
    | Posted
    | PostFailed
    | Declared
    | SeverityChanged
    | RoleAssigned
    | CommandOffered
    | CommandHanded
    | LedOn
    | CommandLeft
    | SitrepGiven
    | Decided
    | Noted
    | CalledMitigated
    | Resolved
    | FollowedUp
    | ReviewSet
    | InjectFired
    | InjectHeld
    | InjectLetGo
    | InjectReworded
    | InjectPlanned
    | Prompted
    | Nudged
    | Whispered
    | HintGiven
)  # fmt: skip

FACTS: tuple[type[Fact], ...] = get_args(Fact)
"""Every kind of fact, in the order of this page."""
