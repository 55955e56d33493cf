# Fel svar flera gånger: mer hjälp för varje gång, till sist en människa
Tjänst: skolbyte
Person: nej
Inloggad: Anna
Person: Kim Ek
Person: 20150314-2381
Person: vet inte
Person: 123
Person: 20150314-2380
