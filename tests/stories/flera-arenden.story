# Två saker på en gång
# rad 7, 18
Bot: Hej!
Bot: Vad vill du göra?

Person: jag ska sälja huset och vill både anmäla ägarbyte för vatten och avsluta autogirot
Bot: Du vill göra flera saker.
Bot: [Anmälan om ägarbyte, vatten och avlopp]
Bot: [Anmälan om autogiro]

Person: 1
Bot: Anmälan om ägarbyte, vatten och avlopp
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
