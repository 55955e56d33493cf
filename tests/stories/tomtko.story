# Familj som vill bygga: orter i ordning, hon söker med sin sambo och vill ha sms
Tjänst: tomtko
Bot: Hej!
Bot: Anmälan till tomtkön
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Vem ska ha tomten?

Person: vi
Bot: Jag har skrivit: Jag, eller jag och min familj
Bot: Står du redan i tomtkön?

Person: nej inte än
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot!: Du är inte 18 år än.
Bot: Var vill du bygga?

Person: var som helst och docksta
Bot: Välj antingen hela kommunen eller de orter du vill bo på.

Person: nordingrå och docksta
Bot: Jag har skrivit: 1. Nordingrå, 2. Docksta
Bot: Vad ska huset användas till?

Person: bo i hela året
Bot: Jag har skrivit: Att bo i hela året
Bot: Hur många ska bo i huset?

Person: varför då?
Bot: Det hjälper oss att föreslå en tomt som är stor nog.

Person: fyra
Bot: Jag har skrivit: 4
Bot: Söker du tillsammans med en annan vuxen?

Person: ja
Bot: Vad heter den du söker tillsammans med?

Person: Bo Ek
Bot: Hur vill du få veta att vi säljer en tomt?

Person: mejla
Bot: Jag har skrivit: Med e-post
Bot: Vilken e-postadress har du?

Person: tillbaka
Bot: Hur vill du få veta att vi säljer en tomt?

Person: nej sms
Bot: Jag har skrivit: Med sms
Bot: Vilket mobilnummer har du?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Tomten är för: Jag, eller jag och min familj
Bot: Står redan i kön: Nej
Bot: Önskade orter: 1. Nordingrå, 2. Docksta
Bot: Huset ska användas: Att bo i hela året
Bot: Antal i hushållet: 4
Bot: Söker tillsammans: Ja
Bot: Söker tillsammans med: Bo Ek
Bot: Besked om tomter: Med sms
Bot: Ditt mobilnummer: 070-174 06 06
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
