# En annan tjänst mitt i: den första väntar
# rad 18
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

Person: jag vill säga upp förskoleplatsen
Bot: Vill du börja med Uppsägning av plats i förskola eller fritidshem i stället?
Bot: [Ja, byt]
Bot: [Nej, fortsätt här]

Person: ja
Bot: Jag har sparat ditt utkast till Ansökan om byte av skola.
Bot: Uppsägning av plats i förskola eller fritidshem
Bot: Har du eller barnet skyddade personuppgifter?

Person: avbryt
Bot: Vill du avbryta?
Bot: [Spara utkastet]
Bot: [Ta bort utkastet]
Bot: [Fortsätt svara]

Person: ja
Bot: Utkastet K-2345-0006 är sparat.
Bot: Du har något som väntar.
Bot: [Fortsätt med Ansökan om byte av skola (Kalle Ek)]
Bot: [Nej, inte nu]

Knapp: Fortsätt med Ansökan om byte av skola (Kalle Ek)
Bot: Välkommen tillbaka till Ansökan om byte av skola (Kalle Ek), som du började med måndag 23 november 2026.
Bot: Vilket personnummer har barnet?
