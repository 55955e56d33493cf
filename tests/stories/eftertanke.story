# Det man kom på efteråt läggs till
# rad 6
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: park
Bot: Jag har skrivit: Park, träd eller grönyta
Bot: Var är det?

Person: Stadsparken vid gungorna
Bot: Vad är fel?

Person: Ett träd har fallit över gångvägen.
Bot: Har du ett foto?

Person: det är en stor björk förresten
Bot: Hör det här till ditt förra svar, Beskrivning?
Bot: [Ja, lägg till det]
Bot: [Nej, svara på frågan]

Person: ja
Bot: Jag har lagt till det i Beskrivning.
Bot: Har du ett foto?
