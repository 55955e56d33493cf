# Fel slags fil, och text i stället för fil
# rad 42, 9
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och belysning
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: lekplats
Bot: Jag har skrivit: Lekplats eller bänk
Bot: Var är det?

Person: Lekparken vid Folkets hus
Bot: Vad är fel?

Person: Gungan har gått av.
Bot: Har du ett foto?

Fil: virus.exe
Bot: Jag kan inte ta emot filen virus.exe.

Fil: ett.jpg
Bot: Jag har fått:
Bot: 1. ett.jpg

Person: här är den
Bot: Det var ingen fil.
Bot: Jag har fått:
Bot: 1. ett.jpg

Person: klar
Bot: Vill du att vi hör av oss?
