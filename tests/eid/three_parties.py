"""The smallest e-service that three people sign."""

from pathlib import Path

SERVICE = """
id: gemensamt
title: {sv: Gemensam ansökan}
summary: {sv: Tre personer söker något tillsammans.}
minutes: 3
category: ovrigt
words: [gemensamt]
login: true
sign: all
unit: kundtjanst
legal_basis: {sv: Förvaltningslagen}
next_steps: {sv: Vi läser ansökan.}
retention: {sv: Två år.}
fields:
  - {id: onskan, type: text, ask: {sv: Vad söker ni?}}
  - {id: andra, type: party, ask: {sv: Vem är den andra?}, role: {sv: den andra sökanden}}
  - {id: tredje, type: party, ask: {sv: Vem är den tredje?}, role: {sv: den tredje sökanden}}
  - {id: uppgifter, type: consent, ask: {sv: Vi sparar uppgifterna. Har du läst det?}}
"""


def service_folder(folder: Path) -> Path:
    """A catalogue of this one service."""
    (folder / "gemensamt.yaml").write_text(SERVICE, "utf-8")
    return folder
