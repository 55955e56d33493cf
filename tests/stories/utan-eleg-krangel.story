# BankID krånglar: råd, en anmälan, och utkastet väntar
# rad 18, 20
Tjänst: vigsel
Bot: Hej!
Bot: Har någon av er skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
Bot: [Jag har ingen e-legitimation, eller det går inte]

Person: det går inte
Bot: Prova det här: Se efter att appen är uppdaterad.
Bot: Vi frågar aldrig efter dina koder i sms, mejl eller telefon.
Bot: [Anmäl problem med inloggning]
Bot: [Prata med en människa]

Knapp: Anmäl problem med inloggning
Bot: Jag har sparat ditt utkast till Boka borgerlig vigsel.
Bot: Skriv aldrig ditt personnummer, dina koder eller lösenord här.
Bot: Vad försöker du logga in på?

Person: avbryt
Person: ja
Bot: [Fortsätt med Boka borgerlig vigsel]
