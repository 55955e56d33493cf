# Bergvärme i stan: hålet kommer nära grannen, platsen visas från kartan, och startdagen är för tidig
Tjänst: varmepump
Bot: Hej!
Bot: Anmälan om värmepump
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Var ska pumpen hämta sin värme?

Person: luft
Bot: En pump som tar värme ur luften behöver du inte anmäla till oss.

Knapp: Ändra mitt svar
Bot: Var ska pumpen hämta sin värme?

Person: bergvärme
Bot: Jag har skrivit: Ur berget
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: På vilken fastighet ska värmepumpen vara?

Person: Kramfors Babel 1:2
Bot: Äger du fastigheten, själv eller med andra?

Person: ja
Bot: Är det en ny anläggning?

Person: ja den är ny
Bot: Vilket företag ska borra?

Person: Ådalens Brunnsborrning
Bot: Hur många hål ska borras?

Person: ett
Bot: Jag har skrivit: 1
Bot: Hur djupt blir hålet?

Person: 500 m
Bot: Jag har skrivit: 500 m
Bot: Det är ovanligt djupt.
Bot: Hur många meter blir det till grannens tomt?

Person: ändra borrdjup till 190
Bot: Jag har ändrat Borrdjup till 190 m.
Bot: Hur många meter blir det till grannens tomt?

Person: ca 7 meter
Bot: Jag har skrivit: 7 m
Bot: Det är mindre än tio meter.
Bot: Skicka grannens skriftliga ja, om du har fått det.

Person: inte än
Bot: Vilken vätska ska finnas i slangen?

Person: hjälp
Bot: Vanligast är sprit för värmepumpar.

Person: sprit
Bot: Jag har skrivit: Bioetanol
Bot: Vad finns inom 50 meter? Välj allt som stämmer.

Person: grannen har också bergvärme
Bot: Menade du Ett annat borrhål för värme?

Person: ja
Bot: Det bör vara minst 20 meter mellan två hål för värme.
Bot: Hur vill du visa var det blir?

Person: med mobilen
Bot: Jag har skrivit: Visa platsen utan karta
Bot: Var blir det?

Plats: 62.9316, 17.7769
Bot: Jag uppfattade platsen så här: vid Kramfors centrum

Person: ja
Bot: När vill du börja borra eller gräva?

Person: 7 december
Bot: Jag har skrivit: måndag 7 december 2026
Bot: Det är mindre än sex veckor dit.
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Typ av värmepump: Ur berget
Bot: Fastighet: Kramfors Babel 1:2
Bot: Den som borrar: Ådalens Brunnsborrning
Bot: Borrdjup: 190 m
Bot: Avstånd till tomtgräns: 7 m
Bot: Grannens ja: Inte besvarad
Bot: Vätska i slangen: Bioetanol
Bot: Nära platsen: Ett annat borrhål för värme
Bot: Plats: vid Kramfors centrum
Bot: Önskad start: måndag 7 december 2026
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
