# Ägarbyte från säljarens sida, hela vägen
# rad 1, 5, 10, 12, 15
Tjänst: agarbyte-va
Bot: Hej!
Bot: Anmälan om ägarbyte, vatten och avlopp
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Säljer eller köper du fastigheten?

Person: jag säljer
Bot: Ditt svar gör att det blir 5 frågor till.
Bot: Vilken beteckning har fastigheten?

Person: Kramfors Babel 1:2
Bot: Vilken dag tar köparen över?

Person: 20 november
Bot: Jag har skrivit: fredag 20 november 2026
Bot: Finns det en vattenmätare i huset?

Person: ja
Bot: Ditt svar gör att det blir 2 frågor till.

Person: vet inte
Bot: Då hoppar jag över den frågan.
Bot: Vad visar mätaren?

Person: 1 234
Bot: Jag har skrivit: 1234 m³
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilken dag läste du av mätaren?

Person: 20 november
Bot: Jag har skrivit: fredag 20 november 2026
Bot: Vart ska vi skicka din slutfaktura?

Person: Storgatan 5, 872 30 Kramfors
Bot: Vad heter köparen?

Person: Bo Ek
Bot: Vilket personnummer har köparen?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har köparen?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Ditt svar gör att det blir en fråga färre.
Bot: Finns det fler säljare eller köpare?

Person: nej
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?

Person: nej
Bot: Då hoppar jag över den frågan.
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt som du har svarat i Anmälan om ägarbyte, vatten och avlopp.
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Din roll: Jag säljer
Bot: 3. Fastighet: Kramfors Babel 1:2
Bot: 4. Tillträdesdag: fredag 20 november 2026
Bot: 5. Vattenmätare: Ja
Bot: 6. Mätarens nummer: Inte besvarad
Bot: 7. Mätarställning: 1234 m³
Bot: 8. Avläst: fredag 20 november 2026
Bot: 9. Adress för slutfaktura: Storgatan 5, 872 30 Kramfors (visas inte för andra som skriver under)
Bot: 10. Köparen: namn: Bo Ek
Bot: 11. Köparen: personnummer: 19850212-2388
Bot: 12. Köparen: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 13. Fler parter: Nej
Bot: 14. Ditt telefonnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 15. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 16. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: ändra mätarställning till 1235
Bot: Jag har ändrat Mätarställning till 1235 m³.
Bot: Här är allt som du har svarat i Anmälan om ägarbyte, vatten och avlopp.
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Din roll: Jag säljer
Bot: 3. Fastighet: Kramfors Babel 1:2
Bot: 4. Tillträdesdag: fredag 20 november 2026
Bot: 5. Vattenmätare: Ja
Bot: 6. Mätarens nummer: Inte besvarad
Bot: 7. Mätarställning: 1235 m³
Bot: 8. Avläst: fredag 20 november 2026
Bot: 9. Adress för slutfaktura: Storgatan 5, 872 30 Kramfors (visas inte för andra som skriver under)
Bot: 10. Köparen: namn: Bo Ek
Bot: 11. Köparen: personnummer: 19850212-2388
Bot: 12. Köparen: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 13. Fler parter: Nej
Bot: 14. Ditt telefonnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 15. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 16. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
