# Två vuxna i hemmet: lön, föräldrapenning och eget företag; båda skriver under
Tjänst: inkomstanmalan
Bot: Hej!
Bot: Inkomstuppgift för barnomsorgsavgift
Bot: Har du, eller någon i hemmet, skyddade personuppgifter?

Person: nej
Bot: Har ditt barn fått en plats i förskola eller på fritids?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vilket personnummer har barnet?

Person: 20180401-2381
Bot: Varför lämnar du uppgiften nu?

Person: jag har gått ner i lön
Bot: Jag har skrivit: Inkomsten har ändrats
Bot: Från vilken dag gäller uppgiften?

Person: 1 oktober
Bot: Jag har skrivit: torsdag 1 oktober 2026
Bot: Det är mer än en månad sedan.
Bot: Bor barnet växelvis hos två föräldrar som inte bor ihop?

Person: nej
Bot: Är du ensam vuxen i hemmet?

Person: nej, sambo
Bot: Jag har skrivit: Nej, vi är två vuxna
Bot: Ditt svar gör att det blir 4 frågor till.

Person: Bo Ek
Bot: Vilket personnummer har den andra vuxna i hemmet?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vuxna i hemmet?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Ditt svar gör att det blir en fråga färre.

Person: inkomsten
Bot: Jag har skrivit: Skriva inkomsten
Bot: Ditt svar gör att det blir 2 frågor till.

Person: lön och föräldrapenning
Bot: Jag har skrivit: Lön och Föräldrapenning eller sjukpenning
Bot: Ditt svar gör att det blir en fråga till.

Person: varför frågar ni?
Bot: Lägg ihop alla dina inkomster.
Bot: Hur mycket får du i månaden, före skatt?

Person: 288000
Bot: Jag har skrivit: 288 000 kr
Bot: Det är mycket för en månad.
Bot: Vad får den andra vuxna för inkomster?

Person: tillbaka
Bot: Hur mycket får du i månaden, före skatt?

Person: 24 000
Bot: Jag har skrivit: 24 000 kr
Bot: Vad får den andra vuxna för inkomster?

Person: egen firma
Bot: Jag har skrivit: Eget företag
Bot: Ditt svar gör att det blir en fråga till.

Person: 31500
Bot: Jag har skrivit: 31 500 kr
Bot: Ihop får ni 55 500 kronor i månaden före skatt.
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Har en plats: Ja
Bot: 3. Barnets personnummer: 20180401-2381
Bot: 4. Anledning: Inkomsten har ändrats
Bot: 5. Gäller från: torsdag 1 oktober 2026
Bot: 6. Växelvis boende: Nej
Bot: 7. Vuxna i hemmet: Nej, vi är två vuxna
Bot: 8. Den andra vuxna i hemmet: namn: Bo Ek
Bot: 9. Den andra vuxna i hemmet: personnummer: 19850212-2388
Bot: 10. Den andra vuxna i hemmet: mobilnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 11. Inkomst eller högsta avgift: Skriva inkomsten
Bot: 12. Slag av inkomst, den som lämnar uppgiften: Lön och Föräldrapenning eller sjukpenning
Bot: 13. Inkomst per månad före skatt, den som lämnar uppgiften: 24 000 kr
Bot: 14. Slag av inkomst, den andra vuxna: Eget företag
Bot: 15. Inkomst per månad före skatt, den andra vuxna: 31 500 kr
Bot: 16. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 17. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
