# Ett meddelande till en människa, och sedan tillbaka till frågan
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Person: människa
Bot: Du kan prata med en människa här i chatten nu.

Knapp: Lämna ett meddelande
Bot: Skriv ditt meddelande och hur du vill bli kontaktad.

Person: Ring mig på 070-174 06 06
Bot: Tack, kundtjänst har fått ditt meddelande.
Bot: Vad vill du lämna?

Person: beröm
Bot: Vad handlar det om?
