import json

from detente.cli import health
from detente.cli.health import Verdict
from detente.model.errors import LanguageError


def test_each_check_is_a_line_with_its_verdict(terminal):
    shown = terminal.type("doctor")
    assert "ok    python: 3." in shown.stdout
    assert "ok    sqlite: 3." in shown.stdout
    assert "record: " in shown.stdout


def test_the_json_has_the_same_checks(terminal):
    findings = json.loads(terminal.type("doctor", "--json").stdout)
    assert [f["check"] for f in findings] == [
        "python",
        "sqlite",
        "language model",
        "blis",
        "record",
        "folder",
    ]
    assert all(f["remedy"] for f in findings if f["verdict"] != "ok")


def test_a_missing_model_fails_and_says_what_to_install(terminal, monkeypatch):
    def missing():
        raise LanguageError("the English model is not installed")

    monkeypatch.setattr("detente.annotate.language.find_model", missing)
    shown = terminal.type("doctor")
    assert shown.exit_code == 1
    assert "fail  language model: the English model is not installed" in shown.stdout
    assert "requirements.lock" in shown.stdout


def test_a_model_with_changed_files_fails(monkeypatch):
    monkeypatch.setattr(
        "detente.annotate.language.changed_files", lambda _model: ("vocab/key2row",)
    )
    finding = health.language()
    assert finding.verdict is Verdict.FAIL
    assert "vocab/key2row" in finding.detail


def test_another_blis_is_a_warning(monkeypatch):
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "1.3.0")
    assert health.blis().verdict is Verdict.WARN


def test_no_record_is_a_warning(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (finding,) = health.record(None)
    assert finding.verdict is Verdict.WARN
    assert "detente init" in finding.remedy


def test_a_folder_without_a_record_fails(tmp_path):
    (finding,) = health.record(tmp_path)
    assert finding.verdict is Verdict.FAIL


def test_a_folder_that_cannot_be_written_to_is_a_warning(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_question: False)  # root may write everywhere
    assert health.writable(tmp_path).verdict is Verdict.WARN
