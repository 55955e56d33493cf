"""The e-ID providers that the settings name, each loaded only when it is configured."""

from collections.abc import Mapping

from actions.assembly import Assembly
from actions.eid.demo import DemoProvider
from actions.eid.port import EidProvider
from config.eid_settings import EidSettings


def build_providers(settings: EidSettings, assembly: Assembly) -> Mapping[str, EidProvider]:
    """By name, in the order in which people are offered them.

    Raises SettingsError for a certificate or key that cannot be used.
    """
    return {name: _build(name, settings, assembly) for name in settings.providers}


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
