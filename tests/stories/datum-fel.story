# Dagar som inte finns, och dagar som är för tidiga
# rad 10
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

Person: Maja Ek
Bot: Vilket personnummer har barnet?

Person: 20220314-2381
Bot: Vilken plats vill du säga upp?

Person: förskola
Bot: Vad heter stället där barnet går?

Person: Ekorren
Bot: Uppsägningstiden är två månader.
Bot: Vilken dag ska vara barnets sista?

Person: 31 februari
Bot: Det finns ingen dag 31 i februari.

Person: i morgon
Bot: Jag läser det som tisdag 24 november 2026.
Bot: Frågan var: Vilken dag ska vara barnets sista?

Person: sista januari
Bot: Jag har skrivit: söndag 31 januari 2027
