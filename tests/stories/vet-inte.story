# Den som inte vet får veta vad som går att göra
# rad 4, 9
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: lampa
Bot: Jag har skrivit: Gatlampa eller annan belysning
Bot: Ditt svar gör att det blir en fråga till.
Bot: Var är det?

Person: vet inte
Bot: Den frågan behöver ett svar.

Person: Torget i Kramfors
Bot: Står det något nummer på stolpen?

Person: vet inte
Bot: Då hoppar jag över den frågan.
Bot: Vad är fel?

Person: den har slocknat helt
Bot: Har du ett foto?
