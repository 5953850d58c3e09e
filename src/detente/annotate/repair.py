"""Faults of the parser that are known and sure, mended before anything reads the syntax."""

from collections.abc import Iterator, Sequence

from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token

_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_HELPERS = frozenset({"aux", "auxpass"})
_LEADING = _SUBJECTS | _HELPERS | {"mark"}
_INSET = 3  # commas: before the noun, and around what tells more of it
_NEAR = 12  # tokens behind a verb in which "by whom" would stand
_STRAYED = frozenset({"conj", "appos", "pobj", "dobj", "npadvmod", "dep"})


def lend_subjects(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Give a main verb without a subject the noun before it that the parser joined to an earlier list.

    "After years of enmity between Baku and Yerevan, Azerbaijan retook the town" and "According to the
    State Department, both sides made progress": what stands between the last comma and the verb, and
    hangs from before the comma, is the subject.
    """
    mended = list(tokens)
    for sentence in sentences:
        for verb, subject in _without_subject(tokens, sentence):
            mended[subject] = mended[subject]._replace(head=verb, dep="nsubj")
    return tuple(mended)


def lift_subjects(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Hang a subject from its verb and not from the verb's helper: "we" of "we are encouraged"."""
    mended = list(tokens)
    for token in tokens:
        helper = tokens[token.head]
        if token.dep in _SUBJECTS and helper.dep in _HELPERS and helper.head != token.i:
            passive = token.dep == "nsubj" and helper.dep == "auxpass"
            dep = "nsubjpass" if passive else token.dep
            mended[token.i] = token._replace(head=helper.head, dep=dep)
    return tuple(mended)


def raise_main_verbs(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Give a sentence its main verb that the parser hung from its subject, as a noun beside a list before it.

    "In calls with Aliyev, Putin and Macron, the prime minister asked for help": a past tense that no helper
    and no pronoun leads hangs from no noun.
    """
    mended = list(tokens)
    for sentence in sentences:
        first = tokens[sentence.first]
        if first.dep != "ROOT" or first.pos != "ADP":
            continue
        for verb in tokens[first.i + 1 : sentence.last]:
            noun = tokens[verb.head]
            if verb.tag == "VBD" and verb.dep == "acl" and noun.dep == "appos" and noun.i < verb.i:
                mended[verb.i] = verb._replace(head=verb.i, dep="ROOT")
                mended[noun.i] = noun._replace(head=verb.i, dep="nsubj")
                mended[first.i] = first._replace(head=verb.i, dep="prep")
                break
    return tuple(mended)


def lead_past_insets(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Give a main verb the name that opens its sentence, and not what stands between commas behind it.

    "The president, his army on the retreat, said": a noun of his own behind a comma is none who says so.
    """
    mended = list(tokens)
    for sentence in sentences:
        opening = next((t for t in tokens[sentence.first : sentence.last] if t.text == ","), None)
        if opening is None or opening.i + 2 >= sentence.last:
            continue
        name, own = tokens[opening.i - 1], tokens[opening.i + 1]
        inset = tokens[own.head]
        verb = tokens[inset.head]
        led = own.tag == "PRP$" and own.dep == "poss" and inset.dep == "nsubj"
        if not led or name.pos not in {"PROPN", "NOUN"} or name.head != verb.i or verb.i < inset.i:
            continue
        first = min(
            (t.i for t in tokens[inset.i : verb.i + 1] if t.head == verb.i and t.dep in _HELPERS),
            default=verb.i,
        )
        if tokens[first - 1].text == "," and name.dep not in _HELPERS:
            mended[name.i] = name._replace(dep="nsubj")
            mended[inset.i] = inset._replace(dep="npadvmod")
    return tuple(mended)


def part_days(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Give a verb the object behind "on Sunday" that the parser made one noun with the day.

    "The president received on Sunday UN envoy Ada Roe", as news agencies of many countries write.
    """
    mended = list(tokens)
    days = load_table("people")["calendar"].words
    for day in tokens:
        noun, on = tokens[day.head], tokens[day.i - 1]
        joined = day.dep in {"compound", "nmod"} and noun.dep == "pobj" and noun.head == on.i
        verb = tokens[on.head]
        if not joined or day.lemma not in days or on.lemma != "on" or verb.i != on.i - 1:
            continue
        bare = not any(t.head == verb.i and t.dep == "dobj" for t in tokens[verb.i : noun.i])
        if verb.tag == "VBD" and bare:
            mended[day.i] = day._replace(head=on.i, dep="pobj")
            mended[noun.i] = noun._replace(head=verb.i, dep="dobj")
    return tuple(mended)


def lead_with_nouns(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Make a main verb of "called" in "The mediators, Oman and Qatar, called upon both": nothing else in it is one."""
    mended = list(tokens)
    speech, stance = load_table("speech"), load_table("stance")
    tells = speech["say"].words | stance["demand verb"].words | {"call"}
    for sentence in sentences:
        inside = tokens[sentence.first : sentence.last]
        noun = next((t for t in inside if t.dep == "ROOT"), None)
        if noun is None or noun.pos not in {"NOUN", "PROPN"}:
            continue
        for verb in inside:
            parted = verb.i > noun.i + 1 and tokens[verb.i - 1].text == ","
            own = verb.head == noun.i and verb.dep == "acl" and verb.tag in {"VBN", "VBD"}
            if not (own and parted and verb.lemma in tells):
                continue
            if not any(t.head == verb.i and t.dep == "agent" for t in inside):
                mended[verb.i] = verb._replace(head=verb.i, dep="ROOT", tag="VBD")
                mended[noun.i] = noun._replace(head=verb.i, dep="nsubj")
            break
    return tuple(mended)


def tell_actively(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Let "X, for his part, called on both sides" be a past tense: no helper makes a passive of it."""
    mended = list(tokens)
    speech, stance = load_table("speech"), load_table("stance")
    tells = speech["say"].words | stance["demand verb"].words | {"call"}
    for subject in tokens:
        verb = tokens[subject.head]
        if subject.dep != "nsubjpass" or verb.tag != "VBN" or verb.lemma not in tells:
            continue
        below = {t.dep for t in tokens[subject.i : verb.i + _NEAR] if t.head == verb.i}
        if verb.dep == "ROOT" and not below & {"aux", "auxpass", "agent"}:
            mended[subject.i] = subject._replace(dep="nsubj")
            mended[verb.i] = verb._replace(tag="VBD")
    return tuple(mended)


def _without_subject(tokens: Sequence[Token], sentence: Sentence) -> Iterator[tuple[int, int]]:
    inside = tokens[sentence.first : sentence.last]
    for verb in inside:
        if verb.dep != "ROOT" or verb.pos not in {"VERB", "AUX"}:
            continue
        finite = verb.tag in _FINITE or any(
            t.head == verb.i and t.dep in {"aux", "auxpass"} and t.tag in _FINITE for t in inside
        )
        if not finite or any(t.head == verb.i and t.dep in _SUBJECTS for t in inside):
            continue
        commas = [t.i for t in inside if t.text == "," and t.i < verb.i]
        if not commas:
            continue
        for token in tokens[commas[-1] + 1 : verb.i]:
            if token.pos in _NOMINAL and token.dep in _STRAYED and token.head < commas[-1]:
                yield verb.i, token.i
                break
        else:
            if (named := _before_inset(tokens, commas, verb)) is not None:
                yield verb.i, named


def _before_inset(tokens: Sequence[Token], commas: Sequence[int], verb: Token) -> int | None:
    """Return the noun that a name between commas tells more of: "In a call with X, Y's aide, Z, said"."""
    if commas[-1] != verb.i - 1 or len(commas) < _INSET:
        return None
    opening = commas[-_INSET]
    for token in tokens[opening + 1 : commas[-2]]:
        stray = token.pos in _NOMINAL and token.dep in {"appos", "conj"} and token.head < opening
        inset = tokens[commas[-2] + 1 : commas[-1]]
        if stray and any(t.head == token.i and t.dep == "appos" for t in inset):
            return token.i
    return None


def part_sayings(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Give a second verb of saying the noun before it that the parser joined to what the first one says.

    "Ankara said that it had opened the gate and the road and the agency said that it had not".
    """
    mended = list(tokens)
    says = load_table("speech")["say"].words
    led = {t.head for t in tokens if t.dep in _SUBJECTS}
    for verb in tokens:
        if verb.tag != "VBD" or verb.lemma not in says or verb.i in led or verb.dep != "ccomp":
            continue
        noun, cue = tokens[verb.i - 1], tokens[verb.head]
        stray = noun.dep == "conj" and noun.pos in _NOMINAL and noun.head < noun.i
        if stray and cue.lemma in says and cue.i < noun.head:
            mended[noun.i] = noun._replace(head=verb.i, dep="nsubj")
            mended[verb.i] = verb._replace(head=cue.i, dep="conj")
    return tuple(mended)


def rejoin_lists(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Join "called" to "said" in "X said that it was wrong, called for a halt and left": no clause of it.

    Told by a past tense without a subject that stands beside what is said, behind a comma.
    """
    mended = list(tokens)
    stance = load_table("stance")
    says = load_table("speech")["say"].words
    tells = says | stance["accuse"].words | stance["demand verb"].words | stance["condemn"].words
    clauses = [t for t in tokens if t.dep == "ccomp" and t.head < t.i]
    said = {t.head: t.i for t in reversed(clauses)}
    beside = [t for t in clauses if t.tag == "VBD" and said[t.head] < t.i and t.lemma in tells]
    led = {t.head for t in tokens if t.dep in _LEADING} if beside else set()
    for verb in beside:
        if verb.i in led:
            continue
        cue = tokens[verb.head]
        if cue.lemma in says and cue.tag == "VBD" and tokens[verb.i - 1].text in {",", "and"}:
            mended[verb.i] = verb._replace(dep="conj")
    return tuple(mended)


def rejoin_sayings(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Join a second verb of saying to the first one, and not to what the first one says.

    "Baku confirmed that it had lost a helicopter and denied the rest": it is Baku that denies. Told by a
    helper, a "be" or a comma that what is said has ended.
    """
    mended = list(tokens)
    speech, stance = load_table("speech"), load_table("stance")
    says = speech["say"].words | stance["accuse"].words | stance["demand verb"].words
    meetings = load_table("meetings")
    talks = says | meetings["meet"].words | meetings["speak"].words | {"write"}
    denying = speech["denial"].words
    helped = {t.head for t in tokens if t.dep in {"aux", "auxpass"}}
    subjects = {t.head for t in tokens if t.dep in _SUBJECTS}
    marked = {t.head for t in tokens if t.dep == "mark"}
    named = {t.head for t in tokens if t.dep == "nsubj" and t.pos in _NOMINAL - {"PRON"}}
    holding = {t.head for t in tokens if t.dep == "ccomp" and t.head < t.i}
    telling = {i for i in named & holding if tokens[i].tag == "VBD" and i not in helped | marked}
    for verb in tokens:
        if verb.dep != "conj" or verb.pos != "VERB" or verb.lemma not in says:
            continue
        said = tokens[verb.head]
        while said.dep == "conj" and said.head < said.i:
            said = tokens[said.head]
        cue = tokens[said.head]
        if said.dep != "ccomp" or cue.lemma not in says or cue.tag != "VBD" or cue.i > said.i:
            continue
        if verb.i in telling or (verb.lemma in denying and verb.i in named):
            # "Ankara said A and the agency said B", "... but Baku has rejected that": another tells
            mended[verb.i] = verb._replace(head=cue.i)
            continue
        if verb.tag not in {"VBD", "VBN"} or verb.i in helped | subjects | marked:
            continue
        if said.lemma in talks:  # "said that he had met the envoy and told him": it is he who told
            continue
        parted = any(t.text == "," for t in tokens[said.i : verb.i])
        # "demanded that the army halt and called for": a past tense goes on with no bare form
        bare = said.tag in {"VB", "VBP"}
        ends = verb.tag == "VBD" and (said.i in helped or said.lemma == "be" or bare)
        if ends or parted:
            mended[verb.i] = verb._replace(head=cue.i)
    return tuple(mended)
