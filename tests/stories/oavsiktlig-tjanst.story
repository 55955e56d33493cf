# Menade du det? Nej, något annat
# rad 7, 20
Bot: Hej!
Bot: Vad vill du göra?

Person: bil
Bot: Menar du det här?
Bot: [Ansökan om färdtjänst]
Bot: [Nej, något annat]

Person: nej
Bot: Berätta med andra ord vad du vill göra, eller skriv ”tjänster” för att se alla.

Person: parkeringstillstånd för rörelsehindrad
Bot: Jag tror att du vill göra det här: Ansökan om parkeringstillstånd för rörelsehindrad.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: ja
Bot: Ansökan om parkeringstillstånd för rörelsehindrad
Bot: Har du, eller den du söker för, skyddade personuppgifter?
