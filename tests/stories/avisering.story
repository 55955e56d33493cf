# Vart beskedet ska gå
# rad 32
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad vill du lämna?

Person: aviseringar
Bot: Var vill du få veta när något händer i dina ärenden?
Bot: [Här i chatten]
Bot: [Med mejl]
Bot: [Med sms]

Person: sms
Bot: Vilket mobilnummer?
Bot: [070-174 06 05]

Person: 070-174 06 05
Bot: Du får besked till 070-174 06 05, och här i chatten.
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?
