# En fil där det ska vara ord sparas inte, och det sägs
# rad 42, 9
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Fil: hal.jpg
Bot: Jag kan inte ta emot filer vid den här frågan, så det här kom inte med

Person: gata
Bot: Jag har skrivit: Gata, gångväg eller cykelväg
Bot: Vi sköter kommunens gator.
Bot: Var är det?
