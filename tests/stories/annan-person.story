# En annan person loggar in i samma samtal och ser inte utkastet
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av …
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Inloggad: Bo
Bot: Du är nu inloggad som Bo Ek.
Bot: Vad vill du göra?
Bot!: Kim

Person: mina ärenden
Bot: Du har inga utkast eller ärenden här.
Bot!: Ansökan om byte av skola
