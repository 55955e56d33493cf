"""What the assistant does: turns, storage, signing, notices. Imports `dialogs` and `config` only."""
