"""The e-ID providers that the settings name, each loaded only when it is configured."""

import asyncio
import logging
from collections.abc import Mapping

from actions.assembly import Assembly
from actions.eid.demo import DemoProvider
from actions.eid.port import TEND_EVERY, EidProvider
from config.eid_settings import EidSettings

log = logging.getLogger(__name__)


def build_providers(settings: EidSettings, assembly: Assembly) -> Mapping[str, EidProvider]:
    """By name, in the order in which people are offered them.

    Raises SettingsError for a certificate or key that cannot be used.
    """
    return {name: _build(name, settings, assembly) for name in settings.providers}


async def tend(providers: Mapping[str, EidProvider]) -> None:
    """Looks after the orders that this process has begun, until cancelled."""
    while True:
        await asyncio.sleep(TEND_EVERY)
        for provider in providers.values():
            try:
                await provider.tend()
            except Exception:
                # A mistake of ours with one order must not leave all later ones untended.
                log.exception("the orders of %s could not be tended", provider.name)


def _build(name: str, settings: EidSettings, assembly: Assembly) -> EidProvider:
    if name == "demo":
        return DemoProvider(assembly)
    if name == "bankid" and settings.bankid is not None:
        from actions.eid.bankid.provider import BankidProvider

        return BankidProvider(assembly, settings.bankid)
    if name == "freja" and settings.freja is not None:
        from actions.eid.freja.provider import FrejaProvider

        return FrejaProvider(assembly, settings.freja)
    if name == "oidc" and settings.oidc is not None:
        from actions.eid.oidc.provider import OidcProvider

        return OidcProvider(assembly, settings.oidc)
    raise AssertionError(f"the settings let {name} through")
