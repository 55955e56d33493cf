# Serveringstillstånd för sommaren: två systrar skriver under, kusinen äger en del
Tjänst: serveringstillstand
Bot: Hej!
Bot: Ansökan om serveringstillstånd
Bot: Har du, eller någon annan i ledningen, skyddade personuppgifter?

Person: nej
Bot: Vad vill ni göra?

Person: vi ska ha öppet på sommaren
Bot: Menade du Servera en del av varje år?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter företaget eller föreningen som söker?

Person: Sjöboden i Nordingrå AB
Bot: Vilket organisationsnummer har ni?

Person: 212000-0142
Bot: Vem får skriva under för företaget eller föreningen?

Person: jag och min syster
Bot: Menade du Jag tillsammans med andra?

Person: ja
Bot: Underskrift 1. Vad heter den som skriver under?

Person: Lena Ek
Bot: Underskrift 1. Vilket personnummer har den som skriver under?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Underskrift 1. Vilket mobilnummer har den som skriver under?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Är det någon mer som måste skriva under?

Person: nej
Bot: Finns det någon mer som äger eller styr företaget eller föreningen?

Person: varför frågar ni?
Bot: Tänk på ägare, vd och hela styrelsen. Har någon lånat ut pengar och får vara med och
Bot: Finns det någon mer som äger eller styr företaget eller föreningen?

Person: ja, vår kusin äger en del
Bot: Jag har skrivit: Ja
Bot: Person som äger eller styr 1. Vad heter personen?

Person: Moa Dahl
Bot: Person som äger eller styr 1. Vad har personen för personnummer?

Person: 19990807-2391
Bot: Finns det någon mer som äger eller styr?

Person: nej
Bot: Vilka ska ni servera?

Person: vem som helst
Bot: Jag har skrivit: Alla som kommer
Bot: Vilken adress har stället där ni ska servera?

Person: Sjövägen 4, 870 30 Nordingrå
Bot: Från vilken dag till vilken dag ska ni servera?

Person: 1 juni till 31 augusti
Bot: Jag har skrivit: tisdag 1 juni 2027 – tisdag 31 augusti 2027
Bot: Vilken tid vill ni börja servera alkohol?

Person: 10
Bot: Jag har skrivit: kl. 10.00
Bot: Före klockan 11 får ni servera bara om vi säger ja. Berätta varför
Bot: Vilken tid ska serveringen sluta?

Person: tillbaka
Bot: Vilken tid vill ni börja servera alkohol?

Person: 11
Bot: Jag har skrivit: kl. 11.00
Bot: Vilken tid ska serveringen sluta?

Person: två på natten
Bot: Jag har skrivit: kl. 02.00
Bot: Efter klockan 01 får man bara servera om vi beslutar det. Vi ser bland annat på hur det
Bot: Vad vill ni servera? Välj allt som stämmer.

Person: vin, öl och cider
Bot: Jag har skrivit: Starköl, Vin och Cider och annat som är jäst
Bot: Berätta om stället. Vad heter det, vad gör gästerna där och vad kan de äta?

Person: Sjöboden är en restaurang vid hamnen. Vi lagar fisk. 40 platser inne och 30 ute, ibland livemusik.
Bot: Har ni klarat kunskapsprovet om alkohollagen?

Person: nej inte än
Bot: Jag har skrivit: Nej, vi vill boka provet
Bot: Vi ser efter om någon av er ska göra provet, och hör av oss.
Bot: Var kommer pengarna till starten från? Välj allt som stämmer.

Person: sparpengar och ett banklån
Bot: Jag har skrivit: Egna pengar och Lån från bank
Bot: Nu behöver vi några papper: hyresavtalet, en ritning där ni ritar ut var gästerna får
Bot: Skicka också papper som visar var pengarna kommer från. Det kan vara köpeavtal,
Bot: Skicka era papper här.

Fil: hyresavtal.pdf, ritning.pdf, aktiebok.pdf, banklan.pdf
Bot: Jag har fått:

Knapp: Klar
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Socialnämnden ansvarar för era personuppgifter. Vi använder dem för att pröva ansökan. Vi

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Ansökan gäller: Servera en del av varje år
Bot: 3. Sökande: Sjöboden i Nordingrå AB
Bot: 4. Organisationsnummer: 212000-0142
Bot: 5. Skriver under: Jag tillsammans med andra
Bot: 6. Underskrift 1: Den som skriver under: namn: Lena Ek
Bot: 7. Underskrift 1: Den som skriver under: personnummer: 19850212-2388
Bot: 8. Underskrift 1: Den som skriver under: mobilnummer: 070-174 06 07 (visas inte för andra
Bot: 9. …? Nej
Bot: 10. Andra som äger eller styr: Ja
Bot: 11. Person som äger eller styr 1: Namn: Moa Dahl
Bot: 12. Person som äger eller styr 1: Personnummer: 19990807-2391
Bot: 13. …? Nej
Bot: 14. Gäster: Alla som kommer
Bot: 15. Ställets adress: Sjövägen 4, 870 30 Nordingrå
Bot: 16. Dagar: tisdag 1 juni 2027 – tisdag 31 augusti 2027
Bot: 17. Servering från: kl. 11.00
Bot: 18. Servering till: kl. 02.00
Bot: 19. Drycker: Starköl, Vin och Cider och annat som är jäst
Bot: 20. Om stället: Sjöboden är en restaurang vid hamnen. Vi lagar fisk. 40 platser inne och
Bot: 21. Kunskapsprov: Nej, vi vill boka provet
Bot: 22. Finansiering: Egna pengar och Lån från bank
Bot: 23. Bilagor: hyresavtal.pdf (1 kB), ritning.pdf (1 kB), aktiebok.pdf (1 kB), banklan.pdf (1 kB)
Bot: 24. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 25. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
