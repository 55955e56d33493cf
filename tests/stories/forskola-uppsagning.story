# Uppsägning av fritids: en för tidig dag, en fråga, och två vårdnadshavare
Tjänst: forskola-uppsagning
Bot: Hej!
Bot: Uppsägning av plats i förskola eller fritidshem
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Ska barnet bara byta till en annan förskola eller ett annat fritidshem i kommunen?

Person: ja
Bot: Då ska du inte säga upp platsen.

Knapp: Ändra mitt svar
Bot: Ska barnet bara byta

Person: nej, han slutar helt
Bot: Jag har skrivit: Nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Vilken plats vill du säga upp?

Person: fritids
Bot: Jag har skrivit: Fritidshem
Bot: Vad heter stället där barnet går?

Person: fritids på Nylands skola
Bot: Uppsägningstiden är två månader.
Bot: Vilken dag ska vara barnets sista?

Person: 15 december
Bot: 23 januari 2027

Person: 31 januari
Bot: Jag har skrivit: söndag 31 januari 2027
Bot: Vem har vårdnaden om barnet?

Person: varför frågar ni?
Bot: Har ni gemensam vårdnad måste båda skriva under.

Person: delad vårdnad
Bot: Jag har skrivit: Vi är två vårdnadshavare
Bot: Nu behöver vi uppgifter om den andra vårdnadshavaren.
Bot: Vad heter den andra vårdnadshavaren?

Person: Bo Ek
Bot: Vilket personnummer har den andra vårdnadshavaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vårdnadshavaren?

Person: 0701740605
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Kim Ek, 20150314-2380.
Bot: 2. Byter plats i kommunen: Nej
Bot: 5. Plats: Fritidshem
Bot: 6. Förskola eller fritidshem: fritids på Nylands skola
Bot: 7. Sista dag: söndag 31 januari 2027
Bot: 8. Vårdnad: Vi är två vårdnadshavare
Bot: 9. Den andra vårdnadshavaren: namn: Bo Ek
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
