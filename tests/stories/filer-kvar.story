# Bilden finns kvar fast man ändrar något annat emellan
# rad 42, 13, 24
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: lekplats
Bot: Jag har skrivit: Lekplats eller bänk
Bot: Var är det?

Person: Lekparken vid Folkets hus
Bot: Vad är fel?

Person: Gungan har gått av.
Bot: Har du ett foto?

Fil: ett.jpg
Bot: Jag har fått:
Bot: 1. ett.jpg

Person: ändra beskrivning
Bot: Vad är fel?

Person: Gungan har gått av på mitten.
Bot: Har du ett foto?

Person: behåll
Bot: Vill du att vi hör av oss?
