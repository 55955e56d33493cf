# Tillbaka: frågan kommer igen med det tidigare svaret, som kan behållas
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av …
Bot: Har du eller barnet skyddade personuppgifter?

Person: tillbaka
Bot: Det här är den första frågan, så det går inte att backa längre.
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: tillbaka
Bot: Vad heter barnet?
Bot: Ditt tidigare svar: Kim Ek

Knapp: Behåll svaret
Bot: Vilket personnummer har barnet?

Person: tillbaka
Bot: Vad heter barnet?
Bot: Ditt tidigare svar: Kim Ek

Person: Mio Ek
Bot: Vilket personnummer har barnet?
