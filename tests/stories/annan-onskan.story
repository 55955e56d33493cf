# En annan önskan än den först gissade
Bot: Hej!
Bot: Vad vill du göra?

Person: mitt barn ska byta skola
Bot: Jag tror att du vill göra det här:

Person: nej
Bot: Berätta med andra ord vad du vill göra, eller skriv ”tjänster” för att se alla.

Person: vi vill gifta oss
Bot: Jag tror att du vill göra det här:

Person: ja
Bot: Boka borgerlig …
Bot: Har någon av er skyddade personuppgifter?
