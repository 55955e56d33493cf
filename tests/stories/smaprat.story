# Hej, tack och hej då
# rad 23
Bot: Hej!
Bot: Vad vill du göra?

Person: hej
Bot: Hej!
Bot: Vad vill du göra?

Person: tack
Bot: Varsågod!
Bot: Vad vill du göra?

Person: hej då
Bot: Hej då!
Bot: Vad vill du göra?
