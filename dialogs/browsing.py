"""Looking for a service by category instead of in one's own words."""

import re
from collections.abc import Mapping

from dialogs.conversation import Pending
from dialogs.finding.normalising import fold
from dialogs.messages import Choice, Input, Kind
from dialogs.service import Announced, Service
from dialogs.talk import Talk

#: So few services are shown at once, without categories.
_FEW = 12
_NOT_WORD = re.compile(r"[^a-z0-9]+")

Described = Service | Announced


def say_services(talk: Talk) -> None:
    """What can be done here: the categories, or all services when they are few."""
    by_category = _by_category(talk)
    if len(by_category) == 1 or sum(map(len, by_category.values())) <= _FEW:
        everything = tuple(each for services in by_category.values() for each in services)
        talk.say("services", choices=_choices(talk, everything), input=Input(kind=Kind.TEXT))
        return
    choices = tuple(
        Choice(value=f"category:{_slug(name)}", label=_name_of(talk, name)) for name in by_category
    )
    talk.wait_for(Pending(kind="category", values=tuple(by_category)))
    talk.say("find.categories", choices=choices, input=Input(kind=Kind.TEXT))


def say_category(talk: Talk, slug: str) -> bool:
    """The services of one category. False: there is no such category."""
    by_category = _by_category(talk)
    name = next((each for each in by_category if _slug(each) == slug), None)
    if name is None:
        return False
    services = by_category[name]
    talk.wait_for(Pending(kind="find", values=tuple(each.id for each in services)))
    talk.say(
        "find.category",
        category=_name_of(talk, name),
        choices=(*_choices(talk, services), talk.choice("services", "find.all_categories")),
        input=Input(kind=Kind.TEXT),
    )
    return True


def category_choices(talk: Talk, names: tuple[str, ...]) -> tuple[Choice, ...]:
    """The categories as alternatives, to recognise one that is typed."""
    return tuple(Choice(value=_slug(name), label=_name_of(talk, name)) for name in names)


def _by_category(talk: Talk) -> Mapping[str, tuple[Described, ...]]:
    """All services by the Swedish name of their category, in the municipality's order."""
    world = talk.world
    every: tuple[Described, ...] = (*world.services.values(), *world.announced.values())
    order = {name: place for place, name in enumerate(world.municipality.categories)}
    names = sorted({each.category for each in every}, key=lambda n: (order.get(n, len(order)), n))
    return {
        name: tuple(
            sorted(
                (each for each in every if each.category == name),
                key=lambda each: each.title.to(talk.language),
            )
        )
        for name in names
    }


def _choices(talk: Talk, services: tuple[Described, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            value=f"service:{each.id}",
            label=each.title.to(talk.language),
            description=talk.text("find.not_here_yet") if isinstance(each, Announced) else None,
        )
        for each in services
    )


def _name_of(talk: Talk, name: str) -> str:
    known = talk.world.municipality.categories.get(name)
    return known.to(talk.language) if known else name


def _slug(name: str) -> str:
    """ "Bygga, bo och miljö" is "bygga-bo-och-miljo" in a button's value."""
    return _NOT_WORD.sub("-", fold(name)).strip("-")
