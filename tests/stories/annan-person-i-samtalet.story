# Nästa person vid samma dator får inte veta något om den förra
# rad 24
Tjänst: skolbyte
Bot: Hej!

Person: nej
Inloggad: Anna
Person: Kim Ek
Bot: Vilket personnummer har barnet?

Minuter: 31
Person: hej
Bot: Du är inte längre inloggad.
Bot: [Jag har ingen e-legitimation, eller det går inte]
Bot!: Kim

Inloggad: Bo
Bot: Du är nu inloggad som Bo Ek.
Bot!: Kim

Person: ångra
Bot!: Kim

Person: mina ärenden
Bot: Du har inga utkast eller ärenden här.
Bot!: Ansökan om byte
