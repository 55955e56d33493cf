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
Bot: Jag uppfattade platsen så här: vid Kramfors centrum (62,93160, 17,77690). Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, en annan plats]

Person: ja
Bot: Vad är fel?
