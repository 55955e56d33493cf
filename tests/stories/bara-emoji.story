# Bara emoji, tomt och rappakalja
# rad 23, 9
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: 🙈🙈
Bot: Jag kan inte läsa ett svar ur det.

Person: asdfghjkl
Bot: Jag hittar inte det svaret bland alternativen.
Bot: Frågan var: Vad vill du lämna?

Person: ...
Bot: Jag kan inte läsa ett svar ur det.

Person: förslag
Bot: Vad handlar det om?
