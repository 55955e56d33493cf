# Handläggaren ber om mer, och svaret lämnas i chatten
# rad 31, 35
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

Person: Kim Ek
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

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt som du har svarat i Uppsägning av plats i förskola eller fritidshem.
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Byter plats i kommunen: Nej
Bot: 3. Barnets namn: Kim Ek
Bot: 4. Barnets personnummer: 20220314-2381
Bot: 5. Plats: Förskola
Bot: 6. Förskola eller fritidshem: Ekorren
Bot: 7. Sista dag: söndag 31 januari 2027
Bot: 8. Vårdnad: Jag har ensam vårdnad
Bot: 9. Ditt telefonnummer: 070-174 06 06
Bot: 10. Din e-postadress: Inte besvarad
Bot: 11. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]

Underskrift: 1 av 1
Bot: Inkommet!
Bot: [Hämta kvittens]

Handläggaren ber om: Vi behöver ett intyg från vårdnadshavaren.
Bot: Uppsägning av plats i förskola eller fritidshem, K-2345-0001, har fått en ny status: Väntar på komplettering
Bot: Meddelande: Vi behöver ett intyg från vårdnadshavaren.
Bot: [Komplettera ärendet]

Person: synpunkt på gatan
Bot: Jag tror att du vill göra det här: Lämna en synpunkt eller ett klagomål.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: hur går det med mitt ärende?
Bot: Uppsägning av plats i förskola eller fritidshem (Kim Ek), K-2345-0001: Väntar på komplettering
Bot: [Hämta kvittens]
Bot: [Komplettera ärendet]

Knapp: Komplettera ärendet
Bot: Handläggaren skriver: Vi behöver ett intyg från vårdnadshavaren.

Person: Här kommer intyget, det blev klart i går.
Bot: Så här ser din komplettering ut:
Bot: [Skicka kompletteringen]
Bot: [Börja om]
Bot: [Vänta med att skicka]

Fil: intyg.pdf, fel.jpg
Bot: Så här ser din komplettering ut:
Bot: 1. intyg.pdf (1 kB)
Bot: 2. fel.jpg

Knapp: Ta bort fel.jpg
Bot: Så här ser din komplettering ut:
Bot: 1. intyg.pdf (1 kB)

Person: hjälp
Bot: Skriv det som saknas, eller skicka filer.
Bot: Så här ser din komplettering ut:
Bot: 1. intyg.pdf (1 kB)

Person: vad kostar det?
Bot: Det kostar inget att använda den här tjänsten.
Bot: Så här ser din komplettering ut:
Bot: 1. intyg.pdf (1 kB)

Knapp: Börja om
Bot: Skriv ditt svar här eller skicka filer.

Person: Här kommer intyget.
Bot: Så här ser din komplettering ut:
Bot: [Skicka kompletteringen]
Bot: [Börja om]
Bot: [Vänta med att skicka]

Fil: intyg.pdf
Bot: Så här ser din komplettering ut:
Bot: 1. intyg.pdf (1 kB)

Person: avbryt
Bot: Inget är skickat.
Bot: Vad vill du göra?

Person: komplettera
Bot: Så här ser din komplettering ut:
Bot: 1. intyg.pdf (1 kB)

Person: skicka
Bot: Tack! Din komplettering har kommit in till kommunen måndag 23 november 2026 klockan 10.00.
Bot: Vad vill du göra?

Person: hur går det med mitt ärende?
Bot: Uppsägning av plats i förskola eller fritidshem (Kim Ek), K-2345-0001: Under handläggning
Bot: [Hämta kvittens]
