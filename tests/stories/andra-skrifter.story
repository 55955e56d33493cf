# Ryska och arabiska
# rad 23, 40
Bot: Hej!
Bot: Vad vill du göra?

Person: мне нужна помощь
Bot: Jag kan bara svenska och engelska.
Bot: [English]

Person: أريد المساعدة
Bot: Jag kan bara svenska och engelska.
Bot: [English]
