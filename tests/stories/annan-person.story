# En annan person loggar in i samma samtal och ser inte utkastet
Tjänst: skolbyte
Person: nej
Inloggad: Anna
Person: Kim Ek
Inloggad: Bo
Person: mina ärenden
