# Dikterat i telefonen, utan skiljetecken
# rad 10, 11
Tjänst: forskola-uppsagning
Bot: Hej!
Bot: Uppsägning av plats i förskola eller fritidshem
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Ska barnet bara byta till en annan förskola eller ett annat fritidshem i kommunen?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: hon heter Maja Ek
Bot: Jag har skrivit: Maja Ek
Bot: Vilket personnummer har barnet?

Person: tjugo tjugotvå noll tre fjorton tjugotre åttioett
Bot: Jag har skrivit: 20220314-2381
Bot: Vilken plats vill du säga upp?

Person: förskolan
Bot: Jag har skrivit: Förskola
Bot: Vad heter stället där barnet går?

Person: ekorren
Bot: Uppsägningstiden är två månader.
Bot: Vilken dag ska vara barnets sista?

Person: sista januari nästa år
Bot: Menade du söndag 31 januari 2027?
Bot: [söndag 31 januari 2027]
Bot: [Nej, något annat]

Person: ja
Bot: Vem har vårdnaden om barnet?

Person: jag har ensam vårdnad
Bot: Vilket telefonnummer når vi dig på?

Person: noll sju noll ett sju fyra noll sex noll fem
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?
