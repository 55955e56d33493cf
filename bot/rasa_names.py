"""The names that the exported assistant and the action server must agree on."""

from typing import Final

#: Whatever was said: an answer to the question at hand, or anything else.
TURN: Final = "action_arendebot_turn"
LIST_SERVICES: Final = "action_arendebot_list_services"
#: Entity or slot `service`, else the intent `start_<service>`.
START_SERVICE: Final = "action_arendebot_start_service"
STATUS: Final = "action_arendebot_status"
SIGN_LINK: Final = "action_arendebot_sign_link"
ACTIONS: Final = (TURN, LIST_SERVICES, START_SERVICE, STATUS, SIGN_LINK)

#: Intents. `choice` is what our buttons send.
CHOICE: Final = "choice"
GREET: Final = "greet"
ANSWER: Final = "answer"
LIST_INTENT: Final = "list_services"
STATUS_INTENT: Final = "status"
SIGN_INTENT: Final = "sign_link"
#: What intents of services and of commands begin with.
START: Final = "start_"
COMMAND: Final = "command_"

#: Slots: a service that was asked for, and the number of the last message that Rasa was given.
SERVICE: Final = "service"
SEEN: Final = "arendebot_seen"

#: What Rasa calls a sender that nobody has named.
NOBODY: Final = frozenset({"default"})


def intent_of(service_id: str) -> str:
    """The intent of starting a service: `start_agarbyte_va`."""
    return START + service_id.replace("-", "_")
