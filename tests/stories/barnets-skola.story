# Den stressade föräldern skriver i telefonen
# rad 7
Bot: Hej!
Bot: Vad vill du göra?

Person: hej min son måste byta skola till nyland han mår jättedåligt där han är
Bot: Jag tror att du vill göra det här: Ansökan om byte av skola.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: ja
Bot: Ansökan om byte av skola
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
