"""Errors of the API as RFC 9457 problem details, in Swedish or English."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from actions.errors import ArendebotError, ConflictError, NotFoundError, NotSavedError, RefusedError
from dialogs.texts import ENGLISH, SWEDISH

log = logging.getLogger(__name__)

Handler = Callable[[Request], Awaitable[Response]]


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """The body of an error (RFC 9457, section 3)."""

    type: str
    title: str
    status: int
    detail: str
    #: Given to support, so that the log entry can be found.
    reference: str | None = None


class InvalidRequestError(ArendebotError):
    """The request is malformed; `detail` says where."""

    def __init__(self, detail: str, *, status: int = 422) -> None:
        super().__init__(detail)
        self.detail = detail
        self.status = status


#: Kind → (status, Swedish title and detail, English title and detail)
_TEXTS: dict[str, tuple[int, tuple[str, str], tuple[str, str]]] = {
    "not-found": (
        404,
        ("Finns inte", "Samtalet finns inte, eller så är det inte ditt. Börja ett nytt samtal."),
        ("Not found", "The conversation does not exist or is not yours. Start a new one."),
    ),
    "no-address": (
        404,
        ("Finns inte", "Adressen finns inte. De som finns står i /api/v1/openapi.json."),
        ("Not found", "There is no such address. Those that exist are in /api/v1/openapi.json."),
    ),
    "file-not-found": (
        404,
        ("Filen finns inte", "Filen finns inte i samtalet. Ladda upp den och skicka den igen."),
        ("File not found", "The file is not in this conversation. Upload it and send it again."),
    ),
    "conflict": (
        422,
        ("Använt id", "Meddelandets id har redan använts för något annat. Använd ett nytt id."),
        ("Id in use", "The message id was used for something else. Use a new id."),
    ),
    "not-saved": (
        503,
        ("Inte sparat", "Vi kunde inte spara just nu. Inget är ändrat. Försök igen om en stund."),
        ("Not saved", "We could not save just now. Nothing is changed. Try again in a while."),
    ),
    "refused": (
        409,
        ("Går inte", "Det går inte i det läge som ärendet är i nu."),
        ("Refused", "That is not possible in the present state of the case."),
    ),
    "invalid": (
        422,
        ("Fel i anropet", "{detail}"),
        ("Invalid request", "{detail}"),
    ),
    "method": (
        405,
        ("Fel metod", "Adressen tar inte emot sådana anrop."),
        ("Wrong method", "The address does not take such requests."),
    ),
    "too-many": (
        429,
        ("För många", "Det kommer för många anrop. Vänta en stund och försök igen."),
        ("Too many", "There are too many requests. Wait a while and try again."),
    ),
    "unexpected": (
        500,
        ("Något gick fel", "Ett fel inträffade hos oss. Inget är ändrat. Försök igen."),
        ("Something went wrong", "An error occurred on our side. Nothing is changed. Try again."),
    ),
}


def language_of(request: Request) -> str:
    """Swedish unless the client prefers English."""
    accepted = request.headers.get("accept-language", "").lower()
    return ENGLISH if accepted.startswith("en") else SWEDISH


def problem(
    request: Request,
    kind: str,
    *,
    detail: str = "",
    status: int | None = None,
    reference: str | None = None,
    headers: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    usual, swedish, english = _TEXTS[kind]
    title, text = english if language_of(request) == ENGLISH else swedish
    code = status or usual
    body = Problem(
        type=f"urn:arendebot:{kind}",
        title=title,
        status=code,
        detail=text.replace("{detail}", detail),
        reference=reference,
    )
    sent = {"cache-control": "no-store", **headers}
    if code in (429, 503):
        sent["retry-after"] = "2"
    return Response(msgspec.json.encode(body), code, sent, media_type="application/problem+json")


def told(handler: Handler) -> Handler:
    """Turns what a handler raises into a problem; the one place that does."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except NotFoundError as missing:
            of_a_file = missing.args[:1] == ("file",)
            return problem(request, "file-not-found" if of_a_file else "not-found")
        except ConflictError:
            return problem(request, "conflict")
        except NotSavedError:
            return problem(request, "not-saved")
        except RefusedError:
            return problem(request, "refused")
        except InvalidRequestError as error:
            return problem(request, "invalid", detail=error.detail, status=error.status)
        except HTTPException as error:
            # What the framework itself finds malformed, e.g. a form without boundary.
            return problem(request, "invalid", detail=error.detail, status=error.status_code)
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("unexpected error %s", reference)
            return problem(request, "unexpected", reference=reference)

    return answer
