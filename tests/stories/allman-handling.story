# Ritningar ur arkivet, utan att säga vem man är
Tjänst: allman-handling
Bot: Hej!
Bot: Begär ut allmän handling
Bot: Du får vara anonym.
Bot: Vad vill du få se?

Person: ritning
Bot: Jag har skrivit: Ritningar eller bygglov
Bot: Vilken handling vill du ha?

Person: ritningarna på gula huset vid torget, från bygget på 70-talet
Bot: Vilket hus gäller det?

Person: varför frågar ni?
Bot: Varför jag frågar: I arkivet ligger ritningarna efter hus.
Bot: Vilket hus gäller det?

Person: Torggatan 5 i Kramfors
Bot: Från vilken tid är handlingen?

Person: tillbaka
Bot: Vilket hus gäller det?
Bot: Ditt tidigare svar: Torggatan 5 i Kramfors

Person: Torggatan 7 i Kramfors
Bot: Från vilken tid är handlingen?

Person: vet inte
Bot: Då hoppar jag över den frågan.
Bot: Hur vill du få handlingen?

Person: varför frågar ni?
Bot: Varför jag frågar: Vi behöver bara veta hur du vill ha den.
Bot: Hur vill du få handlingen?

Person: hämtar
Bot: Jag har skrivit: Jag hämtar kopior
Bot: Vad gör vi om kopiorna kostar något?

Person: säg till först
Bot: Jag har skrivit: Säg priset till mig först
Bot: Hur får du veta att handlingen är klar?

Person: ringa
Bot: Jag har skrivit: Ring mig
Bot: Vilket telefonnummer ska vi ringa?

Person: tillbaka
Bot: Hur får du veta att handlingen är klar?
Bot: Ditt tidigare svar: Ring mig

Person: anonymt
Bot: Jag har skrivit: Jag hör av mig själv
Bot: När du har skickat får du ett nummer.
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. Typ av handling: Ritningar eller bygglov
Bot: 2. Handling: ritningarna på gula huset vid torget, från bygget på 70-talet
Bot: 3. Fastighet eller adress: Torggatan 7 i Kramfors
Bot: 4. Tid: Inte besvarad
Bot: 5. Sätt att få handlingen: Jag hämtar kopior
Bot: 6. Om kopiorna kostar: Säg priset till mig först
Bot: 7. Besked: Jag hör av mig själv
Bot: 8. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Knapp: Skicka in ärendet
Bot: Tack! Ärendet har kommit in till kommunen.
Bot: [Hämta kvittens]
