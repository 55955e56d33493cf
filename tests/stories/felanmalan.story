# Felanmälan utan inloggning, med plats och foto, ända till inkommen
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och …
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: gatlampa
Bot: Jag har skrivit: Gatlampa eller annan belysning
Bot: Var är det?

Plats: 62.9344, 17.7765
Bot: Jag uppfattade platsen så här: cirka 300 meter norr om Kramfors centrum (62,93440, 17,77650). Stämmer det?

Knapp: Ja, det stämmer
Bot: Står det något nummer på stolpen?

Person: hoppa över
Bot: Vad är fel?

Person: Lampan blinkar hela natten.
Bot: Har du ett foto?

Fil: lampa.jpg
Bot: Jag har fått:
Bot: 1. lampa.jpg

Knapp: Klar
Bot: Vill du att vi hör av oss?

Person: nej
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. Typ av fel: Gatlampa eller annan belysning
Bot: 2. Plats: cirka 300 meter norr om Kramfors centrum (62,93440, 17,77650)
Bot: 3. Stolpens nummer: Inte besvarad
Bot: 4. Beskrivning: Lampan blinkar hela natten.
Bot: 5. Foto: lampa.jpg (…)
Bot: 6. Vill ha svar: Nej
Bot: 7. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Knapp: Skicka in ärendet
Bot: Tack!
Bot: [Hämta kvittens]
