# Platsen som koordinater och länk, utanför kommunen och rättad
# rad 43, 9, 12
Tjänst: felanmalan
Bot: Vad gäller det?

Person: skylt
Bot: Var är det?

Person: https://maps.app.goo.gl/kQ3xYz
Bot: Jag kan inte se någon plats i länken.

Person: 162,93 17,78
Bot: De koordinaterna finns inte.

Person: 62,6323, 17,9379
Bot: Platsen ligger utanför Kramfors kommun: cirka 18 kilometer söder om Höga Kusten-bron (62,63230, 17,93790). Är det rätt ändå?
Bot: [Ja, det stämmer]
Bot: [Nej, en annan plats]

Knapp: Nej, en annan plats
Bot: Då tar vi om platsen. Dela en ny position, eller skriv gata, nummer och ort.
Bot: Var är det?

Person: https://www.google.com/maps/@63.0062,17.7694,15z
Bot: Jag uppfattade platsen så här: cirka 500 meter öster om Nyland (63,00620, 17,76940). Stämmer det?

Plats: 63.0062, 17.7594
Bot: Jag uppfattade platsen så här: vid Nyland (63,00620, 17,75940). Stämmer det?

Person: ja det stämmer
Bot: Vad är fel?

Person: ändra plats till N 62° 59,868' E 17° 40,41'
Bot: Jag uppfattade platsen så här: vid Bollstabruk (62,99780, 17,67350). Stämmer det?

Person: ja
Bot: Vad är fel?

Person: Skylten ligger ner.
Bot: Har du ett foto?
