# Hittar genom listan
# rad 8, 7
Bot: Hej!
Bot: Vad vill du göra?

Person: vad kan du göra
Bot: Det här kan jag hjälpa dig med.

Person: barn och utbildning
Bot: Barn och utbildning: välj i listan, eller skriv med egna ord.

Person: alla områden
Bot: Det här kan jag hjälpa dig med.
