# English: no e-ID
# rad 20, 40
Tjänst: inloggningsproblem
Språk: en
Bot: Hello!
Bot: Report a problem with logging in
Bot: Never write your personal identity number, codes or passwords here.
Bot: What are you trying to log in to?

Person: this chat
Bot: Which e-ID do you use?

Person: I have none
Bot: Did you mean I don't have one?
Bot: [I don't have one]
Bot: [No, something else]

Person: yes
Bot: Without an e-ID you can still get help with your matter.
Bot: What do you use?

Person: a phone with android
Bot: Did you mean Android phone or tablet?
Bot: [Android phone or tablet]
Bot: [No, something else]
