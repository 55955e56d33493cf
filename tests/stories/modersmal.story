# Tigrinja: familjen talar det hemma sedan barnet var fyra år
Tjänst: modersmal
Bot: Hej!
Bot: Ansökan om modersmålsundervisning
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Vilken sorts skola går barnet i när undervisningen börjar?

Person: vanlig grundskola
Bot: Jag har skrivit: Kommunal grundskola i Kramfors
Bot: Är du vårdnadshavare för barnet?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20180401-2381
Bot: Vilken skola går barnet i?

Person: gudmundrå
Bot: Jag har skrivit: Gudmundråskolan
Bot: Vilken årskurs går barnet i när undervisningen börjar?

Person: trean
Bot: Jag har skrivit: Årskurs 3
Bot: Vilket språk ska barnet läsa?

Person: tigrinja
Bot: Jag har skrivit: Ett annat språk: tigrinja
Bot: Ditt svar gör att det blir en fråga till.

Person: ja
Bot: Hur ofta talar barnet språket hemma?

Person: inte varje dag
Bot: Jag har skrivit: Ibland
Bot: För att ha rätt till undervisningen ska barnet oftast tala språket varje dag.
Bot: Ditt svar gör att det blir en fråga till.

Person: tillbaka
Bot: Hur ofta talar barnet språket hemma?

Person: varje dag
Bot: Ditt svar gör att det blir en fråga till.

Person: senare
Bot: Jag har skrivit: Det började senare
Bot: Ditt svar gör att det blir en fråga till.

Person: hon var 4
Bot: Jag har skrivit: 4
Bot: Vad kan barnet på språket?

Person: förstår och pratar
Bot: Jag har skrivit: Förstår och Talar
Bot: Har barnet läst språket i en svensk skola förut?

Person: varför frågar ni?
Bot: Varför jag frågar: Då kan läraren fråga den förra skolan hur långt barnet har kommit.
Bot: Har barnet läst språket i en svensk skola förut?

Person: ja
Bot: Ditt svar gör att det blir en fråga till.

Person: Kramforsskolan, ett år
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Kim Ek, 20180401-2381.
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Skolform: Kommunal grundskola i Kramfors
Bot: 3. Vårdnadshavare: Ja
Bot: 4. Barnets namn: Kim Ek
Bot: 5. Barnets personnummer: 20180401-2381
Bot: 6. Skola: Gudmundråskolan
Bot: 7. Årskurs: Årskurs 3
Bot: 8. Språk: Ett annat språk: tigrinja
Bot: 9. En vårdnadshavares modersmål: Ja
Bot: 10. Talar språket hemma: Varje dag
Bot: 11. Har talat det sedan: Det började senare
Bot: 12. Barnets ålder när det började: 4
Bot: 13. Kunskaper: Förstår och Talar
Bot: 14. Läst språket förut: Ja
Bot: 15. Läste i skola, hur länge: Kramforsskolan, ett år
Bot: 16. Ditt telefonnummer: 070-174 06 06
Bot: 17. Din e-postadress: Inte besvarad
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
