"""``detente doctor``: whether everything that detente needs is there."""

from detente.cli.ending import Code, end, write_json
from detente.cli.options import AsJson, RecordFolder
from detente.cli.sheet import Sheet
from detente.cli.terminal import stdout

STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}


def doctor(*, record: RecordFolder = None, as_json: AsJson = False) -> None:
    """Check what detente needs, and say what to do."""
    from detente.cli.health import Verdict, examine

    findings = examine(record)
    if as_json:
        write_json(
            [
                {"check": f.check, "verdict": f.verdict, "detail": f.detail, "remedy": f.remedy}
                for f in findings
            ]
        )
    else:
        sheet = Sheet(stdout())
        for finding in findings:
            verdict = (f"{finding.verdict.value:<5}", STYLES[finding.verdict.value])
            sheet.put(verdict, f" {finding.check}: {finding.detail}", hang=6)
            if finding.remedy:
                sheet.put(finding.remedy, indent=6, hang=0)
    if any(finding.verdict is Verdict.FAIL for finding in findings):
        end(Code.ERROR)
