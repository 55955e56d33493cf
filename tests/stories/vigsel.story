# Vigsel med två egna vittnen (en grupp med två rader)
Tjänst: vigsel
Bot: Hej!
Bot: Boka borgerlig …
Bot: Har någon av er skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter den du gifter dig med?

Person: Bo Ek
Bot: Vilket personnummer har den du gifter dig med?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den du gifter dig med?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Har ni fått intyget om hindersprövning?

Person: ja, vi har intyget
Bot: Vilken dag är intyget utfärdat?

Person: 2026-11-02
Bot: Jag har skrivit: måndag 2 november 2026
Bot: Skicka en bild av intyget om hindersprövning.

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf

Knapp: Klar
Bot: Vilken dag vill ni gifta er?

Person: 2027-05-15
Bot: Intyget gäller bara i fyra månader, och då har det gått ut.

Person: 2027-02-13
Bot: Jag har skrivit: lördag 13 februari 2027
Bot: Vilken tid passar er?

Person: 14.30
Bot: Jag har skrivit: kl. 14.30
Bot: Vilken dag väljer ni i andra hand?

Person: 2027-02-13
Bot: Det är samma dag som ni valde först.

Person: hoppa över
Bot: Var vill ni gifta er?

Person: vigselrummet
Bot: Jag har skrivit: I vigselrummet i kommunhuset
Bot: Vilket språk ska vigseln vara på?

Person: svenska
Bot: Har ni egna vittnen?

Person: egna
Bot: Jag har skrivit: Ja, två egna vittnen
Bot: Vittne 1. Vad heter vittnet?

Person: Lena Berg
Bot: Vittne 2. Vad heter vittnet?

Person: Olle Dahl
Bot: Hur många gäster kommer?

Person: tolv
Bot: Jag har skrivit: 12
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Kommunstyrelsen ansvarar för era personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. … namn: Bo Ek
Bot: 3. … personnummer: 19850212-2388
Bot: 4. … mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 5. Hindersprövning: Ja, vi har intyget
Bot: 6. Intygets datum: måndag 2 november 2026
Bot: 7. Intyg om hindersprövning: intyg.pdf (1 kB)
Bot: 8. Dag: lördag 13 februari 2027
Bot: 9. Tid: kl. 14.30
Bot: 10. Dag i andra hand: Inte besvarad
Bot: 11. Plats: I vigselrummet i kommunhuset
Bot: 12. Språk: Svenska
Bot: 13. Vittnen: Ja, två egna vittnen
Bot: 14. Vittne 1: Namn: Lena Berg
Bot: 15. Vittne 2: Namn: Olle Dahl
Bot: 16. Gäster: 12
Bot: 17. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 18. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 19. Personuppgifter: Ja
Bot: [Skicka och skriv under]
