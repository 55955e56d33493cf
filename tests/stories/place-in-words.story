# A pin told and confirmed in English
# rad 43, 40
Tjänst: felanmalan
Språk: en
Bot: What is it about?

Person: snow
Bot: Where is it?

Plats: 62.9500, 17.7765
Bot: I understood the place like this: about 2 kilometres north of Kramfors centrum (62.95000, 17.77650). Is that right?
Bot: [Yes, that is right]
Bot: [No, another place]

Person: no
Bot: Then let us take the place again.
Bot: Where is it?

Plats: 62.6323, 17.9379
Bot: The place is outside Kramfors kommun: about 18 kilometres south of Höga Kusten-bron (62.63230, 17.93790). Is it right all the same?

Person: yes
Bot: What is wrong?
