# Skolbyte med två vårdnadshavare, ända till sammanfattningen
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av …
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Vilken skola går barnet i nu?

Person: bollsta
Bot: Jag har skrivit: Bollstaskolan
Bot: Vilken skola vill du att barnet ska byta till?

Person: Nylands skola
Bot: Bra att veta:
Bot: Från vilken dag vill du att barnet byter?

Person: 11 januari
Bot: Jag har skrivit: måndag 11 januari 2027
Bot: Varför vill ni byta skola?

Knapp: Vi flyttar
Bot: Vill du berätta mer om skälet?

Person: hoppa över
Bot: Vem har vårdnaden om barnet?

Person: vi är två
Bot: Jag har skrivit: Vi är två vårdnadshavare
Bot: Vad heter den andra vårdnadshavaren?

Person: Bo Ek
Bot: Vilket personnummer har den andra vårdnadshavaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vårdnadshavaren?

Person: 070-174 06 05
Bot: Vilket telefonnummer når vi dig på?

Person: 070 174 06 06
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Barnets namn: Kim Ek
Bot: 3. Barnets personnummer: 20150314-2380
Bot: 4. Skola nu: Bollstaskolan
Bot: 5. Önskad skola: Nylands skola
Bot: 6. Från och med: måndag 11 januari 2027
Bot: 7. Skäl: Vi flyttar
Bot: 8. Mer om skälet: Inte besvarad
Bot: 9. Vårdnad: Vi är två vårdnadshavare
Bot: 10. … namn: Bo Ek
Bot: 11. … personnummer: 19850212-2388
Bot: 12. … mobilnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 13. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 14. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 15. Personuppgifter: Ja
Bot: [Skicka och skriv under]
