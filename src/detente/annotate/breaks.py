"""Where a sentence begins whatever the parser thinks: behind the name of the network X."""

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "sentence_breaks"


@Language.component(NAME)
def break_behind_network(doc: "Doc") -> "Doc":
    """Begin a sentence behind "wrote on X.", as the parser takes the name for an initial."""
    words = doc.to_array("ORTH")
    strings = doc.vocab.strings
    for at in np.flatnonzero(words[:-2] == strings["X"]):
        if words[at + 1] == strings["."] and doc[int(at) + 2].is_title:
            doc[int(at) + 2].is_sent_start = True
    return doc
