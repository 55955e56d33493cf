# Orosanmälan av en granne som vill vara anonym
Tjänst: orosanmalan
Bot: Hej!
Bot: Anmälan om oro för barn
Bot: Är barnet i fara just nu?
Bot: Anmäler du som privatperson eller i ditt arbete?

Person: jag är granne
Bot: Jag har skrivit: Jag är privatperson
Bot: Du får vara anonym.
Bot: Vad är du orolig för?

Person: Jag hör pappan skrika åt barnen på kvällarna och igår hade flickan blåmärken på armen. Det har hänt flera gånger i höst.
Bot: Tror du att barnet behöver skydd redan i dag?

Person: varför frågar ni?
Bot: Till exempel om någon slår barnet, om ett litet barn är ensamt eller om barnet är rädd för att gå hem.
Bot: Svaret läses av Individ- och familjeomsorgen.
Bot: Tror du att barnet behöver skydd redan i dag?

Person: kanske
Bot: Jag har skrivit: Jag vet inte
Bot: Vad heter barnet?

Person: Elsa
Bot: Hur gammalt är barnet?

Person: 5 eller 6 år
Bot: I vilken skola eller förskola går barnet?

Person: hoppa över
Bot: Var bor barnet, eller var brukar det vara?

Person: Kyrkvägen 3
Bot: Vilka finns i barnets familj?

Person: tillbaka
Bot: Var bor barnet, eller var brukar det vara?
Bot: Ditt tidigare svar: Kyrkvägen 3

Person: Gula huset på Kyrkvägen 3 i Nyland
Bot: Vilka finns i barnets familj?

Person: mamman heter Lena tror jag, och det finns en lillebror
Bot: Vet barnet att du gör en anmälan?

Person: vet ej
Bot: Jag har skrivit: Jag vet inte
Bot: Vet föräldrarna att du hör av dig till oss?

Person: nej
Bot: Får vi kontakta dig om vi vill fråga mer?

Person: varför frågar ni?
Bot: Svarar du nej frågar jag inte vem du är, och vi försöker inte ta reda på det.
Bot: Svaret läses av Individ- och familjeomsorgen.
Bot: Får vi kontakta dig om vi vill fråga mer?

Person: nej
Bot: Socialnämnden ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. Du anmäler: Jag är privatperson
Bot: 2. Oron: Jag hör pappan skrika åt barnen på kvällarna och igår hade flickan blåmärken på armen. Det har hänt flera gånger i höst.
Bot: 3. Behöver skydd i dag: Jag vet inte
Bot: 4. Barnets namn: Elsa
Bot: 5. Barnets ålder: 5 eller 6 år
Bot: 6. Skola eller förskola: Inte besvarad
Bot: 7. Här finns barnet: Gula huset på Kyrkvägen 3 i Nyland
Bot: 8. Familjen: mamman heter Lena tror jag, och det finns en lillebror
Bot: 9. Barnet vet om anmälan: Jag vet inte
Bot: 10. Föräldrarna vet om anmälan: Nej
Bot: 11. Vi får ta kontakt: Nej
Bot: 12. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Knapp: Skicka in ärendet
Bot: Tack!
Bot: Vi läser din anmälan och ser genast om barnet behöver skydd.
