# Ett meddelande till kundtjänst mitt i, och sedan vidare
# rad 20, 17
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: människa
Bot: Du kan prata med en människa
Bot: [Lämna ett meddelande]
Bot: [Fortsätt här]

Knapp: Lämna ett meddelande
Bot: Skriv ditt meddelande och hur du vill bli kontaktad.

Person: Ring mig på 070-174 06 05
Bot: Tack, kundtjänst har fått ditt meddelande.
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.
