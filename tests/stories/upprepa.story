# Den gamla hör inte så bra och ber om frågan igen
# rad 4
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: va sa du
Bot: Exempel: Gatlampa eller annan belysning
Bot: Vad gäller det?

Person: kan du ta det igen
Bot: Vad gäller det?

Person: lampan
Bot: Jag har skrivit: Gatlampa eller annan belysning
Bot: Ditt svar gör att det blir en fråga till.
Bot: Var är det?
