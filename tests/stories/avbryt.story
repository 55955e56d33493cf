# Avbryt: fortsätt, spara eller ta bort
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Person: beröm
Bot: Vad handlar det om?

Person: avbryt
Bot: Vill du avbryta?

Knapp: Fortsätt svara
Bot: Vad handlar det om?

Person: avbryt
Bot: Vill du avbryta?

Knapp: Spara utkastet
Bot: Utkastet K-2345-0001 är sparat.

Person: avbryt
Bot: Det finns inget att avbryta.
Bot: Vad vill du göra?

Person: jag vill lämna en synpunkt
Bot: Jag tror att du vill göra det här:

Person: ja
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Person: förslag
Bot: Vad handlar det om?

Person: avbryt
Bot: Vill du avbryta?

Knapp: Ta bort utkastet
Bot: Utkastet K-2345-0009 och dina svar är borttagna.
Bot!: inskickat
