# Språket byts mitt i, och svaren är kvar
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av …
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Person: English
Bot: Now I write in English.
Bot: Log in with your e-ID, so that your answers are saved for you and you can continue on another device.
Bot: [Log in with e-ID]

Inloggad: Anna
Bot: Thank you, you are logged in as Anna Ek.
Bot: What is the child's name?

Person: Kim Ek
Bot: What is the child's personal identity number?

Person: svenska
Bot: Nu skriver jag på svenska.
Bot: Vilket personnummer har barnet?
