# Förskola från mars: flyttar hit, två önskemål i ordning, den andra föräldern är pappaledig
Tjänst: forskola-ansokan
Bot: Hej!
Bot: Ansökan om plats i förskola eller pedagogisk omsorg
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Bor barnet i Kramfors kommun?

Person: vi ska flytta hit
Bot: Jag har skrivit: Nej, men vi ska flytta hit
Bot: Ditt svar gör att det blir en fråga till.

Person: Nyland
Bot: Har barnet redan en plats i kommunen?

Person: nej
Bot: Jag har skrivit: Nej, det är en ny plats
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Maja Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Personen får vara högst 6 år.

Person: 20220314-2381
Bot: Vilka förskolor vill du helst ha?

Person: lunde, sandö
Bot: Jag har skrivit: 1.
Bot: Har barnet syskon på någon av de platser du önskar?

Person: nej
Bot: Vilken dag vill du att barnet börjar?

Person: typ i mars
Bot: Jag behöver veta vilken dag.

Person: 1 mars
Bot: Jag har skrivit: måndag 1 mars 2027
Bot: Det är mindre än fyra månader dit.
Bot: Vem har vårdnaden om barnet?

Person: vi är två
Bot: Jag har skrivit: Vi är två vårdnadshavare
Bot: Ditt svar gör att det blir 5 frågor till.

Person: Bo Ek
Bot: Vilket personnummer har den andra vårdnadshavaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vårdnadshavaren?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Ditt svar gör att det blir en fråga färre.

Person: jobbar
Bot: Jag har skrivit: Arbetar
Bot: Vad ska den andra vårdnadshavaren göra på dagarna?

Person: pappaledig
Bot: Jag har skrivit: Föräldraledig med ett syskon
Bot: Bra att veta: Barnet har rätt till minst 15 timmar i veckan när en förälder söker arbete …
Bot: Hur många timmar i veckan behöver barnet plats?

Person: varför frågar ni det
Bot: Varför jag frågar: Tiden avgör hur stor plats barnet behöver.

Person: 25 timmar i veckan
Bot: Jag har skrivit: 25 timmar
Bot: Behöver barnet omsorg på kvällar, nätter eller helger?

Person: nej
Bot: Behöver barnet särskilt stöd för att utvecklas?

Person: nej
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Maja Ek, 20220314-2381.
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Bor i kommunen: Nej, men vi ska flytta hit
Bot: 3. Flyttar till: Nyland
Bot: 4. Har redan en plats: Nej, det är en ny plats
Bot: 5. Barnets namn: Maja Ek
Bot: 6. Barnets personnummer: 20220314-2381
Bot: 7. Önskade platser, i ordning: 1. Lunde förskola, 2. Sandö förskola
Bot: 8. Syskon där: Nej
Bot: 9. Önskat startdatum: måndag 1 mars 2027
Bot: 10. Vårdnad: Vi är två vårdnadshavare
Bot: 11. Den andra vårdnadshavaren: namn: Bo Ek
Bot: 12. Den andra vårdnadshavaren: personnummer: 19850212-2388
Bot: 13. Den andra vårdnadshavaren: mobilnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 14. Arbete eller studier, den som ansöker: Arbetar
Bot: 15. Arbete eller studier, den andra: Föräldraledig med ett syskon
Bot: 16. Timmar i veckan: 25 timmar
Bot: 17. Kvällar, nätter eller helger: Nej
Bot: 18. Behöver särskilt stöd: Nej
Bot: 19. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 20. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 21. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
