# En fråga mitt i besvaras, och sedan kommer samma fråga igen
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Knapp: Klagomål
Bot: Vad handlar det om?

Person: Hur hanterar ni mina uppgifter?
Bot: Vi ber bara om det som behövs för ditt ärende.
Bot: Vad handlar det om?

Person: hjälp
Bot: Varför jag frågar:
Bot: Exempel: Förskola och skola
Bot: Vad handlar det om?

Person: Kultur och fritid
Bot: Skriv din synpunkt.
