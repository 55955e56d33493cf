# Mätarställning utan inloggning: siffran är lägre än förra gången, för mätaren är bytt
Tjänst: va-avlasning
Bot: Hej!
Bot: Lämna mätarställning för vatten
Bot: Varför lämnar du siffran nu?

Person: jag har fått ett brev
Bot: Jag har skrivit: Ni har bett mig
Bot: Vilken adress har huset där mätaren sitter?

Person: Torggatan 2 Kramfors
Bot: Postnumret saknas. Du skrev: Torggatan 2 Kramfors.

Person: Torggatan 2, 872 80 Kramfors
Bot: Vilket nummer har mätaren?

Person: 4711-8832
Bot: Vilken siffra stod på mätaren förra gången?

Person: 1284 kubik
Bot: Jag har skrivit: 1284 m³
Bot: Vad visar mätaren nu?

Person: 0116
Bot: Jag har skrivit: 116 m³
Bot: Siffran är lägre än förra gången.
Bot: Varför är siffran lägre än förra gången?

Person: varför frågar ni?
Bot: Såg du nu att du skrev fel? Skriv ”tillbaka” och rätta siffran.
Bot: Varför jag frågar: En mätare räknar bara uppåt. Därför behöver vi veta vad som har hänt.
Bot: Varför är siffran lägre än förra gången?

Person: tillbaka
Bot: Vad visar mätaren nu?
Bot: Ditt tidigare svar: 116 m³

Person: 118
Bot: Jag har skrivit: 118 m³
Bot: Siffran är lägre än förra gången.
Bot: Varför är siffran lägre än förra gången?

Person: ny mätare
Bot: Jag har skrivit: Mätaren har bytts
Bot: Kan du skicka ett foto på mätaren?

Fil: matare.jpg
Bot: 1. matare.jpg

Knapp: Klar
Bot: Vilken dag läste du av mätaren?

Person: i förrgår
Bot: Jag har skrivit: lördag 21 november 2026
Bot: Hur får vi höra av oss om något verkar fel?

Person: ni får ringa
Bot: Jag har skrivit: Telefon
Bot: Vilket telefonnummer har du?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. Anledning: Ni har bett mig
Bot: 2. Husets adress: Torggatan 2, 872 80 Kramfors
Bot: 3. Mätarens nummer: 4711-8832
Bot: 4. Förra siffran: 1284 m³
Bot: 5. Mätarställning: 118 m³
Bot: 6. Orsak till lägre siffra: Mätaren har bytts
Bot: 7. Foto på mätaren: matare.jpg (…)
Bot: 8. Avläst: lördag 21 november 2026
Bot: 9. Kontakt: Telefon
Bot: 10. Ditt telefonnummer: 070-174 06 05
Bot: 11. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Knapp: Skicka in ärendet
Bot: Tack!
Bot: [Hämta kvittens]
