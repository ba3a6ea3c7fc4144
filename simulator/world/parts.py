"""The running world in its parts, put together once from a scenario and a seed."""

from dataclasses import dataclass

from simulator.domain.fact import CauseDrawn, HazardDrawn, Opened
from simulator.domain.scenario import Scenario
from simulator.world.changes import Changes
from simulator.world.clock import Clock
from simulator.world.desk import Desk
from simulator.world.dice import Dice, Redrawn
from simulator.world.endurance import Endurance
from simulator.world.guide import Guide
from simulator.world.handover import Handover
from simulator.world.heroes import Heroes
from simulator.world.injects import Injects
from simulator.world.log import Log
from simulator.world.milestones import Milestones
from simulator.world.news import News
from simulator.world.objections import Objections
from simulator.world.offers import Offers
from simulator.world.plant import Plant
from simulator.world.prechecks import Prechecks
from simulator.world.providers import Providers
from simulator.world.quarrel import Quarrel
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.signals import Signals
from simulator.world.stakeholders import Stakeholders
from simulator.world.verification import Verifications
from simulator.world.voice import Voice
from simulator.world.withdrawals import Withdrawals
from simulator.world.workstreams import Workstreams


@dataclass(slots=True)
class Parts:
    """Everything that runs, and the little that commands themselves set."""

    scene: Scene
    plant: Plant
    responders: Responders
    signals: Signals
    changes: Changes
    verifications: Verifications
    desk: Desk
    news: News
    stakeholders: Stakeholders
    injects: Injects
    workstreams: Workstreams
    providers: Providers
    objections: Objections
    prechecks: Prechecks
    withdrawals: Withdrawals
    handover: Handover
    quarrel: Quarrel
    guide: Guide
    severity: str = ""
    resolved: bool = False
    over: bool = False
    left: bool = False

    def let_go(self) -> None:
        """Undo the knots in which the parts hold one another; nothing of them can be used afterwards."""
        scene, parts = self.scene, [getattr(self, name) for name in self.__slots__]
        shared = scene.env, scene.log, scene.voice, scene.dice, scene.milestones
        for each in (*shared, *self.stakeholders.desks, *parts):
            if hasattr(each, "__dict__"):
                vars(each).clear()


def assemble(scenario: Scenario, seed: int, redrawn: Redrawn | None = None) -> Parts:
    """Draw what is wrong and set the world up at its first second."""
    env = Clock()
    dice = Dice(seed, redrawn, lambda: env.second)
    log = Log(env)
    voice = Voice(dice, scenario.organisation, lambda: scenario.starts + env.second)
    company, cause = scenario.organisation, _drawn(scenario, dice)
    scene = Scene(env, scenario, company, dice, log, seed, cause, voice, Milestones(env))
    plant, responders = Plant(scene), Responders(scene)
    signals = Signals(scene, plant, responders)
    hazards = _hazards(scene)
    objections = Objections(scene, responders, hazards)
    changes = Changes(scene, plant, responders, hazards, objections)
    news = News(scene, responders)
    news.route_ok = lambda: plant.works("status page")
    responders.pager.locked_out = lambda: not plant.works("sign-on")
    stakeholders = Stakeholders(scene, plant, news)
    offers = Offers(responders, changes, objections)
    injects = Injects(scene, plant, responders, changes, news, stakeholders, offers)
    Endurance(scene, responders)
    Heroes(scene, plant, responders, changes, injects)
    parts = Parts(
        scene, plant, responders, signals, changes,
        Verifications(scene, signals, changes, responders), Desk(scene, plant, signals, responders, changes),
        news, stakeholders, injects, Workstreams(scene, responders), Providers(scene, responders), objections,
        Prechecks(scene, responders, hazards, objections), Withdrawals(scene, responders, changes),
        Handover(scene, responders), Quarrel(scene, plant, responders),
        Guide(scene, plant, injects, stakeholders),
    )  # fmt: skip
    _open(parts)
    return parts


def _drawn(scenario: Scenario, dice: Dice) -> str:
    luck = dice.fixed("scenario", "cause")
    for name, share in scenario.prior.items():
        luck -= share
        if luck < 0:
            return name
    return list(scenario.causes)[-1]


def _hazards(scene: Scene) -> dict[tuple[str, str], bool]:
    return {
        (danger.change, danger.hazard): scene.dice.fixed(danger.change, danger.hazard)
        < danger.odds.get(scene.cause, 0.0)
        for danger in scene.scenario.dangers
    }


def _open(parts: Parts) -> None:
    scene, cause = parts.scene, parts.scene.scenario.causes[parts.scene.cause]
    opened = scene.log.write(Opened(scene.scenario.title, scene.scenario.briefing))
    source = str(cause.origin) if cause.origin.line else ""
    drawn = scene.log.truth(CauseDrawn(cause.name, cause.truth), opened, source)
    for (change, hazard), holds in parts.changes.hazards.items():
        scene.log.truth(HazardDrawn(change, hazard, holds), drawn)
    parts.responders.gather(scene.scenario.here, opened)
    parts.plant.strain(cause.effects, cause.name, drawn)
    if all(effect.at > 0 for effect in cause.effects):
        parts.plant.settle()
    if cause.heals is not None:
        scene.later(scene.dice.lasts("scenario", "heals", cause.heals), parts.changes.consequences.heal)
