# Språket byts två gånger, svaren är kvar
# rad 40
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: english
Bot: Now I write in English.
Bot: What is it about?

Person: the library
Bot: I have written: Culture and leisure
Bot: Write your feedback.

Person: svenska
Bot: Nu skriver jag på svenska.
Bot: Skriv din synpunkt.
