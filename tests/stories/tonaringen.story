# Tonåringen skriver kort
# rad 7, 8
Bot: Hej!
Bot: Vad vill du göra?

Person: yo lampan på skolgården e paj
Bot: Jag tror att du vill göra det här: Felanmälan gata, park och belysning.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: a
Bot: Felanmälan gata, park och belysning
Bot: Det här har du redan skrivit:
Bot: • Typ av fel: Gatlampa eller annan belysning
Bot: • Beskrivning: yo lampan på skolgården e paj
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Person: nej
Bot: Då frågar jag i stället.
Bot: Är det fara för liv?
Bot: Vad gäller det?
