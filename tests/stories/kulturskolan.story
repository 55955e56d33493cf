# Fiol i första hand och dans i andra; vill låna ett instrument
Tjänst: kulturskolan
Bot: Hej!
Bot: Anmälan till kulturskolan
Bot: Har du, eller barnet du anmäler, skyddade personuppgifter?

Person: nej
Bot: Vem ska gå i kulturskolan?

Person: min dotter
Bot: Jag har skrivit: Mitt barn
Bot: Ditt svar gör att det blir 3 frågor till.

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Maja Ek
Bot: Vilket personnummer har barnet?

Person: 20180401-2381
Bot: Vilken skola går barnet i?

Person: ullånger
Bot: Jag har skrivit: Ullångers skola
Bot: Vad vill eleven helst lära sig?

Person: fiol, dans
Bot: Jag har skrivit: 1.
Bot: Ditt svar gör att det blir 3 frågor till.

Person: ett räcker
Bot: Jag har skrivit: Ett ämne räcker
Bot: Vilket instrument vill eleven spela?

Person: fiol
Bot: Har eleven ett instrument att spela på hemma?

Person: varför frågar ni?
Bot: Gäller det flera instrument?
Bot: Har eleven ett instrument att spela på hemma?

Person: nej, vill låna
Bot: Bra att veta: Alla instrument går inte att låna, och de kan ta slut.
Bot: Hur mycket har eleven hållit på med det här förut?

Person: nybörjare
Bot: Jag har skrivit: Är nybörjare
Bot: Är det någon dag eller tid som inte passar?

Person: tisdagar, då är det fotboll
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Maja Ek, 20180401-2381.
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Anmälan gäller: Mitt barn
Bot: 3. Bor i kommunen: Ja
Bot: 4. Barnets namn: Maja Ek
Bot: 5. Barnets personnummer: 20180401-2381
Bot: 6. Skola: Ullångers skola
Bot: 7. Ämnen, i ordning: 1. Stråkinstrument, 2. Dans
Bot: 8. Ett eller flera ämnen: Ett ämne räcker
Bot: 9. Instrument: fiol
Bot: 10. Eget eller lånat instrument: Nej, vill låna
Bot: 11. Erfarenhet: Är nybörjare
Bot: 12. Tider som inte passar: tisdagar, då är det fotboll
Bot: 13. Ditt telefonnummer: 070-174 06 06
Bot: 14. Din e-postadress: Inte besvarad
Bot: 15. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
