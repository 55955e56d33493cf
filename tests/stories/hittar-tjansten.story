# Utan verb och utan frågor
# rad 7
Bot: Hej!
Bot: Vad vill du göra?

Person: ägarbyte vatten hus
Bot: Jag tror att du vill göra det här: Anmälan om ägarbyte, vatten och avlopp.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: ja
Bot: Anmälan om ägarbyte, vatten och avlopp
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
