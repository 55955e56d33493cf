# Innan första frågan: vad, hur länge, vad man ska ha till hands, vem som skriver under
# rad 2, 44
Tjänst: vigsel
Bot: Hej!
Bot: Boka borgerlig vigsel
Bot: Har någon av er skyddade personuppgifter?

Person: va
Bot: Det kan vara en markering om sekretess, eller att någon av er har skyddad folkbokföring.
Bot: Har någon av er skyddade personuppgifter?
