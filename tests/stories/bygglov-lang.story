# Bygglov med flera ägare, ändringar och frågor på vägen
# rad 12, 13, 15, 17, 42
Tjänst: bygglov
Bot: Hej!
Bot: Ansökan om bygglov
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vilken fastighet vill du bygga på?

Person: vad är en fastighetsbeteckning?
Bot: Skriv beteckningen, inte gatuadressen.
Bot: Vilken fastighet vill du bygga på?

Person: Kramfors Babel 1:2
Bot: Söker du som privatperson eller för ett företag?

Person: som privatperson
Bot: Vad vill du göra?

Person: garage
Bot: Jag har skrivit: Bygga garage, carport eller förråd
Bot: Ditt svar gör att det blir 2 frågor till.

Person: Ett garage för två bilar bredvid huset.
Bot: Hur många kvadratmeter mark täcker det nya?

Person: 48
Bot: Jag har skrivit: 48 m²
Bot: Är det mindre än 100 meter till hav, sjö eller å?

Person: nej
Bot: Har du redan börjat bygga?

Person: nej
Bot: Skicka dina ritningar.

Fil: ritning.pdf
Bot: Jag har fått:
Bot: 1. ritning.pdf

Knapp: Klar
Bot: Har du en kontrollansvarig?

Person: nej, inte än
Bot: Vem äger fastigheten?

Person: jag och andra tillsammans
Bot: Ditt svar gör att det blir 5 frågor till.

Person: Bo Ek
Bot: Ägare 1.

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Ägare 1.

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Ditt svar gör att det blir en fråga färre.
Bot: Finns det någon mer ägare?

Person: nej
Bot: Vem ska få fakturan?

Person: Anna Ek
Bot: Vart ska vi skicka fakturan?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?

Person: ändra byggnadsarea till 52
Bot: Jag har ändrat Byggnadsarea till 52 m².
Bot: Vilken e-postadress har du?

Person: anna@example.se
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt som du har svarat i Ansökan om bygglov.
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Fastighet: Kramfors Babel 1:2
Bot: 3. Sökande: Som privatperson
Bot: 4. Åtgärd: Bygga garage, carport eller förråd
Bot: 5. Beskrivning: Ett garage för två bilar bredvid huset.
Bot: 6. Byggnadsarea: 52 m²
Bot: 7. Nära vatten: Nej
Bot: 8. Redan påbörjat: Nej
Bot: 9. Ritningar: ritning.pdf (1 kB)
Bot: 10. Kontrollansvarig: Nej, inte än
Bot: 11. Ägare: Jag och andra tillsammans
Bot: 12. Ägare 1: Ägaren: namn: Bo Ek
Bot: 13. Ägare 1: Ägaren: personnummer: 19850212-2388
Bot: 14. Ägare 1: Ägaren: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 15. Finns det någon mer ägare? Nej
Bot: 16. Fakturan går till: Anna Ek
Bot: 17. Fakturaadress: Torggatan 2, 872 80 Kramfors (visas inte för andra som skriver under)
Bot: 18. Ditt telefonnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 19. Din e-postadress: anna@example.se (visas inte för andra som skriver under)
Bot: 20. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: ändra fakturans mottagare
Bot: Vilket svar vill du ändra?
Bot: [Fakturan går till]
Bot: [Fakturaadress]

Person: behåll
Bot: Här är allt som du har svarat i Ansökan om bygglov.
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Fastighet: Kramfors Babel 1:2
Bot: 3. Sökande: Som privatperson
Bot: 4. Åtgärd: Bygga garage, carport eller förråd
Bot: 5. Beskrivning: Ett garage för två bilar bredvid huset.
Bot: 6. Byggnadsarea: 52 m²
Bot: 7. Nära vatten: Nej
Bot: 8. Redan påbörjat: Nej
Bot: 9. Ritningar: ritning.pdf (1 kB)
Bot: 10. Kontrollansvarig: Nej, inte än
Bot: 11. Ägare: Jag och andra tillsammans
Bot: 12. Ägare 1: Ägaren: namn: Bo Ek
Bot: 13. Ägare 1: Ägaren: personnummer: 19850212-2388
Bot: 14. Ägare 1: Ägaren: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 15. Finns det någon mer ägare? Nej
Bot: 16. Fakturan går till: Anna Ek
Bot: 17. Fakturaadress: Torggatan 2, 872 80 Kramfors (visas inte för andra som skriver under)
Bot: 18. Ditt telefonnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 19. Din e-postadress: anna@example.se (visas inte för andra som skriver under)
Bot: 20. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
