# English speaker files feedback from start to end
# rad 40, 7, 15
Språk: en
Bot: Hello!
Bot: What would you like to do?
Bot: [Show all e-services]
Bot: [My cases]
Bot: [Talk to a person]

Person: I want to complain about how I was treated in reception
Bot: I think that you want to do this: Leave feedback or a complaint.
Bot: [Yes, begin]
Bot: [No, something else]

Person: yes
Bot: Leave feedback or a complaint
Bot: You have already written this:
Bot: • Feedback: I want to complain about how I was treated in reception
Bot: Is that right?
Bot: [Yes, that's right]
Bot: [No, ask me instead]

Person: yes
Bot: What do you want to leave?

Person: complaint
Bot: Your answer adds 2 questions.
Bot: What is it about?

Person: service
Bot: I have written: Service and how you were met
Bot: On which day did it happen?

Person: yesterday
Bot: I have written: Sunday 22 November 2026
Bot: What do you want us to do?

Person: i want you to say sorry
Bot: Do you want an answer?

Person: no
Bot: The municipal executive board is responsible for the personal data you give.

Person: yes
Bot: Here is everything that you have answered in Leave feedback or a complaint.
Bot: 1. Kind: Complaint
Bot: 2. Area: Service and how you were met
Bot: 3. Feedback: I want to complain about how I was treated in reception
Bot: 4. Day: Sunday 22 November 2026
Bot: 5. What you wish: i want you to say sorry
Bot: 6. Wants an answer: No
Bot: 7. Personal data: Yes
Bot: [Send the case]
Bot: [Change an answer]
Bot: [Save and continue later]

Person: send
Bot: Thank you!
Bot: [Get the receipt]
