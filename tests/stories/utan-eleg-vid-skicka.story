# Ingen e-legitimation när allt är besvarat: inget är förlorat
# rad 24, 36
Tjänst: autogiro
Bot: Hej!
Bot: Har du skyddade personuppgifter? Skriv då inte vem du är eller var du bor.
Bot: Vad vill du göra?

Person: avsluta
Bot: [Jag loggar in sedan]

Person: sen
Bot: Vems fakturor gäller det?

Person: mina egna
Person: vatten
Person: 0701740605
Person: nej
Person: ja
Bot: Här är allt som du har svarat i Anmälan om autogiro.

Person: skicka
Bot: För att skicka behöver du logga in med e-legitimation.
Bot: [Jag har ingen e-legitimation, eller det går inte]

Person: jag har inget bankid
Bot: Du kan få hjälp utan e-legitimation. Be om en blankett eller kom förbi
Bot: Ta med legitimation.
Bot: Det du har svarat finns kvar
Bot: [Spara en kopia av mina svar]

Knapp: Spara en kopia av mina svar
Bot: samtalet

Person: skicka
Bot: För att skicka behöver du logga in med e-legitimation.

Inloggad: Anna
Bot: Här är allt som du har svarat i Anmälan om autogiro.
Bot: 4. Ditt telefonnummer: 070-174 06 05
