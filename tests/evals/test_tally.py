from evals.tally import told

from detente.model.entry import ActorRef, IncidentStatus


def test_a_field_is_told_by_its_word_and_not_by_the_name_of_a_member() -> None:
    assert told(IncidentStatus.THREATENED) == "threatened"
    assert told((ActorRef("~a", "Ana Lind"), ActorRef("~b", "Northland"))) == "Ana Lind&Northland"
    assert told(None) == ""
