"""Pushed authorization requests (RFC 9126): what is asked for goes to the provider directly.

The browser then carries only a reference to it, so that nobody on the way reads or changes it, and a text to
sign may be longer than an address.
"""

import logging
from collections.abc import Mapping

import msgspec

from actions.eid.oidc.authenticating import Credentials
from actions.eid.oidc.metadata import Metadata
from actions.eid.oidc.reading import read_json
from actions.eid.oidc.remote import Remote
from actions.eid.port import ProviderError

log = logging.getLogger(__name__)

#: Characters of a reference; those that are in use have some 60.
_LONGEST = 2_000


class _Pushed(msgspec.Struct, frozen=True):
    request_uri: str


class _Refusal(msgspec.Struct, frozen=True):
    error: str


async def push(
    parameters: Mapping[str, str], metadata: Metadata, proof: Credentials, remote: Remote
) -> dict[str, str]:
    """The parameters that are left for the browser (RFC 9126 §4). Raises ProviderError."""
    answer = await remote.post(
        metadata.pushed_authorization_request_endpoint,
        {**parameters, **proof.form},
        headers=proof.headers,
    )
    if answer.status != 201:
        log.error("OpenID provider: a pushed request was refused: %s", _why(answer.content))
        raise ProviderError("failed")
    try:
        reference = read_json(answer.content, _Pushed).request_uri
    except ValueError as error:
        raise ProviderError("failed") from error
    if not 0 < len(reference) <= _LONGEST:
        raise ProviderError("failed")
    return {"client_id": parameters["client_id"], "request_uri": reference}


def _why(content: bytes) -> str:
    """The error's code (RFC 6749 §5.2); its description may repeat what was sent."""
    try:
        return read_json(content, _Refusal).error[:100]
    except ValueError:
        return "no reason"
