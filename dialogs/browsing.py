"""Looking for a service by category instead of in one's own words."""

import re
from collections.abc import Mapping

from dialogs.conversation import Pending
from dialogs.finding.normalising import fold
from dialogs.messages import Choice, Input, Kind
from dialogs.service import Service
from dialogs.talk import Talk
from dialogs.world import World

#: So few services are shown at once, without categories.
_FEW = 12
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def say_services(talk: Talk) -> None:
    """What can be done here: the categories, or all services when they are few."""
    by_category = services_by_category(talk.world, talk.language)
    if len(by_category) == 1 or sum(map(len, by_category.values())) <= _FEW:
        everything = tuple(each for services in by_category.values() for each in services)
        talk.say("services", choices=_choices(talk, everything), input=Input(kind=Kind.TEXT))
        return
    choices = tuple(
        Choice(value=f"category:{each.value}", label=each.label)
        for each in category_choices(talk, tuple(by_category))
    )
    talk.wait_for(Pending(kind="category", values=tuple(by_category)))
    talk.say("find.categories", choices=choices, input=Input(kind=Kind.TEXT))


def say_category(talk: Talk, slug: str) -> bool:
    """The services of one category. False: there is no such category."""
    by_category = services_by_category(talk.world, talk.language)
    name = next((each for each in by_category if _slug(each) == slug), None)
    if name is None:
        return False
    services = by_category[name]
    talk.wait_for(Pending(kind="find", values=tuple(each.id for each in services)))
    talk.say(
        "find.category",
        category=category_name(talk.world, name, talk.language),
        choices=(*_choices(talk, services), talk.choice("services", "find.all_categories")),
        input=Input(kind=Kind.TEXT),
    )
    return True


def category_choices(talk: Talk, names: tuple[str, ...]) -> tuple[Choice, ...]:
    """The categories as alternatives, to recognise one that is typed."""
    return tuple(
        Choice(value=_slug(name), label=category_name(talk.world, name, talk.language))
        for name in names
    )


def services_by_category(world: World, language: str) -> Mapping[str, tuple[Service, ...]]:
    """All services by the Swedish name of their category, in the municipality's order."""
    every = world.services.values()
    order = {name: place for place, name in enumerate(world.municipality.categories)}
    names = sorted({each.category for each in every}, key=lambda n: (order.get(n, len(order)), n))
    return {
        name: tuple(
            sorted(
                (each for each in every if each.category == name),
                key=lambda each: each.title.to(language),
            )
        )
        for name in names
    }


def _choices(talk: Talk, services: tuple[Service, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=f"service:{each.id}", label=each.title.to(talk.language)) for each in services
    )


def category_name(world: World, name: str, language: str) -> str:
    """What the category with this Swedish name is called in a language."""
    known = world.municipality.categories.get(name)
    return known.to(language) if known else name


def _slug(name: str) -> str:
    """ "Bygga, bo och miljö" is "bygga-bo-och-miljo" in a button's value."""
    return _NOT_WORD.sub("-", fold(name)).strip("-")
