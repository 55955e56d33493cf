# Det som inte är kommunens
# rad 20
Bot: Hej!
Bot: Vad vill du göra?

Person: någon har stulit min cykel
Bot: Det sköter Polisen.
Bot: Vill du ha hjälp av en människa?
Bot: Vad vill du göra?

Person: jag vill prata med en människa
Bot: Du kan prata med en människa
Bot: [Lämna ett meddelande]
Bot: [Fortsätt här]

Knapp: Lämna ett meddelande
Bot: Skriv ditt meddelande och hur du vill bli kontaktad.

Person: Ring mig om cykeln, 070-174 06 05. Hälsningar Sven
Bot: Tack, kundtjänst har fått ditt meddelande.
Bot: Vad vill du göra?
