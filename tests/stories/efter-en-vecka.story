# Tillbaka efter en vecka
# rad 25
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

Person: spara
Bot: Allt är sparat.
Bot: [Fortsätt svara]

Dagar: 7
Person: hej
Bot: Hej!
Bot: Du är inte längre inloggad.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Välkommen tillbaka till Ansökan om byte av skola (Kalle Ek), som du började med måndag 23 november 2026.
Bot: Vilken skola går barnet i nu?

Person: bollsta
Bot: Jag har skrivit: Bollstaskolan
Bot: Vilken skola vill du att barnet ska byta till?
