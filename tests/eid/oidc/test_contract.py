"""An OpenID provider keeps what every provider promises."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from tests.eid.contract import RemoteProviderContract
from tests.eid.oidc.driving import OidcDriver, driving, signing


class TestOidc(RemoteProviderContract):
    """One that logs in and cannot sign."""

    def driving(self, folder: Path) -> AbstractAsyncContextManager[OidcDriver]:
        return driving()


class TestSigningOidc(RemoteProviderContract):
    """One that passes on signatures."""

    @asynccontextmanager
    async def driving(self, folder: Path) -> AsyncIterator[OidcDriver]:
        async with signing(folder) as driver:
            assert driver.provider.can_sign
            yield driver
