# Platsen från kartan, och en till med ord
# rad 43
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: snö
Bot: Jag har skrivit: Snö eller halka
Bot: Vi sköter kommunens gator.
Bot: Var är det?

Plats: 62.9316, 17.7769
Bot: Jag uppfattade platsen så här: vid Kramfors centrum (62,93160, 17,77690). Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, en annan plats]

Person: ja
Bot: Vad är fel?

Person: ändra plats till Torget i Kramfors
Bot: Vill du ändra Plats från vid Kramfors centrum (62,93160, 17,77690) till Torget i Kramfors?
Bot: [Ja, ändra]
Bot: [Nej, ändra inte]

Person: ja
Bot: Jag har ändrat Plats till Torget i Kramfors.
Bot: Vad är fel?

Person: Ingen har plogat på hela veckan.
Bot: Har du ett foto?
