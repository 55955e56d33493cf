# Jag hjälper min mamma: fullmakten kontrolleras inte här, men den frågas det efter
# rad 37, 42
Tjänst: parkeringstillstand
Bot: Hej!
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Är den som ska ha tillståndet folkbokförd i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
Bot: [Jag har ingen e-legitimation, eller det går inte]

Person: jag hjälper min mamma
Bot: Logga aldrig in med någon annans e-legitimation.
Bot: Det här ärendet kan du göra åt en annan person.
Bot: då skickar du den som en fil. Jag kan inte se om den gäller.
Bot: [Tillbaka till inloggningen]

Inloggad: Anna
Bot: Vem ska ha tillståndet?

Person: en annan vuxen som jag hjälper
Bot: Vad heter den du söker för?
