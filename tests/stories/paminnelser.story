# Inga påminnelser, tack
# rad 29
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: sluta påminna mig
Bot: Jag påminner dig inte mer om utkast.
Bot: Vad handlar det om?

Person: påminn mig
Bot: Jag påminner dig om utkast som du inte har skickat.
Bot: Vad handlar det om?

Person: spara längre
Bot: Utkastet finns nu kvar till söndag 21 februari 2027.
Bot: Vad handlar det om?
