# Ta över en kiosk: tobak och vitt snus, med fullmakt
Tjänst: tobak-tillstand
Bot: Hej!
Bot: Ansökan om tillstånd att sälja tobak
Bot: Har du, eller någon annan i ledningen, skyddade personuppgifter?

Person: nej
Bot: Vad vill ni göra?

Person: ska ta över en kiosk
Bot: Menade du Börja sälja, eller ta över en butik?

Person: ja
Bot: Vad ska ni sälja? Välj allt som stämmer.

Person: cigg, snus och vitt snus
Bot: Jag har skrivit: Cigaretter, snus och annan tobak och Vitt snus och annat nikotin utan tobak
Bot: För tobak behöver ni ett tillstånd. Ni får inte börja sälja innan ni har fått det.
Bot: Logga in med e-legitimation, så sparas dina svar
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter företaget som ska sälja?

Person: Torgets Kiosk AB
Bot: Vilket organisationsnummer har ni?

Person: 212000-0142
Bot: Får du skriva under för företaget på egen hand?

Person: nej, har fullmakt
Bot: Jag har skrivit: Nej, jag har en fullmakt
Bot: Skicka fullmakten.

Fil: fullmakt.pdf
Bot: Jag har fått:

Knapp: Klar
Bot: Är det någon mer än du som äger eller styr företaget?

Person: ja
Bot: Person som äger eller styr 1. Vad heter personen?

Person: Moa Dahl
Bot: Person som äger eller styr 1. Vad har personen för personnummer?

Person: 19850212-2388
Bot: Finns det någon mer som äger eller styr?

Person: nej
Bot: Hur ska ni sälja? Välj allt som stämmer.

Person: kiosk
Bot: Jag har skrivit: I butik eller kiosk
Bot: Vad heter butiken eller stället?

Person: Torgets kiosk
Bot: Vilken adress har stället?

Person: Torggatan 9, 872 30 Kramfors
Bot: Ska ni sälja tobak hela tiden, eller bara en viss tid?

Person: varför vill ni veta det?
Bot: En viss tid kan vara en festival eller en sommar.
Bot: Ska ni sälja tobak hela tiden, eller bara en viss tid?

Person: hela tiden
Bot: Vilken dag vill ni börja sälja?

Person: typ 1 februari
Bot: Menade du måndag 1 februari 2027?

Person: ja
Bot: Vårt beslut kan ta upp till fyra månader. Ni får inte sälja tobak innan ni har fått det.
Bot: Skicka ert egenkontrollprogram.

Person: tillbaka
Bot: Vilken dag vill ni börja sälja?

Person: 1 mars
Bot: Jag har skrivit: måndag 1 mars 2027
Bot: Vårt beslut kan ta upp till fyra månader. Ni får inte sälja tobak innan ni har fått det.
Bot: Skicka ert egenkontrollprogram.

Fil: egenkontroll.jpg
Bot: Jag har fått:

Knapp: Klar
Bot: Skicka papper om lokalen och pengarna, om du har dem.

Person: hoppa över
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Socialnämnden ansvarar för era personuppgifter. Vi använder dem för att pröva ansökan och

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Ärendet gäller: Börja sälja, eller ta över en butik
Bot: 3. Produkter: Cigaretter, snus och annan tobak och Vitt snus och annat nikotin utan tobak
Bot: 4. Företag: Torgets Kiosk AB
Bot: 5. Organisationsnummer: 212000-0142
Bot: 6. Rätt att skriva under: Nej, jag har en fullmakt
Bot: 7. Fullmakt: fullmakt.pdf (1 kB)
Bot: 8. Andra som äger eller styr: Ja
Bot: 9. Person som äger eller styr 1: Namn: Moa Dahl
Bot: 10. Person som äger eller styr 1: Personnummer: 19850212-2388
Bot: 11. Finns det någon mer som äger eller styr? Nej
Bot: 12. Försäljning: I butik eller kiosk
Bot: 13. Ställets namn: Torgets kiosk
Bot: 14. Ställets adress: Torggatan 9, 872 30 Kramfors
Bot: 15. Tillståndet ska gälla: Hela tiden
Bot: 16. Start: måndag 1 mars 2027
Bot: 17. Egenkontrollprogram: egenkontroll.jpg
Bot: 18. Papper om lokal och pengar: Inte besvarad
Bot: 19. Ditt telefonnummer: 070-174 06 06
Bot: 20. Din e-postadress: Inte besvarad
Bot: 21. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
