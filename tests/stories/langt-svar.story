# Tiotusen tecken är för mycket, och en lång text går bra
# rad 23
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Person: gator, trafik och parker
Bot: Skriv din synpunkt.

Person: Jag har bott på Torggatan i fyrtio år och aldrig har det varit så dåligt plogat som i år. I måndags kom bilen först klockan elva, i tisdags inte alls, och i går plogade de igen min infart så att jag fick skotta i två timmar. Jag är 78 år. Det är inte rimligt.
Bot: Vilken dag hände det?

Person: måndag
Bot: Jag har skrivit: måndag 23 november 2026
Bot: Vad vill du att vi gör?
