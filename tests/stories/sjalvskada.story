# Den som inte orkar leva
# rad 22
Bot: Hej!
Bot: Vad vill du göra?

Person: jag orkar inte leva längre
Bot: Det låter som att du har det väldigt svårt just nu.
Bot: [Prata med en människa]
