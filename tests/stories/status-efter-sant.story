# Status i klara ord efter att ha skickat
# rad 31
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

Person: 31 januari
Bot: Jag har skrivit: söndag 31 januari 2027
Bot: Vem har vårdnaden om barnet?

Person: ensam
Bot: Jag har skrivit: Jag har ensam vårdnad
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?

Person: nej tack
Bot: Då hoppar jag över den frågan.
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt som du har svarat i Uppsägning av plats i förskola eller fritidshem.
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Byter plats i kommunen: Nej
Bot: 3. Barnets namn: Maja Ek
Bot: 4. Barnets personnummer: 20220314-2381
Bot: 5. Plats: Förskola
Bot: 6. Förskola eller fritidshem: Ekorren
Bot: 7. Sista dag: söndag 31 januari 2027
Bot: 8. Vårdnad: Jag har ensam vårdnad
Bot: 9. Ditt telefonnummer: 070-174 06 05
Bot: 10. Din e-postadress: Inte besvarad
Bot: 11. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]

Person: hur går det?
Bot: Uppsägning av plats i förskola eller fritidshem (Maja Ek), K-2345-0001: Väntar på din signering
Bot: [Granska och skriv under]
Bot: [Ändra svaren]
Bot: [Ta tillbaka ärendet]

Person: status
Bot: Uppsägning av plats i förskola eller fritidshem (Maja Ek), K-2345-0001: Väntar på din signering
Bot: [Granska och skriv under]
Bot: [Ändra svaren]
Bot: [Ta tillbaka ärendet]

Underskrift: 1 av 1
Bot: Inkommet!
Bot: [Hämta kvittens]

Person: status
Bot: Uppsägning av plats i förskola eller fritidshem (Maja Ek), K-2345-0001: Inkommet
Bot: [Hämta kvittens]
