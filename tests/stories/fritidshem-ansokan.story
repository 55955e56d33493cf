# Fritidshem före och efter skolan, bara vissa dagar; den ena vuxna arbetar inte
Tjänst: fritidshem-ansokan
Bot: Hej!
Bot: Ansökan om plats i fritidshem
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Vilken skola går barnet i?

Person: nyland
Bot: Jag har skrivit: Nylands skola
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20180401-2381
Bot: Vilken dag vill du att barnet börjar?

Person: måndag 11 januari
Bot: Jag har skrivit: måndag 11 januari 2027
Bot: När behöver barnet fritidshem?

Person: före skolan, efter skolan
Bot: Jag har skrivit: Före skolan och Efter skolan
Bot: Ditt svar gör att det blir en fråga till.

Person: bara vissa dagar
Bot: Jag har skrivit: Bara vissa dagar, eller olika tider
Bot: Ditt svar gör att det blir 4 frågor till.

Person: varför vill ni veta det?
Bot: Varför jag frågar: Skolan måste veta hur många barn som är där
Bot: Dag 1.

Person: måndag
Bot: Dag 1.

Person: halv sju
Bot: Jag har skrivit: kl.
Bot: Dag 1.

Person: 16.30
Bot: Jag har skrivit: kl.
Bot: Behöver barnet fritids någon mer dag?

Person: ja
Bot: Ditt svar gör att det blir 4 frågor till.

Person: onsdag
Bot: Dag 2.

Person: hoppa över
Bot: Dag 2.

Person: kl 5 på kvällen
Bot: Jag har skrivit: kl.
Bot: Behöver barnet fritids någon mer dag?

Person: tillbaka
Bot: Dag 2.

Person: 17.15
Bot: Jag har skrivit: kl.
Bot: Behöver barnet fritids någon mer dag?

Person: nej
Bot: Arbetar eller studerar alla vuxna som bor med barnet?

Person: nej
Bot: Ditt svar gör att det blir en fråga till.

Person: nej
Bot: Då är det inte säkert att barnet har rätt till en plats.
Bot: Vem har vårdnaden om barnet?

Person: tillbaka
Bot: Behöver barnet fritidshem av något annat skäl?

Person: ja
Bot: Vem har vårdnaden om barnet?

Person: vi är två
Bot: Jag har skrivit: Vi är två vårdnadshavare
Bot: Ditt svar gör att det blir 4 frågor till.

Person: Bo Ek
Bot: Vilket personnummer har den andra vårdnadshavaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vårdnadshavaren?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Ditt svar gör att det blir en fråga färre.

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Kim Ek, 20180401-2381.
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Skola: Nylands skola
Bot: 3. Barnets namn: Kim Ek
Bot: 4. Barnets personnummer: 20180401-2381
Bot: 5. Önskat startdatum: måndag 11 januari 2027
Bot: 6. Behöver fritidshem: Före skolan och Efter skolan
Bot: 7. Schema: Bara vissa dagar, eller olika tider
Bot: 8. Dag 1: Veckodag: Måndag
Bot: 9. Dag 1: Kommer: kl. 06.30
Bot: 10. Dag 1: Går hem: kl. 16.30
Bot: 11. Behöver barnet fritids någon mer dag? Ja
Bot: 12. Dag 2: Veckodag: Onsdag
Bot: 13. Dag 2: Kommer: Inte besvarad
Bot: 14. Dag 2: Går hem: kl. 17.15
Bot: 15. Behöver barnet fritids någon mer dag? Nej
Bot: 16. De vuxna arbetar eller studerar: Nej
Bot: 17. Annat skäl: Ja
Bot: 18. Vårdnad: Vi är två vårdnadshavare
Bot: 19. Den andra vårdnadshavaren: namn: Bo Ek
Bot: 20. Den andra vårdnadshavaren: personnummer: 19850212-2388
Bot: 21. Den andra vårdnadshavaren: mobilnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 22. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 23. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 24. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
