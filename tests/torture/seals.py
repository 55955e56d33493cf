"""Sealed receipts changed at random by the hundred thousand, and judged.

    python -m tests.torture.seals [--mutations 100000] [--seed 1]

Prints how often each change got which verdict. The first changed file that is said to be unchanged
ends it and is written to the current folder.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from cryptography import x509

from actions.seal.checking import Verdict, check
from tests.seal.mutations import mutations


def torture(
    sealed: bytes,
    ours: Sequence[x509.Certificate],
    changed: Iterator[tuple[str, bytes]],
    *,
    times: int,
) -> Counter[tuple[str, str]]:
    """How often each change got which verdict. AssertionError for one that is called unchanged."""
    assert check(sealed, ours).verdict is Verdict.UNCHANGED
    counted: Counter[tuple[str, str]] = Counter()
    for change, file in islice(changed, times):
        verdict = check(file, ours).verdict
        if verdict is Verdict.UNCHANGED:
            Path("unchanged.pdf").write_bytes(file)
        assert verdict is not Verdict.UNCHANGED, f"{change}: see unchanged.pdf"
        counted[change, verdict] += 1
    return counted


def main() -> None:
    from tests.seal.authority import a_sealed_receipt, sealer_of

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--mutations", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sealer = sealer_of(Path(folder))
        sealed, ours = a_sealed_receipt(sealer), sealer.ours
    start = time.perf_counter()
    changed = mutations(sealed, seed=options.seed)
    counted = torture(sealed, ours, changed, times=options.mutations)
    for (change, verdict), number in sorted(counted.items()):
        print(f"{change:8} {verdict:12} {number:8}")
    seconds = time.perf_counter() - start
    print(f"{options.mutations} changed receipts, none called unchanged, {seconds:.0f} s")


if __name__ == "__main__":
    main()
