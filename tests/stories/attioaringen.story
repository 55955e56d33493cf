# 80-åringen är artig och utförlig
# rad 23, 7, 17
Bot: Hej!
Bot: Vad vill du göra?

Person: God dag, jag heter Greta och är 82 år. Gatlyktan utanför mitt hus på Torggatan 2 har slocknat.
Bot: Jag tror att du vill göra det här: Felanmälan gata, park och belysning.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: ja tack
Bot: Felanmälan gata, park och belysning
Bot: Det här har du redan skrivit:
Bot: • Typ av fel: Gatlampa eller annan belysning
Bot: • Plats: på Torggatan 2
Bot: • Beskrivning: God dag, jag heter Greta och är 82 år. Gatlyktan utanför mitt hus på Torggatan 2 har slocknat.
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Person: ja det stämmer bra det
Bot: Är det fara för liv?
Bot: Står det något nummer på stolpen?

Person: det vet jag inte
Bot: Då hoppar jag över den frågan.
Bot: Har du ett foto?

Person: tack snälla
Bot: Varsågod!
Bot: Har du ett foto?

Person: nej jag har ingen kamera
Bot: Då hoppar jag över den frågan.
Bot: Vill du att vi hör av oss?

Person: ja gärna
Bot: Jag har skrivit: Ja
Bot: Ditt svar gör att det blir en fråga till.
Bot: Hur vill du ha svaret?

Person: ni får ringa
Bot: Jag har skrivit: Telefon
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilket telefonnummer har du?

Person: 0612-123 45
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt som du har svarat i Felanmälan gata, park och belysning.
Bot: 1. Typ av fel: Gatlampa eller annan belysning
Bot: 2. Plats: på Torggatan 2
Bot: 3. Stolpens nummer: Inte besvarad
Bot: 4. Beskrivning: God dag, jag heter Greta och är 82 år. Gatlyktan utanför mitt hus på Torggatan 2 har slocknat.
Bot: 5. Foto: Inte besvarad
Bot: 6. Vill ha svar: Ja
Bot: 7. Svar via: Telefon
Bot: 8. Ditt telefonnummer: 0612-123 45
Bot: 9. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Tack!
Bot: [Hämta kvittens]

Person: tack så mycket
Bot: Varsågod!
Bot: Vad vill du göra?
