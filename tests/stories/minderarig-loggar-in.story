# Den som är för ung får veta det direkt efter inloggningen
# rad 1, 20
Tjänst: skolbyte
Bot: Hej!
Bot: Du behöver ha fyllt 18 år.
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
Bot: [Jag har ingen e-legitimation, eller det går inte]

Inloggad: Noa
Bot: Tack, du är inloggad som Noa Ek.
Bot: För det här ärendet behöver du ha fyllt 18 år.
Bot: Be en vårdnadshavare att logga in och göra det.
Bot: Ring kundtjänst på 0612-800 00
Bot: [Prata med en människa]
Bot: [Avsluta]
Bot!: Vad heter barnet?

Person: men jag vill
Bot: Här tar frågorna slut.
