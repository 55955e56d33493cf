# Status kräver att man loggar in
# rad 31
Bot: Hej!
Bot: Vad vill du göra?

Person: vad händer med min ansökan
Bot: Logga in med e-legitimation, så visar jag dina utkast och ärenden.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad vill du göra?
