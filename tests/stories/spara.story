# Spara, gå till något annat och fortsätt sedan
Tjänst: skolbyte
Person: nej
Inloggad: Anna
Person: Kim Ek
Person: spara
Person: avbryt
Knapp: Spara utkastet
Person: mina ärenden
Knapp: Fortsätt med utkastet
