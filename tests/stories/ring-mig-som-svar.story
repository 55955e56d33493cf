# Ring mig, där det är svaret på frågan
# rad 8, 20
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

Person: ring mig
Bot: Jag har skrivit: Telefon
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilket telefonnummer har du?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.
