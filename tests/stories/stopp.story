# Skyddade uppgifter: vägen slutar före inloggningen, och svaret går att ändra
Tjänst: skolbyte
Person: ja
Knapp: Ändra mitt svar
Person: nej
