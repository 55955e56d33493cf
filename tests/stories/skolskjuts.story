# Skolskjuts: lång och farlig väg, i två hem; avståndet är under gränsen
Tjänst: skolskjuts
Bot: Hej!
Bot: Ansökan om skolskjuts
Bot: Har du eller eleven skyddade personuppgifter?

Person: vad menas med det?
Bot: Det är Skatteverket som beslutar.
Bot: Har du eller eleven skyddade personuppgifter?

Person: nej det har vi inte
Bot: Är eleven folkbokförd i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem är det som behöver skolskjuts?

Person: min dotter
Bot: Jag har skrivit: Mitt barn
Bot: Vad heter barnet?

Person: Lo Ek
Bot: Vilket personnummer har barnet?

Person: 180401-2381
Bot: Jag har skrivit: 20180401-2381
Bot: Vilken årskurs går eleven i när skjutsen börjar?

Person: trean
Bot: Jag har skrivit: Årskurs 1, 2 eller 3
Bot: Vilken skola ska eleven åka till?

Person: nordingrå
Bot: Jag har skrivit: Nordingrå skola
Bot: Är det den skola som kommunen har erbjudit eleven?

Person: ja det är det
Bot: Varför behöver eleven skjuts?

Person: farlig väg, och så bor hon varannan vecka hos pappa
Bot: Jag är inte säker på vad du menar. Vilket är rätt?

Knapp: Farlig väg och Bor i två hem
Bot: Vad är farligt på vägen?

Person: tillbaka
Bot: Varför behöver eleven skjuts?

Person: långt, farlig väg, två hem
Bot: Jag har skrivit: Lång väg till skolan, Farlig väg och Bor i två hem
Bot: Hur många kilometer är det från hemmet till skolan?

Person: 2,3 km
Bot: Jag har skrivit: 2,3 km
Bot: Gränsen i årskurs 1–3 är två och en halv kilometer. Du får söka ändå
Bot: Vad är farligt på vägen?

Person: Hon måste gå längs stora vägen utan trottoar. Det är mörkt och lastbilarna kör fort.
Bot: Hur mycket bor eleven i de två hemmen?

Person: lika mycket
Bot: Jag har skrivit: Ungefär lika mycket i båda
Bot: Vilken adress har elevens andra hem?

Person: Torggatan 2, 872 80 Kramfors
Bot: Från vilken dag behövs skjutsen?

Person: 11 januari
Bot: Jag har skrivit: måndag 11 januari 2027
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Lo Ek, 20180401-2381.
Bot: 3. Skjutsen är för: Mitt barn
Bot: 6. Årskurs: Årskurs 1, 2 eller 3
Bot: 7. Skola: Nordingrå skola
Bot: 8. Erbjuden skola: Ja
Bot: 9. Skäl: Lång väg till skolan, Farlig väg och Bor i två hem
Bot: 10. Avstånd: 2,3 km
Bot: 11. Farlig väg: Hon måste gå
Bot: 12. Boende: Ungefär lika mycket i båda
Bot: 13. Elevens andra hem: Torggatan 2, 872 80 Kramfors
Bot: 14. Från och med: måndag 11 januari 2027
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
