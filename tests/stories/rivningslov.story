# Rivning av en gammal lada på landet: utan detaljplan, ingen inventering än, och brodern äger också
Tjänst: rivningslov
Bot: Hej!
Bot: Ansökan om rivningslov
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Ligger byggnaden i ett område med detaljplan?

Person: ute på landet
Bot: Jag har skrivit: Nej
Bot: Då räcker det oftast med en anmälan.
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vilken fastighet står byggnaden på?

Person: Kramfors Babel 1:2
Bot: Söker du som privatperson eller för ett företag?

Person: privat
Bot: Jag har skrivit: Som privatperson
Bot: Vad vill du riva? Välj allt som stämmer.

Person: en gammal lada
Bot: Jag har skrivit: Ladugård eller annan byggnad på en gård
Bot: Beskriv det som ska rivas.

Person: hela ladan, den är från 20-talet nån gång och taket har rasat in
Bot: Hur många kvadratmeter mark täcker det som ska rivas?

Person: vet inte riktigt
Bot!: Jag har skrivit

Person: ca 90 kvm
Bot: Jag har skrivit: 90 m²
Bot: Har du redan börjat riva?

Person: nej inte än
Bot: Jag har skrivit: Nej
Bot: Innan ett hus rivs måste någon gå igenom det.
Bot: Har någon gjort en lista över farligt avfall i byggnaden?

Person: varför frågar ni det?
Bot: Du får inget startbesked förrän vi har den.

Person: nej inte än
Bot: Jag har skrivit: Nej, inte än
Bot: Du kan söka nu och skicka listan senare.
Bot: Vad vet du finns i byggnaden?

Person: eternit på taket
Bot: Jag har skrivit: Asbest eller eternit
Bot: Skicka en karta där du har märkt ut det som ska rivas.

Fil: karta.jpg
Bot: Jag har fått:
Bot: 1. karta.jpg

Knapp: Klar
Bot: Har du en kontrollansvarig?

Person: ingen aning
Bot: Jag har skrivit: Jag vet inte om det behövs
Bot: Vem äger fastigheten?

Person: tillsammans
Bot: Jag har skrivit: Jag och andra tillsammans
Bot: Ägare 1. Vad heter ägaren?

Person: Bo Ek
Bot: Ägare 1. Vilket personnummer har ägaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Ägare 1. Vilket mobilnummer har ägaren?

Person: 070-174 06 07
Bot: Finns det någon mer ägare?

Person: nej
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Inom detaljplan: Nej
Bot: Fastighet: Kramfors Babel 1:2
Bot: Byggnad: Ladugård eller annan byggnad på en gård
Bot: Byggnadsarea: 90 m²
Bot: Redan påbörjat: Nej
Bot: Inventering av farligt avfall: Nej, inte än
Bot: Känt farligt avfall: Asbest eller eternit
Bot: Karta och foton: karta.jpg
Bot: Kontrollansvarig: Jag vet inte om det behövs
Bot: Ägare 1: Ägaren: namn: Bo Ek
Bot: Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
