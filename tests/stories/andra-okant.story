# Ändra något som inte finns
# rad 12
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.

Person: Fint bibliotek!
Bot: Vilken dag hände det?

Person: ändra skostorleken
Bot: Vilket svar vill du ändra?
Bot: [Typ]
Bot: [Område]
Bot: [Synpunkt]

Knapp: Synpunkt
Bot: Skriv din synpunkt.

Person: Så fint bibliotek!
Bot: Vilken dag hände det?
