# Börja om frågar först
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Person: beröm
Bot: Vad handlar det om?

Person: börja om
Bot: Vill du ta bort dina svar och börja om från början?

Person: nej
Bot: Vad handlar det om?

Person: börja om
Bot: Vill du ta bort dina svar och börja om från början?

Person: ja, börja om
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?
