# Säljaren anmäler ägarbyte; mätaren läses av, och köparen ska signera
Tjänst: agarbyte-va
Bot: Hej!
Bot: Anmälan om ägarbyte, vatten och …
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Säljer eller köper du fastigheten?

Person: jag säljer
Bot: Vilken beteckning har fastigheten?

Person: kramfors babel 1:2
Bot: Vilken dag tar köparen över?

Person: 20 november
Bot: Jag har skrivit: fredag 20 november 2026
Bot: Finns det en vattenmätare i huset?

Person: ja
Bot: Vilket nummer har mätaren?

Person: hoppa över
Bot: Vad visar mätaren?

Person: 1284
Bot: Jag har skrivit: 1284 m³
Bot: Vilken dag läste du av mätaren?

Person: i fredags
Bot: Jag har skrivit: fredag 20 november 2026
Bot: Vart ska vi skicka din slutfaktura?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vad heter köparen?

Person: Bo Ek
Bot: Vilket personnummer har köparen?

Person: 19850212-2388
Bot: Vilket mobilnummer har köparen?

Person: 070-174 06 05
Bot: Finns det fler säljare eller köpare?

Person: nej
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Din roll: Jag säljer
Bot: 3. Fastighet: Kramfors Babel 1:2
Bot: 4. Tillträdesdag: fredag 20 november 2026
Bot: 5. Vattenmätare: Ja
Bot: 6. Mätarens nummer: Inte besvarad
Bot: 7. Mätarställning: 1284 m³
Bot: 8. Avläst: fredag 20 november 2026
Bot: 9. Adress för slutfaktura: Torggatan 2, 872 80 Kramfors (visas inte för andra som skriver under)
Bot: 10. … namn: Bo Ek
Bot: 11. … personnummer: 19850212-2388
Bot: 12. … mobilnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 13. Fler parter: Nej
Bot: 14. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 15. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 16. Personuppgifter: Ja
Bot: [Skicka och skriv under]
