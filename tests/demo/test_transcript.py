from tests.demo.transcript import BLOCK, README, transcript


def test_the_readme_shows_what_the_program_prints_of_the_demo(demo):
    remedy = "it is old: python -m tests.demo.transcript"
    assert BLOCK.search(README.read_text("utf-8"))[0] == transcript(demo.ledger.folder), remedy
