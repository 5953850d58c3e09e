"""Copies of one text count once."""

from itertools import permutations

from detente.merge import are_copies, fold_copies, folding, merge

from .reports import article, meeting

DISPATCH = (
    "The foreign ministers of Alphia and Betania met in Hafen on Sunday for two hours. They spoke "
    "of the border, of the railway and of those still missing since the war. The host called the "
    "talks frank. A further round is to be held before the end of the month, an official said."
)
OTHER = (
    "Ministers from the two neighbours sat down in the port on Sunday, with the frontier and the "
    "missing on the table. Nobody expected a breakthrough and none came, though diplomats hope to "
    "bring the delegations together once more in the coming weeks, perhaps in another city."
)


def test_a_copy_with_a_new_lede_and_a_cut_end_is_a_copy() -> None:
    copy = "HAFEN (own report) — " + DISPATCH.rsplit(". ", 1)[0]
    assert fold_copies({"b": copy, "a": DISPATCH, "c": OTHER}) == {"a": "a", "b": "a", "c": "c"}


def test_texts_on_one_event_in_other_words_are_no_copies() -> None:
    groups = fold_copies({"a": DISPATCH, "b": OTHER})
    assert groups["a"] != groups["b"]


def test_texts_that_share_a_quotation_alone_are_no_copies() -> None:
    quote = '"We have agreed to go on with the talks until every point on the list is settled," she said. '
    groups = fold_copies({"a": quote + DISPATCH, "b": quote + OTHER})
    assert groups["a"] != groups["b"]


def test_a_round_up_that_holds_two_dispatches_does_not_make_them_copies() -> None:
    round_up = f"{DISPATCH} {OTHER} {' '.join(f'word{i}' for i in range(90))}"
    groups = fold_copies({"a": DISPATCH, "b": OTHER, "c": round_up})
    assert len(set(groups.values())) == 3


def test_the_order_of_texts_does_not_matter() -> None:
    texts = {"a": DISPATCH, "b": DISPATCH + " It rained.", "c": OTHER, "d": OTHER + " It rained."}
    answers = {tuple(sorted(fold_copies(dict(p)).items())) for p in permutations(texts.items())}
    assert answers == {(("a", "a"), ("b", "a"), ("c", "c"), ("d", "c"))}


def test_many_copies_are_one_group() -> None:
    texts = {f"{i:03}": DISPATCH for i in range(120)}
    assert set(fold_copies(texts).values()) == {"000"}


def test_copies_that_others_hold_together_are_not_compared(monkeypatch) -> None:
    compared = []
    monkeypatch.setattr(
        folding, "are_copies", lambda *pair: compared.append(pair) or are_copies(*pair)
    )
    texts = {f"{i:03}": f"{DISPATCH} It rained for {i} days." for i in range(40)}
    assert set(fold_copies(texts).values()) == {"000"}
    assert len(compared) == 39


def test_equal_texts_are_copies_however_short() -> None:
    assert fold_copies({"a": "They met.", "b": "They met.", "c": "They left."})["b"] == "a"


def test_outlets_that_print_one_copy_support_an_event_once() -> None:
    sentence = "The foreign ministers of Alphia and Betania met in Hafen on Sunday"
    reports = [
        meeting(
            article(outlet, "2023-05-15", copy_group=group),
            sentence,
            on="2023-05-14",
            place="Hafen",
        )
        for outlet, group in (("Agency", "g"), ("Post", "g"), ("Weekly", "g"), ("Radio", None))
    ]
    (event,) = merge(reports)
    assert event.support == 2
    assert event.outlets == ("Agency", "Post", "Radio", "Weekly")


def test_one_outlet_supports_an_event_once_however_often_it_reports() -> None:
    reports = [
        meeting(
            article("Agency", f"2023-05-{d}"), "they met in Hafen", on="2023-05-14", place="Hafen"
        )
        for d in (15, 16, 17)
    ]
    (event,) = merge(reports)
    assert event.support == 1
