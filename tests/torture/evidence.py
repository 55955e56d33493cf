"""Valid BankID answers changed at random by the hundred thousand: none may count (threat A7).

    python -m tests.torture.evidence [--mutations 100000] [--seed 1]

Ends with the first that was accepted, and prints it.
"""

import argparse

from tests.eid.bankid.test_evidence import mutate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutations", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    mutate(asked.mutations, seed=asked.seed)
    print(f"{asked.mutations} changed BankID answers of seed {asked.seed}: 0 accepted")


if __name__ == "__main__":
    main()
