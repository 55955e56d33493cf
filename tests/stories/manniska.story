# Ett meddelande till en människa, och sedan tillbaka till frågan
Tjänst: synpunkt
Person: människa
Knapp: Lämna ett meddelande
Person: Ring mig på 070-174 06 06
Person: beröm
