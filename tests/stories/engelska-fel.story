# English: mistakes, help and going back
# rad 40, 9, 3, 14
Tjänst: autogiro
Språk: en
Bot: Hello!
Bot: Register for direct debit (autogiro)
Bot: What do you want to do?

Person: start
Bot: I have written: Start direct debit
Bot: Your answer adds 3 questions.
Bot: Is the account your own?

Person: what?
Bot: Only the owner of the account can agree to the payments.
Bot: Is the account your own?

Person: yes
Bot: Log in with your e-ID, so that your answers are saved for you and you can continue on another device.
Bot: [Log in with e-ID]
Bot: [I will log in later]

Inloggad: Anna
Bot: Thank you, you are logged in as Anna Ek.
Bot: Whose invoices is it about?

Person: my own
Bot: Which invoices is it about?

Person: back
Bot: Whose invoices is it about?

Person: mine
Bot: I have written: My own
Bot: Which invoices is it about?

Person: water
Bot: I have written: Water and sewerage
Bot: Which account should the money be drawn from?

Person: 123
Bot: Write clearing number and account number with digits.

Person: 8327-9 123 456 789-7
Bot: I have written: Swedbank 8327-9, 123 456 789-7
Bot: Do you agree that Kramfors kommun draws money from the account on the invoice's due date?
