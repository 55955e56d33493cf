# Ordet avbryt i en fritext är inte ett kommando när det hör till svaret
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Person: förslag
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.

Person: Avbryt bygget av badhuset, det är för dyrt.
Bot: Vill du ha svar?

Person: nej
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.
