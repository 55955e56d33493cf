# English: a coordination number at the login, and no e-ID
# rad 20, 40
Tjänst: skolbyte
Språk: en
Bot: Hello!
Bot: You must be 18 or over.
Bot: Do you or the child have protected personal data?

Person: no
Bot: [I have no e-ID, or it does not work]

Knapp: I have no e-ID, or it does not work
Bot: You can get help anyway.
Bot: [I have a coordination number]

Person: coordination number
Bot: With a coordination number you can sometimes get an e-ID.
Bot: Bring your passport or ID card
Bot: What you have answered is kept in this conversation until

Person: I don't have BankID
Bot: You can get help without an e-ID.
