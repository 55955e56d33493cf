# Ett överhoppat svar går att ångra
# rad 14
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: klotter
Bot: Jag har skrivit: Skräp eller klotter
Bot: Var är det?

Person: Gångtunneln vid stationen
Bot: Vad är fel?

Person: Stora bokstäver på hela väggen.
Bot: Har du ett foto?

Person: hoppa över
Bot: Vill du att vi hör av oss?

Person: ångra
Bot: Jag har ångrat det senaste.
Bot: • Foto: inte besvarad
Bot: Har du ett foto?

Fil: klotter.jpg
Bot: Jag har fått:
Bot: 1. klotter.jpg

Knapp: Klar
Bot: Vill du att vi hör av oss?
