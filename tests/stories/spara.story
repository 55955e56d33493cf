# Spara, gå till något annat och fortsätt sedan
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

Person: spara
Bot: Allt är sparat.

Person: avbryt
Bot: Vill du avbryta?

Knapp: Spara utkastet
Bot: Utkastet K-2345-0001 är sparat.

Person: mina ärenden
Bot: Ansökan om byte av skola…, K-2345-0001:

Knapp: Fortsätt med utkastet
Bot: Välkommen tillbaka till Ansökan om byte av skola…, som du började med …
Bot: Vilket personnummer har barnet?
