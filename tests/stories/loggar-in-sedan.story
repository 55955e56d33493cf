# Jag loggar in sedan, men måste till sist
# rad 2, 24
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: avsluta
Bot: Jag har skrivit: Avsluta autogiro
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: sen
Bot: Det går bra.
Bot: Vems fakturor gäller det?

Person: mina egna
Bot: Vilka fakturor gäller det?

Person: vatten
Bot: Jag har skrivit: Vatten och avlopp
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?

Person: nej
Bot: Då hoppar jag över den frågan.
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt som du har svarat i Anmälan om autogiro.
Bot: 1. Ärende: Avsluta autogiro
Bot: 2. Fakturor till: Mina egna
Bot: 3. Fakturor: Vatten och avlopp
Bot: 4. Ditt telefonnummer: 070-174 06 05
Bot: 5. Din e-postadress: Inte besvarad
Bot: 6. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: För att skicka behöver du logga in med e-legitimation.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Här är allt som du har svarat i Anmälan om autogiro.
Bot: 1. Ärende: Avsluta autogiro
Bot: 2. Fakturor till: Mina egna
Bot: 3. Fakturor: Vatten och avlopp
Bot: 4. Ditt telefonnummer: 070-174 06 05
Bot: 5. Din e-postadress: Inte besvarad
Bot: 6. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
