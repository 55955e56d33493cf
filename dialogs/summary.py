"""The summary before sending: everything as it will be sent, a change per row, and the act by name."""

from dialogs.concerning import told_at_hand
from dialogs.conversation import Answer
from dialogs.journey import Question
from dialogs.messages import Choice
from dialogs.service import Signing, Visibility
from dialogs.talk import Talk
from dialogs.telling_apart import told_apart

SEND = "send"
CHANGE = "change"
SAVE = "save"


def shown_answer(talk: Talk, question: Question, answer: Answer | None) -> str:
    """An answer as a person reads it; "Inte besvarad" when it was skipped."""
    if answer is None or answer.value is None:
        return talk.text("summary.unanswered")
    is_told_no = talk.keeps_yes_out(question) and answer.value is False
    if talk.needs_secure_page(question) and not is_told_no:
        return talk.text("summary.hidden")
    return question.type.show(question.field, answer.value, talk.language)


def say_summary(talk: Talk) -> None:
    """Lists the answers and offers to send, change or leave it for later."""
    draft, service = talk.draft, talk.service
    if draft is None or service is None:
        return
    signing = service.signing
    if signing is Signing.ALL and not talk.walk.has_parties:
        # Sole custody, the only owner: nobody else is waited for, and nobody else reads it.
        signing = Signing.ONE
    lines = [talk.text("summary.title", title=service.title.to(talk.language))]
    whom = told_at_hand(talk)
    if whom:
        lines.append(whom)
    for number, question in enumerate(talk.walk.questions, 1):
        answer = draft.answers.get(question.path)
        title = question.title(talk.language)
        colon = "" if title.endswith("?") else ":"
        row = f"{number}. {title}{colon} {shown_answer(talk, question, answer)}"
        if question.field.visibility is Visibility.PRIVATE and signing is Signing.ALL:
            row += " " + talk.text("summary.private")
        lines.append(row)
    lines.append(talk.text(f"summary.then_{signing}"))
    choices = (
        talk.choice(SEND, f"summary.send_{signing}"),
        talk.choice(CHANGE, "summary.change"),
        talk.choice(SAVE, "summary.save"),
    )
    talk.add("\n".join(lines), choices=choices)


def change_choices(talk: Talk) -> tuple[Choice, ...]:
    """One alternative for each answered question."""
    if talk.draft is None or talk.service is None:
        return ()
    answers = talk.draft.answers
    answered = [question for question in talk.walk.questions if question.path in answers]
    labels = told_apart([question.title(talk.language) for question in answered])
    return tuple(
        Choice(
            value=f"change:{question.path}",
            label=label,
            description=shown_answer(talk, question, answers[question.path]),
        )
        for question, label in zip(answered, labels, strict=True)
    )
