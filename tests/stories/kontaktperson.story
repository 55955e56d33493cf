# Kontaktperson åt en son, en förälder är osäker på vilken lag det gäller
Tjänst: kontaktperson
Bot: Hej!
Bot: Ansökan om kontaktperson eller kontaktfamilj
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Vad vill du göra?

Person: få en kontaktperson
Bot: Jag har skrivit: Få en kontaktperson eller kontaktfamilj
Bot: Bor den som behöver stödet i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem söker du för?

Person: min son
Bot: Jag har skrivit: Mitt barn
Bot: Vad heter den du söker för?

Person: Kim Ek
Bot: Vilket personnummer har den du söker för?

Person: 20150314-2380
Bot: Vem har vårdnaden om barnet?

Person: gemensam vårdnad
Bot: Jag är inte säker på vad du menar.

Knapp: Gemensam vårdnad, och båda vill ha stödet
Bot: Vad söker du?

Person: kontaktperson
Bot: Söker du enligt LSS eller socialtjänstlagen?

Person: vet inte
Bot: Jag har skrivit: Jag vet inte
Bot: Stämmer något av det här på den som behöver stödet?

Person: varför frågar ni?
Bot: Stämmer något av det här på den som behöver stödet?

Person: autism
Bot: Jag har skrivit: Autism eller intellektuell funktionsnedsättning
Bot: Har du ett intyg om funktionsnedsättningen?

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf (1 kB)

Knapp: Klar
Bot: Varför behövs stödet?

Person: Han är ensam efter skolan och vågar inte gå ut själv. Han behöver någon vuxen att göra saker med.
Bot: Vad ska kontaktpersonen eller familjen göra?

Person: bio och fiska
Bot: Jag har skrivit: Följa med på fritiden
Bot: Hur ofta behövs stödet?

Person: varannan vecka
Bot: Vilket stöd finns redan i dag?

Person: tillbaka
Bot: Hur ofta behövs stödet?
Bot: Ditt tidigare svar: Varannan vecka

Person: typ en gång i veckan
Bot: Jag har skrivit: Varje vecka
Bot: Vilket stöd finns redan i dag?

Person: skolan och mormor
Bot: Jag har skrivit: Familj eller vänner och Skola eller vård
Bot: Vem skulle passa bra?

Person: gärna en kille som gillar fiske
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Socialnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Ärende: Få en kontaktperson eller kontaktfamilj
Bot: 3. Bor i kommunen: Ja
Bot: 4. Ansökan gäller: Mitt barn
Bot: 5. Personens namn: Kim Ek
Bot: 6. Personens personnummer: 20150314-2380
Bot: 7. Vårdnad: Gemensam vårdnad, och båda vill ha stödet
Bot: 8. Stöd: Kontaktperson
Bot: 9. Lag: Jag vet inte
Bot: 10. Grund för LSS: Autism eller intellektuell funktionsnedsättning
Bot: 11. Intyg: intyg.pdf (1 kB)
Bot: 12. Behov: Han är ensam efter skolan och vågar inte gå ut själv. Han behöver någon vuxen att göra saker med.
Bot: 13. Stödets innehåll: Följa med på fritiden
Bot: 14. Hur ofta: Varje vecka
Bot: 15. Stöd i dag: Familj eller vänner och Skola eller vård
Bot: 16. Önskemål: gärna en kille som gillar fiske
Bot: 17. Ditt telefonnummer: 070-174 06 06
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]
