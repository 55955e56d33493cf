# Språket byts mitt i, och svaren är kvar
Tjänst: skolbyte
Person: nej
Person: English
Inloggad: Anna
Person: Kim Ek
Person: svenska
