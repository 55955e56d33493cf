# Besked på mejl kräver inloggning
# rad 32
Bot: Hej!
Bot: Vad vill du göra?

Person: mejla mig
Bot: Logga in först, så vet jag vems ärenden det gäller.
Bot: [Logga in med e-legitimation]
