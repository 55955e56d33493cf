# Fel kommun, och svaret går att ändra även efter en omväg
# rad 14, 13
Tjänst: parkeringstillstand
Bot: Hej!
Bot: Ansökan om parkeringstillstånd för rörelsehindrad
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Är den som ska ha tillståndet folkbokförd i Kramfors kommun?

Person: nej
Bot: Då kan vi inte pröva ansökan.
Bot: [Ändra mitt svar]
Bot: [Avsluta]

Person: ändra skyddade personuppgifter
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Då kan vi inte pröva ansökan.
Bot: [Ändra mitt svar]
Bot: [Avsluta]

Knapp: Ändra mitt svar
Bot: Är den som ska ha tillståndet folkbokförd i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
