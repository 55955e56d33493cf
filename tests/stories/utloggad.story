# Efter en halvtimme är ingen inloggad längre, och utkastet är låst
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

Minuter: 31
Person: 20150314-2380
Bot: Du är inte längre inloggad.
Bot: [Logga in med e-legitimation]
Bot!: Kim
Bot!: personnummer

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vilket personnummer har barnet?
