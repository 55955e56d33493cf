# Inloggningen avbryts, fel kod, och sedan går det
# rad 9, 26
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av skola
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggning: cancelled
Bot: Inloggningen avbröts.
Bot: [Logga in med e-legitimation]

Inloggning: code_wrong
Bot: Koden stämmer inte.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?
