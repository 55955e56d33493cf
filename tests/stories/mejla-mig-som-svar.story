# Mejla mig, där det är svaret på frågan
# rad 8
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: snö
Bot: Jag har skrivit: Snö eller halka
Bot: Vi sköter kommunens gator.
Bot: Var är det?

Person: Torget i Kramfors
Bot: Vad är fel?

Person: Trappan är isig.
Bot: Har du ett foto?

Person: nej
Bot: Då hoppar jag över den frågan.
Bot: Vill du att vi hör av oss?

Person: ja
Bot: Ditt svar gör att det blir en fråga till.
Bot: Hur vill du ha svaret?

Person: mejla mig
Bot: Jag har skrivit: E-post
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilken e-postadress har du?

Person: kim.ek@example.se
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.
