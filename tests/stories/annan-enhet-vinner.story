# Två enheter: det nyare svaret vinner, och den andra får veta
# rad 27
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

Annan enhet: Bollstaskolan
Bot: Du har fortsatt på en annan enhet.
Bot: Vilken skola vill du att barnet ska byta till?

Person: tillbaka
Bot: Vilken skola går barnet i nu?

Person: kramforsskolan
Bot: Vilken skola vill du att barnet ska byta till?
