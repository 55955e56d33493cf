# Ett fel på gatan är ingen skola
# rad 18, 9
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av skola
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kalle Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Vilken skola går barnet i nu?

Person: gatlyktan är trasig utanför Torggatan 2
Bot: Vill du börja med Felanmälan gata, park och belysning i stället?
Bot: [Ja, byt]
Bot: [Nej, det var mitt svar]

Person: nej, det var mitt svar
Bot: Jag har skrivit: Annan skola: gatlyktan är trasig utanför Torggatan 2
Bot: Vilken skola vill du att barnet ska byta till?
