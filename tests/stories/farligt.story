# Fara: numren genast, men bara en gång
# rad 22
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av skola
Bot: Har du eller barnet skyddade personuppgifter?

Person: det brinner i skolan
Bot: Är det fara för liv, hälsa eller egendom?
Bot: Har du eller barnet skyddade personuppgifter?

Person: det brinner fortfarande
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
