# Den arga tar allt på en gång: tjänsten väljs och det som är sagt fylls i
# rad 7
Bot: Hej!
Bot: Vad vill du göra?

Person: gatlyktan utanför torggatan 2 har varit sönder i TRE VECKOR nu, fixa det!!
Bot: Jag tror att du vill göra det här: Felanmälan gata, park och belysning.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: ja
Bot: Felanmälan gata, park och belysning
Bot: Det här har du redan skrivit:
Bot: • Typ av fel: Gatlampa eller annan belysning
Bot: • Plats: utanför torggatan 2
Bot: • Beskrivning: gatlyktan utanför torggatan 2 har varit sönder i TRE VECKOR nu, fixa det!!
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Person: ja
Bot: Är det fara för liv?
Bot: Står det något nummer på stolpen?
