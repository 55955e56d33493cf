# Skyddade uppgifter: vägen slutar före inloggningen, och svaret går att ändra
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av …
Bot: Har du eller barnet skyddade personuppgifter?

Person: ja
Bot: Tack för att du säger till.
Bot!: Logga in

Knapp: Ändra mitt svar
Bot: Har du eller barnet skyddade personuppgifter?
Bot: Ditt tidigare svar: Ja

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
