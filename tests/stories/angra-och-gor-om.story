# Ångra och gör om
# rad 14
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Person: gator
Bot: Jag har skrivit: Gator, trafik och parker
Bot: Skriv din synpunkt.

Person: ångra
Bot: Jag har ångrat det senaste.
Bot: • Område: inte besvarad
Bot: Vad handlar det om?

Person: gör om
Bot: Jag har gjort om det som du ångrade.
Bot: • Område: Gator, trafik och parker
Bot: Skriv din synpunkt.

Person: ångra
Bot: Jag har ångrat det senaste.
Bot: • Område: inte besvarad
Bot: Vad handlar det om?

Person: ångra
Bot: Jag har ångrat det senaste.
Bot: • Typ: inte besvarad
Bot: Vad vill du lämna?

Person: ångra
Bot: Det finns inget att ångra.
Bot: Vad vill du lämna?
