# Synpunkt utan namn, skickas och är inkommen
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Person: beröm
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.

Person: Badhuset är så fint nu!
Bot: Vilken dag hände det?

Person: hoppa över
Bot: Vill du ha svar?

Person: nej
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. Typ: Beröm
Bot: 2. Område: Kultur och fritid
Bot: 3. Synpunkt: Badhuset är så fint nu!
Bot: 4. Dag: Inte besvarad
Bot: 5. Vill ha svar: Nej
Bot: 6. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Knapp: Skicka in ärendet
Bot: Tack!
Bot: [Hämta kvittens]
