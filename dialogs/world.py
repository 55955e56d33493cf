"""Everything that is the same for all conversations: services, texts and the municipality's facts."""

from collections.abc import Mapping
from datetime import date

import msgspec

from dialogs.finding import Finder
from dialogs.locating import Surroundings
from dialogs.opening_hours import OpeningHours
from dialogs.quiet_hours import QuietHours
from dialogs.service import Service
from dialogs.texts import LocalText, Texts


class Unit(msgspec.Struct, frozen=True):
    """A part of the municipality that receives cases."""

    id: str
    name: LocalText
    email: str


class Officer(msgspec.Struct, frozen=True):
    """Somebody who may open the cases of some units at the desk."""

    personnummer: str
    name: str
    units: tuple[str, ...]


class AccessibilityStatement(msgspec.Struct, frozen=True):
    """What the municipality states of its service (lagen (2018:1937) om tillgänglighet till digital
    offentlig service); shown at /tillganglighet.
    """

    #: The days on which the service was first published and last assessed.
    published: date
    assessed: date
    #: How it was assessed.
    method: LocalText
    #: What does not meet the requirements; none: it meets them all.
    flaws: tuple[LocalText, ...] = ()
    #: The authority that sees to the law, and where it takes complaints.
    supervisor: str = ""
    supervisor_web: str = ""


class Municipality(msgspec.Struct, frozen=True):
    """The municipality's own facts (`config/municipality.yaml`)."""

    name: str
    #: One sentence with phone, e-mail and address, put in for {customer_service}.
    customer_service: LocalText
    phone: str
    email: str
    address: str
    opening_hours: LocalText
    units: Mapping[str, Unit]
    #: When customer service answers in the conversation; None: it only takes messages.
    open_hours: OpeningHours | None = None
    #: The unit that is customer service: its officers answer.
    service_unit: str = ""
    officers: tuple[Officer, ...] = ()
    #: Days without an answer after which a draft's person is reminded, and before it is deleted.
    remind_after_days: tuple[int, ...] = (3, 14)
    warn_before_days: int = 7
    quiet_hours: QuietHours = QuietHours()
    #: What positions are told by.
    surroundings: Surroundings = Surroundings()
    data_protection: LocalText = LocalText({"sv": ""})
    #: The categories of the services in the order in which they are shown, by their Swedish name.
    categories: Mapping[str, LocalText] = {}
    accessibility: AccessibilityStatement | None = None


class Guidance(msgspec.Struct, frozen=True):
    """An answer to a question that is not about one service."""

    id: str
    words: tuple[str, ...]
    answer: LocalText
    #: A text that begins so, folded, and has a few words more is about this whatever they are:
    #: "vem ser min adress" is about no address.
    begins: tuple[str, ...] = ()
    #: Danger to life: shown at once, whatever was asked.
    urgent: bool = False
    #: As an alternative of the question why somebody cannot log in.
    label: LocalText = LocalText({"sv": ""})
    #: Phrases, folded, that mean this only where a login is asked for.
    at_login: tuple[str, ...] = ()
    #: Id of an e-service that helps with it.
    service: str = ""
    #: It is about acting for somebody else, which the service at hand may allow or not.
    on_behalf: bool = False
    #: About protected personal data: nothing that is said of it is kept (threat B5).
    discreet: bool = False
    #: The words of a discreet topic, folded.
    folded: tuple[str, ...] = ()


class Elsewhere(msgspec.Struct, frozen=True):
    """What another authority handles, or what nobody here can help with."""

    id: str
    words: tuple[str, ...]
    #: Whom to turn to; None when there is nothing better to say than that.
    answer: LocalText | None = None


class World(msgspec.Struct, frozen=True):
    services: Mapping[str, Service]
    texts: Texts
    municipality: Municipality
    finder: Finder
    guidance: tuple[Guidance, ...] = ()
    #: The longest word of each urgent phrase: a text without any of them alarms nobody.
    alarming: frozenset[str] = frozenset()
    #: The guidance that a phrase, folded, asks for word by word.
    phrases: Mapping[str, Guidance] = {}
    #: Finds the guidance that a text asks for, like a service.
    guide: Finder | None = None
    elsewhere: Mapping[str, Elsewhere] = {}
    #: The situations to choose from for who cannot log in, in order.
    without_eid: tuple[Guidance, ...] = ()
