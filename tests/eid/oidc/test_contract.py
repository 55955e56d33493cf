"""An OpenID provider keeps what every provider promises."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

from tests.eid.contract import RemoteProviderContract
from tests.eid.oidc.driving import OidcDriver, driving


class TestOidc(RemoteProviderContract):
    """One that logs in and cannot sign."""

    def driving(self, folder: Path) -> AbstractAsyncContextManager[OidcDriver]:
        return driving()
