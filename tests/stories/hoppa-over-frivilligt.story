# Frivilligt går att hoppa över på många sätt
# rad 4
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Person: gator, trafik och parker
Bot: Skriv din synpunkt.

Person: Plogbilen kör in i min brevlåda varje vinter.
Bot: Vilken dag hände det?

Person: nej tack
Bot: Då hoppar jag över den frågan.
Bot: Vad vill du att vi gör?

Person: hoppa över den här
Bot: Vill du ha svar?

Person: nej
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.
