"""What the e-ID tells of a person, as conditions may look at it (`fact: person.age`)."""

from collections.abc import Mapping
from datetime import date

from dialogs.conditions import Value
from dialogs.conversation import Person
from dialogs.fields.personnummer_reading import age_span, is_coordination_number


def facts_of(person: Person | None, today: date) -> Mapping[str, Value]:
    """Nothing when nobody is logged in.

    A coordination number may hide the day or the month of birth (lag 2022:1697), so the age is
    known between two limits. `person.age` is there only when they are the same.
    """
    if person is None:
        return {}
    youngest, oldest = age_span(person.personnummer, today)
    return {
        "person.name": person.name,
        "person.personnummer": person.personnummer,
        "person.age": youngest if youngest == oldest else None,
        "person.age_at_least": youngest,
        "person.age_at_most": oldest,
        "person.coordination_number": is_coordination_number(person.personnummer),
    }
