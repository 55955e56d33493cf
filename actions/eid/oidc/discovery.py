"""The provider's description and keys, fetched from the configured issuer and nowhere else (A4)."""

import logging
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from actions.eid.oidc import keys
from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.keys import Key, Signed
from actions.eid.oidc.metadata import Metadata, MetadataError, read_metadata
from actions.eid.oidc.remote import Remote
from actions.eid.port import ProviderError

log = logging.getLogger(__name__)

#: How long both are believed without asking again.
LIFE = timedelta(hours=1)
_PATH = "/.well-known/openid-configuration"


class Discovery:
    """What was fetched last, and when."""

    def __init__(self, issuer: str, remote: Remote, now: Callable[[], datetime]) -> None:
        self._issuer = issuer
        self._remote = remote
        self._now = now
        #: As it was last told; None until it was asked for.
        self.last: Metadata | None = None
        self._metadata_at: datetime | None = None
        self._keys: tuple[Key, ...] = ()
        self._keys_at: datetime | None = None

    async def metadata(self, *, fresh: bool = False) -> Metadata:
        """Raises ProviderError."""
        if self.last is None or fresh or self._is_old(self._metadata_at):
            answer = await self._remote.get(self._issuer.rstrip("/") + _PATH)
            if answer.status != 200:
                raise ProviderError("unreachable")
            try:
                self.last = read_metadata(answer.content, self._issuer)
            except MetadataError as error:
                log.error("OpenID provider: %s", error)
                raise ProviderError("unverified") from error
            self._metadata_at = self._now()
        return self.last

    async def keys(self, *, fresh: bool = False) -> tuple[Key, ...]:
        """Raises ProviderError."""
        if fresh or self._is_old(self._keys_at):
            answer = await self._remote.get((await self.metadata()).jwks_uri)
            try:
                self._keys = keys.read_keys(answer.content)
            except ValueError as error:
                log.error("OpenID provider: its keys cannot be read")
                raise ProviderError("unverified") from error
            self._keys_at = self._now()
        return self._keys

    async def verified(self, compact: str, allowed: Collection[str]) -> Signed:
        """A JWT that one of the provider's keys has signed. They are fetched anew when none of those
        that were known has: keys are exchanged, now and then under the old name.

        Raises NotAcceptedError, ProviderError.
        """
        header = keys.header_of(compact)
        refused = NotAcceptedError("no key of the provider fits")
        for fresh in (False, True):
            for key in keys.fitting(await self.keys(fresh=fresh), header, allowed):
                try:
                    return keys.verified(compact, key)
                except NotAcceptedError as error:
                    refused = error
        raise refused

    def _is_old(self, fetched: datetime | None) -> bool:
        return fetched is None or fetched + LIFE <= self._now()
