# Ta över en kiosk: tobak och vitt snus, två skriver under för bolaget
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
Bot: Vem får skriva under för företaget?

Person: vi är två i förening
Bot: Jag har skrivit: Jag tillsammans med andra
Bot: Vilka andra skriver under? Vi tar en i taget.
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
Bot: Är det någon mer än du som äger eller styr företaget?

Person: ja
Bot: Person som äger eller styr 1. Vad heter personen?

Person: Moa Dahl
Bot: Person som äger eller styr 1. Vad har personen för personnummer?

Person: 19990807-2391
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
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Ärendet gäller: Börja sälja, eller ta över en butik
Bot: 3. Produkter: Cigaretter, snus och annan tobak och Vitt snus och annat nikotin utan tobak
Bot: 4. Företag: Torgets Kiosk AB
Bot: 5. Organisationsnummer: 212000-0142
Bot: 6. Skriver under: Jag tillsammans med andra
Bot: 7. Underskrift 1: Den som skriver under: namn: Lena Ek
Bot: 8. Underskrift 1: Den som skriver under: personnummer: 19850212-2388
Bot: 9. Underskrift 1: Den som skriver under: mobilnummer: 070-174 06 07 (visas inte för andra
Bot: 10. …? Nej
Bot: 11. Andra som äger eller styr: Ja
Bot: 12. Person som äger eller styr 1: Namn: Moa Dahl
Bot: 13. Person som äger eller styr 1: Personnummer: 19990807-2391
Bot: 14. Finns det någon mer som äger eller styr? Nej
Bot: 15. Försäljning: I butik eller kiosk
Bot: 16. Ställets namn: Torgets kiosk
Bot: 17. Ställets adress: Torggatan 9, 872 30 Kramfors
Bot: 18. Tillståndet ska gälla: Hela tiden
Bot: 19. Start: måndag 1 mars 2027
Bot: 20. Egenkontrollprogram: egenkontroll.jpg
Bot: 21. Papper om lokal och pengar: Inte besvarad
Bot: 22. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 23. Din e-postadress: Inte besvarad
Bot: 24. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
