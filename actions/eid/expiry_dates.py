"""Until when certificates are valid, for `doctor`."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509

from actions.eid.port import ProviderError

#: How long before the end `doctor` asks for new ones.
_SOON = timedelta(days=30)


def first_to_expire(files: Iterable[Path], now: datetime) -> str:
    """The date that comes first, in words. Raises ProviderError when it has passed or is near."""
    ends = [
        (certificate.not_valid_after_utc, path.name)
        for path in files
        for certificate in x509.load_pem_x509_certificates(path.read_bytes())
    ]
    end, name = min(ends)
    if end <= now:
        raise ProviderError(f"a certificate in {name} expired on {end:%Y-%m-%d}")
    if end - now < _SOON:
        raise ProviderError(f"a certificate in {name} expires on {end:%Y-%m-%d}; renew it")
    return f"certificates are valid until {end:%Y-%m-%d}"
