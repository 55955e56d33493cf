# Inackorderingstillägg: mamman söker för den som är under 16, den andra vårdnadshavaren signerar; tid i timmar
Tjänst: inackorderingstillagg
Bot: Hej!
Bot: Ansökan om inackorderingstillägg
Bot: Har du eller eleven skyddade personuppgifter?

Person: nej
Bot: Vilken sorts skola går eleven i?

Person: friskola
Bot: Då är det inte kommunen som betalar. Sök inackorderingstillägg hos CSN

Knapp: Ändra mitt svar
Bot: Vilken sorts skola går eleven i?

Person: kommunal
Bot: Jag har skrivit: En skola som en kommun eller region driver
Bot: Är eleven folkbokförd i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Är du eleven eller elevens vårdnadshavare?

Person: mamma
Bot: Jag har skrivit: Jag är vårdnadshavare
Bot: Har eleven fyllt 16 år?

Person: nej
Bot: Vad heter eleven?

Person: Lo Ek
Bot: Vilket personnummer har eleven?

Person: 20110412-2385
Bot: Vad heter skolan, och var ligger den?

Person: Dragonskolan i Umeå
Bot: Vilket program går eleven, och vilken årskurs?

Person: Estetiska programmet, ettan
Bot: Varför går eleven på en annan ort?

Person: finns inte i kramfors
Bot: Jag har skrivit: Utbildningen finns inte nära hemmet
Bot: Vilken tid ska eleven bo på skolorten?

Person: 11 januari till 11 juni
Bot: Jag har skrivit: måndag 11 januari 2027 – fredag 11 juni 2027
Bot: Skicka ett papper som visar var eleven bor på skolorten.

Fil: kontrakt.pdf
Bot: Jag har fått:
Bot: 1. kontrakt.pdf

Knapp: Klar
Bot: Hur många minuter tar resan från dörr till dörr?

Person: typ 3 timmar
Bot: Jag har skrivit: 180 minuter
Bot: Bra att veta: Får eleven stödet ska ett busskort från kommunen lämnas tillbaka. Man kan inte ha båda.
Bot: Vilket konto ska pengarna gå till?

Person: 8327-9 123 456 789-7
Bot: Jag har skrivit: Swedbank 8327-9, 123 456 789-7
Bot: Vem har vårdnaden om eleven?

Person: vi är två
Bot: Vad heter den andra vårdnadshavaren?

Person: Bo Ek
Bot: Vilket personnummer har den andra vårdnadshavaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vårdnadshavaren?

Person: 070-174 06 05
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Lo Ek, 20110412-2385.
Bot: 2. Sorts skola: En skola som en kommun eller region driver
Bot: 4. Du är: Jag är vårdnadshavare
Bot: 8. Skola: Dragonskolan i Umeå
Bot: 9. Program och årskurs: Estetiska programmet, ettan
Bot: 10. Skäl: Utbildningen finns inte nära hemmet
Bot: 11. Tid på skolorten: måndag 11 januari 2027 – fredag 11 juni 2027
Bot: 12. Boende på skolorten: kontrakt.pdf (1 kB)
Bot: 13. Restid: 180 min
Bot: 14. Konto: Swedbank 8327-9, 123 456 789-7
Bot: 15. Vårdnad: Vi är två vårdnadshavare
Bot: 16. Den andra vårdnadshavaren: namn: Bo Ek
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
