# Personnumret kommer i två bitar
# rad 6, 11
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

Person: 20150314
Bot: De fyra sista siffrorna saknas.

Person: 2380
Bot: Jag har skrivit: 20150314-2380
Bot: Vilken skola går barnet i nu?
