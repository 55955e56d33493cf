# Synpunkt utan namn, skickas och är inkommen
Tjänst: synpunkt
Person: beröm
Person: kultur och fritid
Person: Badhuset är så fint nu!
Person: hoppa över
Person: nej
Person: ja
Knapp: Skicka
