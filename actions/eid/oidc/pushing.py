"""Pushed authorization requests (RFC 9126): what is asked for goes to the provider directly.

The browser then carries only a reference to it, so that nobody on the way reads or changes it, and a text to
sign may be longer than an address.
"""

import logging
from collections.abc import Mapping

import msgspec

from actions.eid.oidc.authenticating import Client
from actions.eid.oidc.metadata import Metadata
from actions.eid.oidc.reading import error_in, read_json
from actions.eid.port import ProviderError

log = logging.getLogger(__name__)

#: Characters of a reference; those that are in use have some 60.
_LONGEST = 2_000


class _Pushed(msgspec.Struct, frozen=True):
    request_uri: str


async def push(parameters: Mapping[str, str], metadata: Metadata, client: Client) -> dict[str, str]:
    """The parameters that are left for the browser (RFC 9126 §4). Raises ProviderError."""
    endpoint = metadata.pushed_authorization_request_endpoint
    answer = await client.post(endpoint, parameters, metadata)
    if answer is None:
        log.error("OpenID provider: no way to prove who we are")
        raise ProviderError("failed")
    if answer.status != 201:
        why = error_in(answer.content)[:100] or "no reason"
        log.error("OpenID provider: a pushed request was refused: %s", why)
        raise ProviderError("failed")
    try:
        reference = read_json(answer.content, _Pushed).request_uri
    except ValueError as error:
        raise ProviderError("failed") from error
    if not 0 < len(reference) <= _LONGEST:
        raise ProviderError("failed")
    return {"client_id": parameters["client_id"], "request_uri": reference}
