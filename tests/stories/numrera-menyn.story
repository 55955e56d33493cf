# Siffror i menyn, när inget annat frågas
# rad 8
Bot: Hej!
Bot: Vad vill du göra?

Person: 1
Bot: Det här kan jag hjälpa dig med.

Person: 3
Bot: Bygga, bo och miljö: välj i listan, eller skriv med egna ord.
