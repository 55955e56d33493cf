# Bygglov med två ägare, ritningar och strandskydd
Tjänst: bygglov
Bot: Hej!
Bot: Ansökan om …
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vilken fastighet vill du bygga på?

Person: Kramfors Babel 1:2
Bot: Söker du som privatperson eller för ett företag?

Person: privat
Bot: Jag har skrivit: Som privatperson
Bot: Vad vill du göra?

Person: 2 och 3
Bot: Jag har skrivit: Bygga till och Bygga garage, carport eller förråd
Bot: Beskriv kort vad du vill bygga eller ändra.

Person: Vi bygger till ett rum mot söder och ett förråd.
Bot: Hur många kvadratmeter mark täcker det nya?

Person: ca 20 m2
Bot: Jag har skrivit: 20 m²
Bot: Är det mindre än 100 meter till hav, sjö eller å?

Person: ja
Bot: Då kan du behöva dispens från strandskyddet.
Bot: Har du redan börjat bygga?

Person: nej
Bot: Skicka dina ritningar.

Fil: plan.pdf
Bot: Jag har fått:
Bot: 1. plan.pdf

Fil: fasad.jpg
Bot: Jag har fått:
Bot: 1. plan.pdf
Bot: 2. fasad.jpg

Knapp: Klar
Bot: Har du en kontrollansvarig?

Person: nej, inte än
Bot: Vem äger fastigheten?

Person: tillsammans
Bot: Jag har skrivit: Jag och andra tillsammans
Bot: Ägare 1. Vad heter ägaren?

Person: Bo Ek
Bot: Ägare 1. Vilket personnummer har ägaren?

Person: 198502122388
Bot: Jag har skrivit: 19850212-2388
Bot: Ägare 1. Vilket mobilnummer har ägaren?

Person: hoppa över
Bot: Ägare 1. Vilken e-postadress har ägaren?

Person: bo@example.se
Bot: Finns det någon mer ägare?

Person: nej
Bot: Vem ska få fakturan?

Person: Anna Ek
Bot: Vart ska vi skicka fakturan?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: anna@example.se
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Fastighet: Kramfors Babel 1:2
Bot: 3. Sökande: Som privatperson
Bot: 4. Åtgärd: Bygga till och Bygga garage, carport eller förråd
Bot: 5. Beskrivning: Vi bygger till ett rum mot söder och ett förråd.
Bot: 6. Byggnadsarea: 20 m²
Bot: 7. Nära vatten: Ja
Bot: 8. Redan påbörjat: Nej
Bot: 9. Ritningar: plan.pdf (1 kB), fasad.jpg (…)
Bot: 10. Kontrollansvarig: Nej, inte än
Bot: 11. Ägare: Jag och andra tillsammans
Bot: 12. Ägare 1: Ägaren: namn: Bo Ek
Bot: 13. Ägare 1: Ägaren: personnummer: 19850212-2388
Bot: 14. Ägare 1: Ägaren: mobilnummer: Inte besvarad (visas inte för andra som skriver under)
Bot: 15. Ägare 1: Ägaren: e-postadress: bo@example.se (visas inte för andra som skriver under)
Bot: 16. Finns det någon mer ägare? Nej
Bot: 17. Fakturan går till: Anna Ek
Bot: 18. Fakturaadress: Torggatan 2, 872 80 Kramfors (visas inte för andra som skriver under)
Bot: 19. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 20. Din e-postadress: anna@example.se (visas inte för andra som skriver under)
Bot: 21. Personuppgifter: Ja
Bot: [Skicka och skriv under]
