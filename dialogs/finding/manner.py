"""How something is said: as a thing to get done, or as a question about the world or the machine.

An e-service is for getting something done. "Vi vill", "hur ansöker man", "har ni" belong to that;
"vem uppfann", "hur många", "berätta", "gillar du" hardly do, whichever words follow. The manner
alone decides nothing: it is weighed with the evidence for a service, in the same unit.
"""

from collections.abc import Sequence

#: For each word of wanting or of turning to the municipality, at most so many of them.
WANTING = 0.35
#: For each word of buying, of advice or of amusement, at most as many.
SHOPPING = -0.6
_MOST_OF_A_KIND = 2
#: For a text that begins as a question, as an order to a machine, or that says "du".
ASKING = -0.45
ORDERING = -0.7
TO_A_MACHINE = -1.4


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GREETINGS = _words("hej hejsan hallo tja tjena hi hello och men sa ok okej ursakta snalla please")
_WANTING = _words(
    """
    vill ska behover galler skulle onskar far kan want need may can could ansok ansoka ansoker ansokan sok
    soka soker anmal anmala anmaler anmalan boka bokar lamna lamnar hyra tillstand bidrag hjalp hjalpa
    apply application register report permit permission help ni er era ert vi oss var vart vara we us
    our kommun kommunen kommunens municipality till for to
    """
)
_SHOPPING = _words(
    """
    tips pris priser prislista bast basta begagnad begagnade begagnat billig billigt billiga billigast
    billigaste saljes uthyres kopes reservdelar recept farligt nyttigt rolig roliga roligt kul oppet
    oppen oppettider idag ikvall inatt heter manga best price prices cheap cheapest recipe tonight many
    nearby nearest
    """
)
_QUESTIONS = _words(
    """
    vad vem vems vilken vilket vilka varfor nar var vart hur ar what whats who whose which why when
    where how is are does
    """
)
#: "Kan jag" asks; "jag kan inte" wants.
_WHETHER = _words("kan can could")
_COURTESY = frozenset({("kan", "du"), ("kan", "ni"), ("can", "you"), ("could", "you")})
_ORDERS = _words(
    """
    beratta skriv forklara oversatt rita sjung sammanfatta rakna tell write explain translate sing draw
    summarize
    """
)
_TO_A_MACHINE = _words("du din ditt dina")


def _without_courtesy(words: Sequence[str]) -> Sequence[str]:
    """ "Kan du anmäla …" asks for something to be done; "kan du berätta …" still is an order."""
    return words[2:] if len(words) > 2 and tuple(words[:2]) in _COURTESY else words


def weigh(words: Sequence[str]) -> float:
    """What the manner of a text says for its being about a service; negative speaks against.

    `words`: its folded words, in order.
    """
    words = _without_courtesy([word for word in words if word not in _GREETINGS])
    begins = words[0] if words else ""
    rest = set(words) - {begins} if begins in _QUESTIONS | _WHETHER else set(words)
    said = WANTING * min(_MOST_OF_A_KIND, len(_WANTING & rest))
    said += SHOPPING * min(_MOST_OF_A_KIND, len(_SHOPPING & rest))
    if begins in _QUESTIONS:
        said += ASKING
    if begins in _ORDERS:
        said += ORDERING
    if _TO_A_MACHINE & rest:
        said += TO_A_MACHINE
    return said
