# Efter varningen går frågan vidare utan tillrättavisning
# rad 22
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: min man slår mig
Bot: Det du berättar är allvarligt, och det är inte ditt fel.
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?
