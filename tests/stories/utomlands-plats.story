# En plats utanför Sverige
# rad 43, 9
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: skylt
Bot: Jag har skrivit: Skylt eller trafiksignal
Bot: Vi sköter kommunens gator.
Bot: Var är det?

Plats: 48.8, 2.3
Bot: Platsen ligger utanför Sverige.

Plats: 62.9316, 17.7769
Bot: Vad är fel?
