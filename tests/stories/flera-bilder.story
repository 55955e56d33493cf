# Flera bilder, en tas bort
# rad 42
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

Fil: tva.jpg
Bot: Jag har fått:
Bot: 1. ett.jpg
Bot: 2. tva.jpg

Knapp: Ta bort ett.jpg
Bot: Jag har fått:
Bot: 1. tva.jpg

Person: klar
Bot: Vill du att vi hör av oss?
