"""BankID: the relying-party API v6.0, and the verification of what it answers."""
