# Tillbaka: frågan kommer igen med det tidigare svaret, som kan behållas
Tjänst: skolbyte
Person: tillbaka
Person: nej
Inloggad: Anna
Person: Kim Ek
Person: tillbaka
Knapp: Behåll svaret
Person: tillbaka
Person: Mio Ek
