# Läsa igenom, ändra en rad och skicka
# rad 15
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: skola
Bot: Jag har skrivit: Förskola och skola
Bot: Skriv din synpunkt.

Person: Matbespisningen i Bollsta är toppen!
Bot: Vilken dag hände det?

Person: hoppa över
Bot: Vill du ha svar?

Person: nej
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt som du har svarat i Lämna en synpunkt eller ett klagomål.
Bot: 1. Typ: Beröm
Bot: 2. Område: Förskola och skola
Bot: 3. Synpunkt: Matbespisningen i Bollsta är toppen!
Bot: 4. Dag: Inte besvarad
Bot: 5. Vill ha svar: Nej
Bot: 6. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: ändra 3
Bot: Skriv din synpunkt.

Person: Skolmaten i Bollsta är toppen!
Bot: Här är allt som du har svarat i Lämna en synpunkt eller ett klagomål.
Bot: 1. Typ: Beröm
Bot: 2. Område: Förskola och skola
Bot: 3. Synpunkt: Skolmaten i Bollsta är toppen!
Bot: 4. Dag: Inte besvarad
Bot: 5. Vill ha svar: Nej
Bot: 6. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Tack!
Bot: [Hämta kvittens]
